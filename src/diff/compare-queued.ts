import type { SimpleType } from "../model/index.js";
import { diffComplex } from "./diff-complex.js";
import type { Comparison, DiffContext } from "./diff-context.js";
import { diffElement } from "./diff-element.js";
import { edit, type DiffSite } from "./diff-node.js";
import { diffSimple } from "./diff-simple.js";
import { simpleShape } from "./simple-shape.js";

/** Compares all components that wait, and those that they lead to. */
export function compareQueued(context: DiffContext): void {
  const { queue } = context;
  while (queue.length > 0)
    for (const comparison of queue.splice(0)) compare(comparison, context);
}

function compare(comparison: Comparison, context: DiffContext): void {
  const { node } = comparison;
  if (comparison.kind === "element")
    return diffElement(node, [comparison.old, comparison.new], context);
  const { old, new: current } = comparison;
  const site = { node, at: "", old: old.origin, new: current.origin };
  if (old.kind === "complex" && current.kind === "complex")
    diffComplex(node, [old, current], context);
  else if (old.kind === "simple" && current.kind === "simple")
    diffSimpleTypes(site, [old, current], context);
  else
    edit(site, "type-changed", [
      `a ${old.kind} type`,
      `a ${current.kind} type`,
    ]);
}

function diffSimpleTypes(
  site: DiffSite,
  [old, current]: readonly [SimpleType, SimpleType],
  context: DiffContext,
): void {
  const was = simpleShape(
    { kind: "anonymous", type: old },
    context.old.schemas,
  );
  const is = simpleShape(
    { kind: "anonymous", type: current },
    context.new.schemas,
  );
  if (was !== undefined && is !== undefined) diffSimple(site, was, is);
  else if (was !== is)
    edit(site, was === undefined ? "became-known" : "became-unknown", ["", ""]);
}
