import type { ComplexType } from "../model/index.js";
import type { PlanContext, PlannedComplexType } from "./context.js";

/** The base, where members are inherited from it. */
export function extendedBase(
  definition: ComplexType,
  context: PlanContext,
): PlannedComplexType | undefined {
  if (definition.derivation !== "extension" || definition.base === undefined)
    return undefined;
  const base = context.types.get(definition.base.key);
  return base?.kind === "complex" ? base : undefined;
}

/** Whether values may stand where a base type is declared, and so always carry their `$type`. */
export function isDerived(
  type: PlannedComplexType,
  context: PlanContext,
): boolean {
  const { base } = type.definition;
  return base !== undefined && context.types.get(base.key)?.kind === "complex";
}

export function directlyDerived(
  type: PlannedComplexType,
  context: PlanContext,
): readonly PlannedComplexType[] {
  return (context.derived.get(type.key) ?? []).flatMap((name) => {
    const planned = context.types.get(name.key);
    return planned?.kind === "complex" ? [planned] : [];
  });
}

/** Whether the type's own structure has a `$type`. */
export function isTagged(
  type: PlannedComplexType,
  context: PlanContext,
): boolean {
  if (type.definition.isAbstract) return false;
  return directlyDerived(type, context).length > 0 || isDerived(type, context);
}
