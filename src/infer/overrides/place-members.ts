import {
  anonymous,
  qname,
  type AttributeUse,
  type ComplexType,
  type ModelGroup,
  type Particle,
  type QName,
  type TypeReference,
  xsd,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import { overridden, reportNotApplicable, type Applying } from "./applying.js";
import { editStructureAt, editTypeAt, setOriginAt } from "./edit-type.js";
import {
  findMember,
  structureOf,
  type Found,
  type Structure,
} from "./find-member.js";
import type { MemberFacts, OverrideEntry } from "./overrides-document.js";
import { parseStep, type PathStep } from "./override-path.js";
import type { Place } from "./place.js";
import type { Workspace } from "./workspace.js";

type Entry = OverrideEntry<MemberFacts>;

export interface MembersFact {
  readonly members: readonly Entry[];
  readonly span: Span;
}

/** An entry whose member is there now, still to be given its facts. */
export interface PlacedMember {
  readonly found: Found;
  readonly entry: Entry;
  readonly applying: Applying;
}

/** Makes sure that the structure at a place has the members; a cut-off becomes a structure. */
export function placeMembers(
  place: Place,
  { members, span }: MembersFact,
  applying: Applying,
): readonly PlacedMember[] {
  const { workspace } = applying;
  const type = typeAt(workspace, place);
  if (type === undefined) return [];
  if (isOpen(type)) {
    editTypeAt(workspace, place, () => anonymous(emptyStructure(span)));
    setOriginAt(workspace, place, overridden(span));
  }
  const around = structureAt(workspace, place);
  if (around === undefined) {
    const reason = "its type is a simple one; give it another type first";
    reportNotApplicable(applying, { fact: "members", reason }, span);
    return [];
  }
  return members.flatMap((entry) => placeMember(around.place, entry, applying));
}

function structureAt(
  workspace: Workspace,
  place: Place,
): Structure | undefined {
  const type = typeAt(workspace, place);
  return type && structureOf(type, place, workspace);
}

/** The type of the member at a place; of a type, the type itself. */
function typeAt(workspace: Workspace, place: Place): TypeReference | undefined {
  const { owner, steps } = place;
  const named = workspace.types.get(owner.key);
  if (owner.kind === "type" && steps.length === 0)
    return named && { kind: "named", name: named.name };
  let found: TypeReference | undefined;
  editTypeAt(workspace, place, (type) => (found = type));
  return found;
}

/** A cut-off, or an element of which nothing is known. */
function isOpen(type: TypeReference): boolean {
  return (
    type.kind === "unknown" ||
    (type.kind === "named" && type.name === xsd("anyType"))
  );
}

function emptyStructure(span: Span): ComplexType {
  return {
    kind: "complex",
    isAbstract: false,
    content: { contentKind: "empty" },
    attributes: [],
    attributeGroups: [],
    origin: overridden(span),
  };
}

function placeMember(
  place: Place,
  entry: Entry,
  applying: Applying,
): readonly PlacedMember[] {
  const step = parseStep(entry.key);
  const here = { ...applying, path: `${applying.path}/${entry.key}` };
  if (step === undefined) {
    const reason = "it is no name of a member";
    reportNotApplicable(here, { fact: "members", reason }, entry.span);
    return [];
  }
  const { workspace } = applying;
  if (memberAt(workspace, place, step) === undefined)
    addMember({ place, step }, entry, here);
  const found = memberAt(workspace, place, step);
  return found === undefined ? [] : [{ found, entry, applying: here }];
}

function memberAt(
  workspace: Workspace,
  place: Place,
  step: PathStep,
): Found | undefined {
  const type = typeAt(workspace, place);
  return type && findMember({ place, type }, step, workspace);
}

function addMember(
  { place, step }: { readonly place: Place; readonly step: PathStep },
  entry: Entry,
  applying: Applying,
): void {
  const { workspace } = applying;
  const fallback = memberNamespace(place, workspace);
  const isAttribute = step.kind === "attribute";
  const name = qname(
    step.namespace ?? (isAttribute ? "" : fallback),
    step.local,
  );
  editStructureAt(workspace, place, (type) => {
    if (isAttribute) {
      const attributes = [...type.attributes, newAttribute(name, entry.span)];
      return { ...type, attributes };
    }
    if (step.kind === "element" && type.content.contentKind !== "simple")
      return withNewElement(type, { name, entry }, applying);
    const reason = "the type has text and no elements, or the reverse";
    reportNotApplicable(applying, { fact: "members", reason }, entry.span);
    return type;
  });
}

/** Where its siblings live; else where the type or the element around it lives. */
function memberNamespace(place: Place, workspace: Workspace): string {
  const around = structureAt(workspace, place);
  const sibling = around && firstElement(around.type);
  if (sibling !== undefined) return sibling.namespace;
  const last = place.steps.at(-1);
  if (last !== undefined && last.kind !== "text") return last.name.namespace;
  const { owner } = place;
  const component =
    owner.kind === "type"
      ? workspace.types.get(owner.key)
      : workspace.elements.get(owner.key);
  return component?.name.namespace ?? "";
}

function firstElement({ content }: ComplexType): QName | undefined {
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return undefined;
  const term = content.particle?.term;
  if (term?.kind !== "group") return undefined;
  for (const { term: member } of term.particles)
    if (member.kind === "element") return member.declaration.name;
  return undefined;
}

const undescribed: TypeReference = {
  kind: "unknown",
  reason: "the overrides add it without saying its type",
};

function newAttribute(name: QName, span: Span): AttributeUse {
  const origin = overridden(span);
  const declaration = { name, type: undescribed, origin };
  return {
    use: "optional",
    attribute: { kind: "attribute", declaration },
    origin,
  };
}

function newElement(name: QName, span: Span): Particle {
  const origin = overridden(span);
  const declaration = {
    name,
    scope: "local",
    type: undescribed,
    nillable: false,
    isAbstract: false,
    origin: { ...origin, certainty: "unknown" },
  } as const;
  const term = { kind: "element", declaration } as const;
  return { min: 0, max: 1, term, origin };
}

interface Addition {
  readonly name: QName;
  readonly entry: Entry;
}

function withNewElement(
  type: ComplexType,
  { name, entry }: Addition,
  applying: Applying,
): ComplexType {
  const { content } = type;
  const particle = newElement(name, entry.span);
  const present =
    content.contentKind === "elementOnly" || content.contentKind === "mixed"
      ? content.particle
      : undefined;
  const contentKind = content.contentKind === "mixed" ? "mixed" : "elementOnly";
  const group = groupOf(present);
  const particles = insert(group.particles, { particle, entry }, applying);
  const isWrapped = present?.term.kind === "group";
  const outer = isWrapped
    ? present
    : { min: 1, max: 1, origin: overridden(entry.span) };
  return {
    ...type,
    content: {
      contentKind,
      particle: { ...outer, term: { ...group, particles } },
    },
  };
}

function groupOf(particle: Particle | undefined): ModelGroup {
  if (particle?.term.kind === "group") return particle.term;
  const particles = particle === undefined ? [] : [particle];
  return { kind: "group", compositor: "sequence", particles };
}

/** After the sibling that the entry names; at the end when it names none. */
function insert(
  particles: readonly Particle[],
  { particle, entry }: { readonly particle: Particle; readonly entry: Entry },
  { sink, path }: Applying,
): readonly Particle[] {
  const { after } = entry.facts;
  if (after === undefined) return [...particles, particle];
  if (after.value === "") return [particle, ...particles];
  const index = particles.findIndex(
    ({ term }) =>
      term.kind === "element" && term.declaration.name.local === after.value,
  );
  if (index >= 0) return particles.toSpliced(index + 1, 0, particle);
  const missing = path.replace(/[^/]*$/, after.value);
  const parameters = { path: missing, suggestion: "" };
  sink.report("overrides/no-match", parameters, { span: after.span });
  return [...particles, particle];
}
