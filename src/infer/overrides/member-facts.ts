import type {
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Particle,
} from "../../model/index.js";
import {
  isSaid,
  overridden,
  reportNotApplicable,
  reportUnnecessary,
  type Applying,
} from "./applying.js";
import { editAt } from "./edit-component.js";
import type { Found } from "./find-member.js";
import { placeMembers } from "./place-members.js";
import { withOccurrence } from "./occurrence-facts.js";
import type { MemberFacts, OverrideEntry } from "./overrides-document.js";
import { renameMember } from "./rename-member.js";
import { withValueFacts } from "./value-facts.js";

/** Applies an entry to the member it is about. */
export function applyMember(
  found: Found,
  entry: OverrideEntry<MemberFacts>,
  applying: Applying,
): void {
  const { facts, span } = entry;
  const { workspace } = applying;
  const { place, occurrence = place } = found;
  checkApplicable(found, entry, applying);
  if (occurrence !== place)
    editAt(workspace, occurrence, {
      particle: (particle) => withOccurrence(particle, facts, applying),
    });
  editAt(workspace, place, {
    element: (element) => withElementFacts(element, facts, applying),
    particle: (particle) => withParticleFacts(particle, facts, applying),
    attribute: (use) => withAttributeFacts(use, facts, applying),
    text: (type) => withTextFacts(type, facts, applying),
    part: (part) =>
      part.type === undefined
        ? part
        : withValueFacts({ ...part, type: part.type }, facts, applying),
  });
  const { members, name } = facts;
  if (members !== undefined) {
    const placed = placeMembers(place, { members, span }, applying);
    for (const each of placed)
      applyMember(each.found, each.entry, each.applying);
  }
  if (name !== undefined) renameMember(place, name, applying);
}

type Fact = "nillable" | "repeated" | "presence" | "name" | "members";

/** What cannot be said of which kind of member, and why. */
const impossible = {
  element: { facts: [], reason: "" },
  root: {
    facts: ["repeated", "presence"],
    reason: "the element of a message is there once",
  },
  attribute: {
    facts: ["nillable", "repeated", "members"],
    reason: "it is an attribute",
  },
  text: {
    facts: ["nillable", "repeated", "members", "presence", "name"],
    reason: "it is text",
  },
} as const satisfies Readonly<
  Record<string, { facts: readonly Fact[]; reason: string }>
>;

function checkApplicable(
  { place, occurrence }: Found,
  entry: OverrideEntry<MemberFacts>,
  applying: Applying,
): void {
  const last = (occurrence ?? place).steps.at(-1);
  const { facts, reason } = impossible[last?.kind ?? "root"];
  for (const fact of facts) {
    const stated = entry.facts[fact];
    if (stated === undefined) continue;
    const span = "span" in stated ? stated.span : entry.span;
    reportNotApplicable(applying, { fact, reason }, span);
  }
}

function withParticleFacts(
  particle: Particle,
  facts: MemberFacts,
  applying: Applying,
): Particle {
  const { term } = particle;
  if (term.kind !== "element") return particle;
  const occurring = withOccurrence(particle, facts, applying);
  const declaration = withElementFacts(term.declaration, facts, applying);
  const { nillable } = facts;
  const isNewly =
    nillable !== undefined && nillable.value !== term.declaration.nillable;
  // Whether null is allowed belongs to the presence: the type may stay as uncertain as it was.
  return {
    ...occurring,
    term: { ...term, declaration },
    ...(isNewly ? { origin: overridden(nillable.span) } : {}),
  };
}

function withElementFacts(
  element: ElementDeclaration,
  facts: MemberFacts,
  applying: Applying,
): ElementDeclaration {
  const changed = withValueFacts(element, facts, applying);
  const { nillable } = facts;
  if (nillable === undefined) return changed;
  const isKnown = element.origin.how === "declared" || element.nillable;
  if (nillable.value === element.nillable && isKnown)
    reportUnnecessary(applying, "nillable", nillable);
  return { ...changed, nillable: nillable.value };
}

function withAttributeFacts(
  use: AttributeUse,
  facts: MemberFacts,
  applying: Applying,
): AttributeUse {
  const { attribute } = use;
  if (attribute.kind !== "attribute") return use;
  const declaration = withValueFacts(attribute.declaration, facts, applying);
  const changed = { ...use, attribute: { ...attribute, declaration } };
  const { presence } = facts;
  if (presence === undefined) return changed;
  if (presence.value === use.use && isSaid(use.origin)) {
    reportUnnecessary(applying, "presence", presence);
    return changed;
  }
  return { ...changed, use: presence.value, origin: overridden(presence.span) };
}

/** Text beside attributes; an element that showed none gets it. */
function withTextFacts(
  type: ComplexType,
  facts: MemberFacts,
  applying: Applying,
): ComplexType {
  const { content } = type;
  const reason = "no text is shown";
  const text =
    content.contentKind === "simple"
      ? content.type
      : ({ kind: "unknown", reason } as const);
  const value = withValueFacts(
    { type: text, origin: type.origin },
    facts,
    applying,
  );
  return value.type.kind === "unknown"
    ? type
    : {
        ...type,
        content: { contentKind: "simple", type: value.type },
        origin: value.origin,
      };
}
