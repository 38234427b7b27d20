import { edit, within, type DiffSite } from "./diff-node.js";
import { stepOf, type Member } from "./member.js";
import type { PairedUp } from "./pair-up.js";

/** All elements of a type, before and after. */
export type Elements = readonly [readonly Member[], readonly Member[]];

/** Attributes are properties of their name unless an element has it: then they are called otherwise in the SDK. */
export function diffProperties(
  site: DiffSite,
  { pairs }: PairedUp<Member>,
  elements: Elements,
): void {
  if (pairs.length === 0) return;
  const [was, is] = elements.map(
    (members) => new Set(members.map(({ name }) => name.local)),
  );
  for (const [old, current] of pairs) {
    const names = [
      propertyOf(old, was ?? new Set()),
      propertyOf(current, is ?? new Set()),
    ] as const;
    if (names[0] !== names[1])
      edit(
        within(site, stepOf(current), [old, current]),
        "name-changed",
        names,
      );
  }
}

function propertyOf(
  { name: { local } }: Member,
  taken: ReadonlySet<string>,
): string {
  return taken.has(local) ? `${local}_2` : local;
}
