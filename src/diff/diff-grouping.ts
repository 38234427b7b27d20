import { edit, type DiffSite } from "./diff-node.js";
import { isArray, type Member } from "./member.js";
import { listNames } from "./namespace-moves.js";

type Pairs = readonly (readonly [Member, Member])[];

/** Compares the choices around members, and their order. */
export function diffGrouping(
  site: DiffSite,
  pairs: Pairs,
  [before, after]: readonly [readonly Member[], readonly Member[]],
): void {
  const regrouped = pairs.filter(
    ([old, current]) => old.grouping !== current.grouping,
  );
  if (regrouped.length > 0)
    edit(site, "choice-changed", [
      describeGroups(regrouped.map(([old]) => old)),
      describeGroups(regrouped.map(([, current]) => current)),
    ]);
  const common = new Map(pairs.filter(isElementPair));
  const positions = new Map(after.map((member, index) => [member, index]));
  const ordered = before.flatMap((member) => {
    const current = common.get(member);
    return current === undefined ? [] : [[member, current] as const];
  });
  diffFreedom(site, ordered);
  diffOrder(
    site,
    ordered
      .filter(([old, current]) => old.isOrdered && current.isOrdered)
      .map(([, current]) => current),
    positions,
  );
}

function isElementPair([old]: readonly [Member, Member]): boolean {
  return old.kind === "element";
}

/** `choice of A, B; C`. */
function describeGroups(members: readonly Member[]): string {
  const groups = new Map<string, string[]>();
  for (const { grouping, name } of members) {
    const known = groups.get(grouping);
    if (known === undefined) groups.set(grouping, [name.local]);
    else known.push(name.local);
  }
  return [...groups]
    .map(([grouping, names]) =>
      grouping === ""
        ? `sequence of ${listNames(names)}`
        : `${grouping} of ${listNames(names)}`,
    )
    .join("; ");
}

/** xs:all has no order, xs:sequence has; for choices that is another change. */
function diffFreedom(site: DiffSite, pairs: Pairs): void {
  const isPlain = pairs.filter(
    ([old, current]) => old.grouping === "" && current.grouping === "",
  );
  if (isPlain.length < 2) return;
  const [was, is] = [0, 1].map((side) =>
    isPlain.every((each) => each[side === 0 ? 0 : 1].isOrdered),
  );
  if (was === is) return;
  edit(site, is === true ? "order-fixed" : "order-freed", ["", ""]);
}

/** Members in the old order, and where they are now. */
function diffOrder(
  site: DiffSite,
  members: readonly Member[],
  positions: ReadonlyMap<Member, number>,
): void {
  const at = (member: Member): number => positions.get(member) ?? 0;
  const isKept = members.every((member, index) => {
    const next = members[index + 1];
    return next === undefined || at(member) < at(next);
  });
  if (isKept) return;
  const now = members.toSorted((first, second) => at(first) - at(second));
  const moved = members.filter((member, index) => member !== now[index]);
  const movedNow = now.filter((member, index) => member !== members[index]);
  edit(site, "order-changed", [describe(moved), describe(movedNow)]);
}

function describe(members: readonly Member[]): string {
  return listNames(
    members.map(
      (member) => `${member.name.local}${isArray(member) ? "[]" : ""}`,
    ),
  );
}
