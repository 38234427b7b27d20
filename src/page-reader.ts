export { readPages } from "./read/page/index.js";
export {
  applyOverrides,
  inferServices,
  mergeOverrides,
  observeMessages,
  reportProsePages,
  reportUnknown,
} from "./infer/index.js";
export { describeFromPages } from "./link/index.js";
