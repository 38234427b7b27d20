export { inferServices, type InferOptions } from "./infer.js";
export { mergeOverrides } from "./observe/merge-overrides.js";
export {
  observeMessages,
  type Observation,
} from "./observe/observe-messages.js";
export type { Finding } from "./observe/propose.js";
export { applyOverrides } from "./overrides/apply-overrides.js";
export { reportUnknown } from "./report-unknown.js";
export { reportProsePages } from "./prose-pages.js";
