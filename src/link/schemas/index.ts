export {
  linkSchemas,
  type ExternalUse,
  type LinkSchemasOptions,
} from "./link-schemas.js";
