export { inferServices, type InferOptions } from "./infer.js";
export { applyOverrides } from "./overrides/apply-overrides.js";
export { reportUnknown } from "./report-unknown.js";
