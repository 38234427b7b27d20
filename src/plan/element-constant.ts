import type { QName } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { safeTypeName } from "./names/identifiers.js";

/** The name of the constant that describes a global element. */
export function elementConstant(
  { key, local }: QName,
  { names }: PlanContext,
): string {
  return names.give(`element:${key}`, `${safeTypeName(local)}Element`);
}
