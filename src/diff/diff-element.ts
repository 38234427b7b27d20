import {
  substitutionMembers,
  type ElementDeclaration,
} from "../model/index.js";
import { nodeOfElements, type DiffContext } from "./diff-context.js";
import { diffDeclarations } from "./diff-members.js";
import { edit, within, type DiffNode, type DiffSite } from "./diff-node.js";

/** Compares two global elements, with what may stand in for them (XML Schema part 1 §3.3.6). */
export function diffElement(
  node: DiffNode,
  [old, current]: readonly [ElementDeclaration, ElementDeclaration],
  context: DiffContext,
): void {
  const site = { node, at: "", old: old.origin, new: current.origin };
  if (old.isAbstract !== current.isAbstract) {
    const { local } = current.name;
    if (current.isAbstract) edit(site, "alternative-removed", [local, ""]);
    else edit(site, "alternative-added", ["", local]);
  }
  diffDeclarations(site, [old, current], context);
  diffSubstitutes(site, [old, current], context);
}

function diffSubstitutes(
  site: DiffSite,
  [old, current]: readonly [ElementDeclaration, ElementDeclaration],
  context: DiffContext,
): void {
  const { newOf, oldOf } = context.elements;
  const before = substitutes(old, context.old.schemas);
  const after = substitutes(current, context.new.schemas);
  for (const element of before) {
    const partner = newOf.get(element.name.key);
    if (partner === undefined || !after.has(partner)) {
      const place = within(site, "", [element, undefined]);
      edit(place, "alternative-removed", [element.name.local, ""]);
      continue;
    }
    const node = nodeOfElements(element, partner, context);
    site.node.uses.push({ step: `(${partner.name.local})`, node });
  }
  for (const element of after) {
    const partner = oldOf.get(element.name.key);
    if (partner !== undefined && before.has(partner)) continue;
    const place = within(site, "", [undefined, element]);
    edit(place, "alternative-added", ["", element.name.local]);
  }
}

function substitutes(
  { name }: ElementDeclaration,
  schemas: DiffContext["old"]["schemas"],
): ReadonlySet<ElementDeclaration> {
  const all = substitutionMembers(schemas, name);
  return new Set(all.filter(({ isAbstract }) => !isAbstract));
}
