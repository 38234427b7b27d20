export type { Change, ChangeCode } from "./change.js";
export { diffNames, type NameTable } from "./diff-names.js";
export { diffModels } from "./diff-models.js";
export { rules, type Rule, type RuleName } from "./rules.js";
