export { inferServices, type InferOptions } from "./infer.js";
export { applyOverrides } from "./overrides/apply-overrides.js";
export {
  listUnknown,
  reportUnknown,
  type UnknownMember,
} from "./unknown-members.js";
