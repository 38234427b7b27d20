export { linkFragments, type LinkOptions } from "./link.js";
export { describeFromPages } from "./pages/describe-from-pages.js";
export { matchNames, pruneModel, type Selection } from "./prune.js";
