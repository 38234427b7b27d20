import type { PartType } from "../model/index.js";
import { nodeOfElements, type DiffContext } from "./diff-context.js";
import { edit, type DiffSite } from "./diff-node.js";
import { diffReferences } from "./diff-references.js";

/** Compares what parts, header blocks and faults are made of: a global element, or a type. */
export function diffPartTypes(
  site: DiffSite,
  [old, current]: readonly [PartType, PartType],
  context: DiffContext,
): void {
  if (old.kind === "type" && current.kind === "type")
    return diffReferences(site, [old.reference, current.reference], context);
  if (old.kind === "type" || current.kind === "type")
    return edit(site, "style-changed", [kindOf(old), kindOf(current)]);
  const was = context.old.schemas.elements.get(old.name.key);
  const is = context.new.schemas.elements.get(current.name.key);
  if (was === undefined || is === undefined) return;
  const node = nodeOfElements(was, is, context);
  site.node.uses.push({ step: site.at, node });
}

function kindOf({ kind }: PartType): string {
  return kind === "element" ? "an element" : "a type";
}
