export { attributesAndWildcards } from "./attributes-and-wildcards.js";
export { basicConstructs } from "./basic-constructs.js";
export { contentModels } from "./content-models.js";
export { derivations } from "./derivations.js";
export { documents } from "./documents.js";
export { simpleValues } from "./simple-values.js";
export { version11 } from "./version-1-1.js";
