import type { BindingOperation, Operation } from "../model/index.js";
import type { DiffContext } from "./diff-context.js";
import { diffEnvelope } from "./diff-envelope.js";
import { diffFaults } from "./diff-faults.js";
import {
  createNode,
  edit,
  within,
  type DiffNode,
  type DiffSite,
} from "./diff-node.js";
import { pairUp } from "./pair-up.js";

/** An operation and its two messages, each a node of its own. */
export interface OperationNodes {
  readonly operation: DiffNode;
  readonly request: DiffNode;
  readonly response: DiffNode;
}

/** Compares what one operation is, over all bindings that carry it. */
export function diffOperation(
  [old, current]: readonly [Operation, Operation],
  context: DiffContext,
): OperationNodes {
  const components = { old, new: current };
  const nodes = {
    operation: createNode(current.name, components),
    request: createNode(`${current.name} → request`, components),
    response: createNode(`${current.name} → response`, components),
  };
  const site = {
    node: nodes.operation,
    at: "",
    old: old.origin,
    new: current.origin,
  };
  if (old.isOneWay !== current.isOneWay)
    edit(site, "one-way-changed", [describe(old), describe(current)]);
  diffErrors(site, old, current);
  // Names of bindings are not on the wire.
  const { pairs, removed, added } = pairUp(old.bindings, current.bindings, [
    ({ protocol, binding }) => `${protocol} ${binding.key}`,
    ({ protocol }) => protocol,
  ]);
  for (const { protocol, origin } of removed)
    edit({ ...site, old: origin }, "binding-removed", [protocol, ""]);
  for (const { protocol, origin } of added)
    edit({ ...site, new: origin }, "binding-added", ["", protocol]);
  for (const pair of pairs) diffBinding(nodes, pair, context);
  return nodes;
}

function describe({ isOneWay }: Operation): string {
  return isOneWay ? "one-way" : "answered";
}

/** Errors that the documentation lists. */
function diffErrors(site: DiffSite, old: Operation, current: Operation): void {
  const [was, is] = [old, current].map(
    ({ errors }) => new Set(errors.map(({ code }) => code)),
  );
  for (const error of old.errors)
    if (is?.has(error.code) === false)
      edit(within(site, "", [error, undefined]), "error-removed", [
        error.code,
        "",
      ]);
  for (const error of current.errors)
    if (was?.has(error.code) === false)
      edit(within(site, "", [undefined, error]), "error-added", [
        "",
        error.code,
      ]);
}

function diffBinding(
  { operation, request, response }: OperationNodes,
  [old, current]: readonly [BindingOperation, BindingOperation],
  context: DiffContext,
): void {
  const places = { at: "", old: old.origin, new: current.origin };
  if (old.action !== current.action)
    edit({ node: operation, ...places }, "action-changed", [
      quote(old.action),
      quote(current.action),
    ]);
  diffEnvelope(
    { node: request, ...places },
    [old.request, current.request],
    context,
  );
  const answers = { node: response, ...places };
  // That there is an answer, or none any more, is said of the operation.
  if (old.response !== undefined && current.response !== undefined)
    diffEnvelope(answers, [old.response, current.response], context);
  diffFaults(answers, [old.faults, current.faults], context);
}

function quote(action: string | undefined): string {
  return action === undefined ? "that is unknown" : JSON.stringify(action);
}
