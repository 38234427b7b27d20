import { attributesOf, contentOf, type Effective } from "./effective.js";
import type { ComplexType, Content } from "../model/index.js";
import { nodeOfTypes, type DiffContext } from "./diff-context.js";
import { edit, type DiffNode, type DiffSite } from "./diff-node.js";
import { diffCertainty } from "./diff-certainty.js";
import { diffDerived } from "./diff-derived.js";
import { diffGrouping } from "./diff-grouping.js";
import { diffMembers, matchMembers } from "./diff-members.js";
import { diffReferences } from "./diff-references.js";
import { diffWildcards } from "./diff-wildcards.js";
import { diffProperties, type Elements } from "./diff-properties.js";
import { flattenAttributes, flattenContent, type Member } from "./member.js";
import type { PairedUp } from "./pair-up.js";

/** Compares two complex types; what they inherit is compared at their bases, where these belong together. */
export function diffComplex(
  node: DiffNode,
  [old, current]: readonly [ComplexType, ComplexType],
  context: DiffContext,
): void {
  const site = { node, at: "", old: old.origin, new: current.origin };
  const isOwn = useBases(site, [old, current], context);
  if (old.isAbstract !== current.isAbstract) {
    const name = current.name?.local ?? "";
    if (current.isAbstract) edit(site, "alternative-removed", [name, ""]);
    else edit(site, "alternative-added", ["", name]);
  }
  const was = { type: old, isOwn, schemas: context.old.schemas };
  const is = { type: current, isOwn, schemas: context.new.schemas };
  const attributes = diffAttributes(site, [was, is], context);
  const elements = diffContent(site, [was, is], context);
  if (elements !== undefined) diffProperties(site, attributes, elements);
  diffDerived(site, [old, current], context);
}

/** Whether both extend types that are compared by themselves: then only what they add is compared here. */
function useBases(
  { node }: DiffSite,
  [old, current]: readonly [ComplexType, ComplexType],
  context: DiffContext,
): boolean {
  const was = old.base && context.old.schemas.types.get(old.base.key);
  const is = current.base && context.new.schemas.types.get(current.base.key);
  if (was?.kind !== "complex" || is?.kind !== "complex") return false;
  const isExtension = [old, current].every(
    ({ derivation }) => derivation === "extension",
  );
  if (!isExtension || context.types.newOf.get(was.name.key) !== is)
    return false;
  node.uses.push({ step: "", node: nodeOfTypes(was, is, context) });
  return true;
}

type Both = readonly [Effective, Effective];

function diffAttributes(
  site: DiffSite,
  [was, is]: Both,
  context: DiffContext,
): PairedUp<Member> {
  const [old, current] = [attributesOf(was), attributesOf(is)];
  const matched = matchMembers(
    flattenAttributes(old.attributes, was.schemas),
    flattenAttributes(current.attributes, is.schemas),
  );
  diffMembers(site, matched, context);
  const wildcards = [old, current].map(({ anyAttribute }) =>
    anyAttribute === undefined ? [] : [anyAttribute],
  );
  const [before = [], after = []] = wildcards;
  diffWildcards(site, [before, after], "attributes");
  return matched;
}

/** @returns all elements on both sides; undefined where there is text */
function diffContent(
  site: DiffSite,
  both: Both,
  context: DiffContext,
): Elements | undefined {
  const [was, is] = both;
  const [old, current] = [contentOf(was), contentOf(is)];
  if (old.contentKind === "simple" && current.contentKind === "simple")
    diffReferences(site, [old.type, current.type], context);
  else if (old.contentKind === "simple" || current.contentKind === "simple")
    edit(site, "type-changed", [describe(old), describe(current)]);
  if (old.contentKind === "simple" || current.contentKind === "simple")
    return undefined;
  const isMixed = [old, current].map(
    ({ contentKind }) => contentKind === "mixed",
  );
  if (isMixed[0] !== isMixed[1]) {
    const [first, second] = isMixed.map((mixed) =>
      mixed ? "has text between its members" : "has no text of its own",
    );
    edit(site, "mixed-changed", [first ?? "", second ?? ""]);
  }
  const before = flattenContent(particleOf(old), was.schemas);
  const after = flattenContent(particleOf(current), is.schemas);
  const matched = matchMembers(before.members, after.members);
  diffMembers(site, matched, context);
  diffCertainty(site, matched.pairs);
  diffGrouping(site, matched.pairs, [before.members, after.members]);
  diffWildcards(site, [before.wildcards, after.wildcards], "elements");
  return [before.members, after.members];
}

function particleOf(content: Content) {
  return content.contentKind === "elementOnly" ||
    content.contentKind === "mixed"
    ? content.particle
    : undefined;
}

function describe({ contentKind }: Content): string {
  return contentKind === "simple" ? "text with attributes" : "elements";
}
