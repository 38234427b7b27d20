import type { PlanContext, PlannedComplexType } from "../context.js";
import { extendedBase } from "../hierarchy.js";
import type { ContentPlan } from "./content-plan.js";

/** Contents of the types that a type extends, the outermost first, and its own at the end. */
export function contentChain(
  type: PlannedComplexType,
  context: PlanContext,
): readonly ContentPlan[] {
  const chain: ContentPlan[] = [];
  const seen = new Set<PlannedComplexType>();
  let next: PlannedComplexType | undefined = type;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    chain.push(next.content());
    next = extendedBase(next.definition, context);
  }
  return chain.toReversed();
}
