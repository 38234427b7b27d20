import type { ComplexType, DerivationMethod } from "../model/index.js";
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

/** Whether values may stand where a base type is declared, told apart by their `$type`. No `xsi:type` names an anonymous type. */
export function isDerived(
  { definition }: PlannedComplexType,
  context: PlanContext,
): boolean {
  const { base, name } = definition;
  if (base === undefined || name === undefined) return false;
  return context.types.get(base.key)?.kind === "complex";
}

/** What keeps derived types from standing where this one is declared: the type's own `block`, and that of the element. */
export function blockedBy({
  definition,
  blocked = [],
}: PlannedComplexType): readonly DerivationMethod[] {
  return [...(definition.block ?? []), ...blocked];
}

/** Types derived from it in one step by a method that is not among those blocked. */
export function* directlyDerived(
  { definition }: PlannedComplexType,
  blocked: readonly DerivationMethod[],
  context: PlanContext,
): Generator<PlannedComplexType> {
  const { name } = definition;
  if (name === undefined) return;
  for (const { key } of context.derived.get(name.key) ?? []) {
    const planned = context.types.get(key);
    if (planned?.kind !== "complex") continue;
    const { derivation = "extension" } = planned.definition;
    if (!blocked.includes(derivation)) yield planned;
  }
}

/** All types that may stand where it is declared, nearest first (XML Schema part 1 §3.4.6, Type Derivation OK). */
export function standIns(
  type: PlannedComplexType,
  context: PlanContext,
): readonly PlannedComplexType[] {
  return derivedFrom(type, blockedBy(type), context);
}

/** All types derived from it by methods that are not among those blocked, nearest first. */
export function derivedFrom(
  type: PlannedComplexType,
  blocked: readonly DerivationMethod[],
  context: PlanContext,
): readonly PlannedComplexType[] {
  const found = new Set<PlannedComplexType>();
  const queue = [...directlyDerived(type, blocked, context)];
  for (const next of queue) {
    if (found.has(next) || next === type) continue;
    found.add(next);
    queue.push(...directlyDerived(next, blocked, context));
  }
  return [...found];
}

/** Whether the type's own structure has a `$type`. */
export function isTagged(
  type: PlannedComplexType,
  context: PlanContext,
): boolean {
  if (type.definition.isAbstract) return false;
  return hasStandIns(type, context) || isDerived(type, context);
}

export function hasStandIns(
  type: PlannedComplexType,
  context: PlanContext,
): boolean {
  // Only the first is asked for: a base may have thousands, and so may ask each of them.
  const first = directlyDerived(type, blockedBy(type), context).next();
  return first.done !== true;
}
