export {
  isSchema,
  readSchema,
  type ReadSchemaOptions,
  type Redefinitions,
  type SchemaDocument,
  type SchemaReference,
} from "./schema.js";
export {
  redefineAttributeGroup,
  redefineGroup,
  redefineType,
} from "./redefine.js";
