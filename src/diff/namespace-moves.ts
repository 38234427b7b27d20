import type { Documented, Origin, QName } from "../model/index.js";
import { createNode, edit, type DiffNode } from "./diff-node.js";

interface Move {
  readonly was: string;
  readonly is: string;
  readonly old: Origin;
  readonly new: Origin;
  readonly names: Set<string>;
}

/** Names that are in another namespace now: one change for all names that moved the same way. */
export class NamespaceMoves {
  readonly #moves = new Map<string, Move>();

  note(
    was: QName,
    is: QName,
    [old, current]: readonly [Documented, Documented],
  ): void {
    if (was.namespace === is.namespace) return;
    const key = JSON.stringify([was.namespace, is.namespace]);
    let move = this.#moves.get(key);
    if (move === undefined) {
      move = {
        was: was.namespace,
        is: is.namespace,
        old: old.origin,
        new: current.origin,
        names: new Set(),
      };
      this.#moves.set(key, move);
    }
    move.names.add(is.local);
  }

  /** One node for each move, without a place in any message. */
  nodes(): readonly DiffNode[] {
    return [...this.#moves.values()].map(({ was, is, names, ...places }) => {
      const node = createNode(listNames([...names]));
      const site = { node, at: "", ...places };
      edit(site, "namespace-changed", [show(was), show(is)]);
      return node;
    });
  }
}

function show(namespace: string): string {
  return namespace === "" ? "no namespace" : `"${namespace}"`;
}

const maxListed = 3;

/** `A, B, C and 4 more`. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, maxListed).join(", ");
  const rest = names.length - maxListed;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
