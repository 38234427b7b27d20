export { linkFragments, type LinkOptions } from "./link.js";
export { pruneModel, type Selection } from "./prune.js";
