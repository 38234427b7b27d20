import { strongComponents } from "../plan/pattern-cost/strong-components.js";
import { joinSteps, type DiffNode } from "./diff-node.js";

/** The shortest path from the first of some messages to everything they lead to; each use is looked at once. */
export function pathsFrom(
  messages: readonly DiffNode[],
): ReadonlyMap<DiffNode, string> {
  const paths = new Map(messages.map((message) => [message, message.title]));
  for (const [node, path] of paths)
    for (const { step, node: next } of node.uses)
      if (!paths.has(next)) paths.set(next, joinSteps(path, step));
  return paths;
}

/**
 * How many operations lead to each node. Operations are counted as bits, by strongly connected components, so that each
 * use is looked at once.
 *
 * @param operations the messages of each
 * @param wanted the nodes that are asked for
 */
export function countOperations(
  operations: readonly (readonly DiffNode[])[],
  wanted: readonly DiffNode[],
): ReadonlyMap<DiffNode, number> {
  const nodes = [...pathsFrom(operations.flat()).keys()];
  const indexes = new Map(nodes.map((node, index) => [node, index]));
  const next = nodes.map((node) =>
    node.uses.flatMap((use) => indexes.get(use.node) ?? []),
  );
  const component = strongComponents(next);
  const bits: bigint[] = [];
  for (const [index, messages] of operations.entries())
    for (const message of messages) {
      const own = component[indexes.get(message) ?? -1] ?? 0;
      bits[own] = (bits[own] ?? 0n) | (1n << BigInt(index));
    }
  // Components are numbered after those they lead to: the last one is led to by none.
  const order = [...nodes.keys()].sort(
    (first, second) => (component[second] ?? 0) - (component[first] ?? 0),
  );
  for (const index of order) {
    const own = component[index] ?? 0;
    for (const target of next[index] ?? []) {
      const other = component[target] ?? 0;
      if (other !== own) bits[other] = (bits[other] ?? 0n) | (bits[own] ?? 0n);
    }
  }
  return new Map(
    wanted.map((node) => {
      const own = component[indexes.get(node) ?? -1];
      return [node, own === undefined ? 0 : countBits(bits[own] ?? 0n)];
    }),
  );
}

function countBits(bits: bigint): number {
  return bits.toString(2).replaceAll("0", "").length;
}
