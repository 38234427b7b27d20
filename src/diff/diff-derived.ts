import type { ComplexType } from "../model/index.js";
import {
  nodeOfTypes,
  type DiffContext,
  type NamedType,
} from "./diff-context.js";
import { edit, within, type DiffSite } from "./diff-node.js";

/** Compares the types that may stand in for a type by `xsi:type`: those derived from it directly, which know theirs. */
export function diffDerived(
  site: DiffSite,
  [{ name: old }, { name: current }]: readonly [ComplexType, ComplexType],
  context: DiffContext,
): void {
  if (old === undefined || current === undefined) return;
  const { newOf, oldOf } = context.types;
  const before = context.oldDerived.get(old.key) ?? [];
  const after = new Set(context.newDerived.get(current.key));
  for (const type of before) {
    const partner = newOf.get(type.name.key);
    if (partner === undefined || !after.has(partner)) {
      alternative(site, type, "removed");
      continue;
    }
    const node = nodeOfTypes(type, partner, context);
    site.node.uses.push({ step: `(${partner.name.local})`, node });
  }
  const kept = new Set(before);
  for (const type of after) {
    const partner = oldOf.get(type.name.key);
    if (partner === undefined || !kept.has(partner))
      alternative(site, type, "added");
  }
}

function alternative(
  site: DiffSite,
  type: NamedType,
  what: "added" | "removed",
): void {
  // No value is of an abstract type.
  if (type.kind === "complex" && type.isAbstract) return;
  const { local } = type.name;
  if (what === "added")
    edit(within(site, "", [undefined, type]), "alternative-added", ["", local]);
  else
    edit(within(site, "", [type, undefined]), "alternative-removed", [
      local,
      "",
    ]);
}
