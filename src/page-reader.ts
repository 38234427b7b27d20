export { readPages } from "./read/page/index.js";
export { inferServices } from "./infer/index.js";
export { describeFromPages } from "./link/index.js";
