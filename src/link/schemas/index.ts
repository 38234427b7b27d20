export {
  linkSchemas,
  messageUses,
  type ExternalUse,
  type LinkSchemasOptions,
} from "./link-schemas.js";
