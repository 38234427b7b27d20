import type { DiffContext } from "./diff-context.js";
import { nodeOfElements } from "./diff-context.js";
import { edit, joinSteps, within, type DiffSite } from "./diff-node.js";
import { editMembers } from "./edit-members.js";
import { diffReferences } from "./diff-references.js";
import { pairUp, type PairedUp } from "./pair-up.js";
import { isArray, stepOf, type Member } from "./member.js";

/** Members of one name; then those whose name is in another namespace. */
export function matchMembers(
  old: readonly Member[],
  current: readonly Member[],
): PairedUp<Member> {
  return pairUp(old, current, [
    ({ kind, name }) => `${kind} ${name.key}`,
    ({ kind, name }) => `${kind} ${name.local}`,
  ]);
}

/** Compares the members of two types one by one, and says which came and went. */
export function diffMembers(
  site: DiffSite,
  { pairs, removed, added }: PairedUp<Member>,
  context: DiffContext,
): void {
  editMembers(site, { removed, added });
  for (const [old, current] of pairs) diffMember(site, [old, current], context);
}

function diffMember(
  site: DiffSite,
  [old, current]: readonly [Member, Member],
  context: DiffContext,
): void {
  const place = within(site, stepOf(current), [old, current]);
  context.moves.note(old.name, current.name, [old, current]);
  diffOccurrence(place, old, current);
  if (old.reference !== undefined && current.reference !== undefined) {
    const node = nodeOfElements(old.reference, current.reference, context);
    place.node.uses.push({ step: place.at, node });
    return;
  }
  diffDeclarations(place, [old, current], context);
  diffArrayTypes(place, [old, current], context);
}

function diffOccurrence(place: DiffSite, old: Member, current: Member): void {
  const [was, is] = [old, current].map(isArray);
  if (was !== is) {
    const texts = [describeRange(old), describeRange(current)] as const;
    edit(place, is === true ? "became-array" : "became-single", texts);
  }
  const [wasOptional, isOptional] = [old, current].map(({ min }) => min === 0);
  if (wasOptional !== isOptional) {
    const rule = isOptional === true ? "member-optional" : "member-required";
    edit(place, rule, ["", ""]);
  }
  if (was !== true || is !== true) return;
  const texts = [describeRange(old), describeRange(current)] as const;
  // That it can be left out at all was said.
  const minimum = wasOptional === isOptional ? current.min - old.min : 0;
  const isLess = minimum > 0 || limit(current) < limit(old);
  const isMore = minimum < 0 || limit(current) > limit(old);
  if (isLess) edit(place, "occurrence-narrowed", texts);
  if (isMore) edit(place, "occurrence-widened", texts);
}

function limit({ max }: Member): number {
  return max === "unbounded" ? Infinity : max;
}

function describeRange({ min, max }: Member): string {
  return min === max ? String(min) : `${min} to ${max}`;
}

/** What elements and attributes say of their values. */
export type Declaration = Pick<
  Member,
  "nillable" | "default" | "fixed" | "type"
>;

/** Compares two declarations at the place of the members. */
export function diffDeclarations(
  place: DiffSite,
  [old, current]: readonly [Declaration, Declaration],
  context: DiffContext,
): void {
  if (old.nillable !== current.nillable)
    edit(place, current.nillable ? "nillable-added" : "nillable-removed", [
      "",
      "",
    ]);
  for (const which of ["default", "fixed"] as const) {
    if (old[which] === current[which]) continue;
    const texts = [quote(old[which]), quote(current[which])] as const;
    edit(place, `${which}-changed`, texts);
  }
  diffReferences(place, [old.type, current.type], context);
}

function quote(value: string | undefined): string {
  return value === undefined ? "none" : JSON.stringify(value);
}

function diffArrayTypes(
  place: DiffSite,
  [{ arrayType: old }, { arrayType: current }]: readonly [Member, Member],
  context: DiffContext,
): void {
  if (old === undefined || current === undefined) {
    if (old === current) return;
    const [was, is] = [old, current].map(
      (each) => each?.itemType.local ?? "no array",
    );
    return edit(place, "type-changed", [was ?? "", is ?? ""]);
  }
  if (old.dimensions !== current.dimensions)
    edit(place, "type-changed", [
      `array ${old.dimensions}`,
      `array ${current.dimensions}`,
    ]);
  const items = { ...place, at: joinSteps(place.at, "item") };
  const references = [old, current].map(
    ({ itemType }) => ({ kind: "named", name: itemType }) as const,
  );
  const [was, is] = references;
  if (was !== undefined && is !== undefined)
    diffReferences(items, [was, is], context);
}
