import type { Documented, QName } from "../model/index.js";
import { edit, type DiffSite } from "./diff-node.js";
import { listNames } from "./namespace-moves.js";

interface Group {
  readonly was: string;
  readonly is: string;
  readonly names: string[];
}

type Known = Documented & { readonly name: QName };

/** Members of a type that are known in another way, together where it is the same way. */
export function diffCertainty(
  site: DiffSite,
  pairs: readonly (readonly [Known, Known])[],
): void {
  const groups = new Map<string, Group>();
  for (const [old, current] of pairs) {
    const [was, is] = [describe(old), describe(current)];
    if (was === is) continue;
    const key = JSON.stringify([was, is]);
    const group = groups.get(key) ?? { was, is, names: [] };
    group.names.push(current.name.local);
    groups.set(key, group);
  }
  for (const { was, is, names } of groups.values())
    edit(site, "certainty-changed", [was, `${is} (${listNames(names)})`]);
}

function describe({ origin: { certainty, how } }: Documented): string {
  return `${certainty}, ${how}`;
}
