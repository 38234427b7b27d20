export { builtinType } from "./builtin-values.js";
export {
  checkablePattern,
  type CheckablePattern,
} from "./checkable-pattern.js";
export type { DescriptorDeclaration } from "./descriptors.js";
export type { Expression, ObjectEntry } from "./expression.js";
export { isIdentifier } from "./names/identifiers.js";
export { planSdk, type PlanOptions } from "./plan.js";
export type * from "./sdk-plan.js";
export type {
  PropertyPlan,
  TypeDeclaration,
} from "./types/type-declaration.js";
export {
  runtimeType,
  usedNames,
  type TypeExpression,
} from "./type-expression.js";
