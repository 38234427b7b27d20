export { linkFragments, type LinkOptions } from "./link.js";
export { describeFromPages } from "./pages/describe-from-pages.js";
export { pruneModel, type Selection } from "./prune.js";
