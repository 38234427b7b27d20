import type { Model, Operation } from "../model/index.js";
import type { Change } from "./change.js";
import { classifyEdits } from "./classify-edits.js";
import { compareQueued } from "./compare-queued.js";
import {
  createDiffContext,
  nodeOfElements,
  nodeOfTypes,
  type DiffContext,
} from "./diff-context.js";
import { createLoneNode, type DiffNode } from "./diff-node.js";
import { diffOperation } from "./diff-operation.js";
import { diffServices } from "./diff-services.js";
import { matchOperations } from "./match-operations.js";

/**
 * All differences between two linked models, breaking ones first: on the wire, then in types. Components that several
 * messages share are compared once, and their differences told once, with the number of operations they reach.
 */
export function diffModels(old: Model, current: Model): readonly Change[] {
  const context = createDiffContext(old, current);
  const { pairs, removed, added } = matchOperations(old, current);
  const messages = pairs.map((pair) => diffOperation(pair, context));
  compareQueued(context);
  compareOthers(context);
  return classifyEdits({
    messages,
    outer: [
      ...diffServices(old, current),
      ...context.moves.nodes(),
      ...removed.map((each) => lone(each, "removed")),
      ...added.map((each) => lone(each, "added")),
    ],
    components: [...context.nodes, ...loneComponents(context)],
  });
}

/** What no message has is exported all the same. */
function compareOthers(context: DiffContext): void {
  const { types, elements } = context;
  for (const old of context.old.schemas.types.values()) {
    const current = types.newOf.get(old.name.key);
    if (current !== undefined) nodeOfTypes(old, current, context);
  }
  for (const old of context.old.schemas.elements.values()) {
    const current = elements.newOf.get(old.name.key);
    if (current !== undefined) nodeOfElements(old, current, context);
  }
  compareQueued(context);
}

function lone(operation: Operation, what: "added" | "removed"): DiffNode {
  return what === "added"
    ? createLoneNode(operation.name, "operation-added", { new: operation })
    : createLoneNode(operation.name, "operation-removed", { old: operation });
}

/** Types of one side only; elements too where no operations use them. */
function loneComponents(context: DiffContext): readonly DiffNode[] {
  const { old, new: current, types, elements } = context;
  const nodes: DiffNode[] = [];
  for (const type of old.schemas.types.values())
    if (!types.newOf.has(type.name.key))
      nodes.push(
        createLoneNode(`type ${type.name.local}`, "type-removed", {
          old: type,
        }),
      );
  for (const type of current.schemas.types.values())
    if (!types.oldOf.has(type.name.key))
      nodes.push(
        createLoneNode(`type ${type.name.local}`, "type-added", { new: type }),
      );
  if (old.operations.length + current.operations.length > 0) return nodes;
  for (const element of old.schemas.elements.values())
    if (!elements.newOf.has(element.name.key))
      nodes.push(
        createLoneNode(`element ${element.name.local}`, "element-removed", {
          old: element,
        }),
      );
  for (const element of current.schemas.elements.values())
    if (!elements.oldOf.has(element.name.key))
      nodes.push(
        createLoneNode(`element ${element.name.local}`, "element-added", {
          new: element,
        }),
      );
  return nodes;
}
