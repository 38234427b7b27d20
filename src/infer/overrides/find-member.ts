import type {
  ComplexType,
  Particle,
  QName,
  TypeReference,
} from "../../model/index.js";
import { stepNames, type PathStep } from "./override-path.js";
import { below, type Place } from "./place.js";
import type { Workspace } from "./workspace.js";

/** Something a path leads to: where it stands, where its occurrence is said, and what its type is. */
export interface Found {
  /** The declaration, attribute or text. */
  readonly place: Place;
  /** The particle, where that is elsewhere: a reference to a global element. */
  readonly occurrence?: Place;
  readonly type: TypeReference;
}

/** Follows the steps of a path from a type on. */
export function followSteps(
  start: Found,
  steps: readonly PathStep[],
  workspace: Workspace,
): Found | undefined {
  let found: Found | undefined = start;
  for (const step of steps) {
    if (found === undefined) return undefined;
    found = findMember(found, step, workspace);
  }
  return found;
}

/** The member of a value that a step names. */
export function findMember(
  { place, type }: Pick<Found, "place" | "type">,
  step: PathStep,
  workspace: Workspace,
): Found | undefined {
  const around = structureOf(type, place, workspace);
  return around === undefined
    ? undefined
    : findInType(around, step, { workspace, seen: new Set() });
}

/** Names of the members of a value, for suggestions. */
export function memberNames(
  { place, type }: Pick<Found, "place" | "type">,
  workspace: Workspace,
): readonly string[] {
  const names: string[] = [];
  const around = structureOf(type, place, workspace);
  if (around !== undefined)
    findInType(
      around,
      { kind: "element", local: "", text: "" },
      { workspace, seen: new Set(), names },
    );
  return names;
}

export interface Structure {
  readonly type: ComplexType;
  readonly place: Place;
}

/** The complex type that a reference leads to, and where its members stand. */
export function structureOf(
  reference: TypeReference,
  place: Place,
  workspace: Workspace,
): Structure | undefined {
  if (reference.kind === "unknown") return undefined;
  if (reference.kind === "anonymous")
    return reference.type.kind === "complex"
      ? { type: reference.type, place }
      : undefined;
  return namedStructure(reference.name, workspace);
}

function namedStructure(
  { key }: QName,
  workspace: Workspace,
): Structure | undefined {
  const type = workspace.types.get(key);
  if (type?.kind !== "complex") return undefined;
  return { type, place: { owner: { kind: "type", key }, steps: [] } };
}

interface Search {
  readonly workspace: Workspace;
  /** Types and groups that were searched. */
  readonly seen: Set<string>;
  /** Collects the names that were met. */
  readonly names?: string[];
}

/** The type's own members, then those of its bases. */
function findInType(
  start: Structure,
  step: PathStep,
  search: Search,
): Found | undefined {
  for (let around: Structure | undefined = start; around !== undefined;) {
    const own = findOwn(around, step, search);
    const { base } = around.type;
    if (own !== undefined || base === undefined) return own;
    const key = `type ${base.key}`;
    if (search.seen.has(key)) return undefined;
    search.seen.add(key);
    around = namedStructure(base, search.workspace);
  }
  return undefined;
}

function findOwn(
  { type, place }: Structure,
  step: PathStep,
  search: Search,
): Found | undefined {
  const { content } = type;
  if (step.kind === "attribute") return findAttribute(type, place, step);
  if (step.kind === "text") {
    const text = below(place, { kind: "text" });
    if (content.contentKind === "simple")
      return { place: text, type: content.type };
    // An empty element with attributes may have text that the page does not show (sample grammar A4, rule 17).
    return content.contentKind === "empty" && type.base === undefined
      ? { place: text, type: { kind: "unknown", reason: "no text is shown" } }
      : undefined;
  }
  for (const use of type.attributes) {
    if (use.attribute.kind === "attribute")
      search.names?.push(`@${use.attribute.declaration.name.local}`);
  }
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return undefined;
  return content.particle === undefined
    ? undefined
    : findInParticle({ particle: content.particle, place }, step, search);
}

function findAttribute(
  { attributes }: ComplexType,
  place: Place,
  step: PathStep,
): Found | undefined {
  for (const { attribute } of attributes) {
    if (attribute.kind !== "attribute") continue;
    const { name, type } = attribute.declaration;
    if (stepNames(step, name))
      return { place: below(place, { kind: "attribute", name }), type };
  }
  return undefined;
}

function findInParticle(
  { particle, place }: { readonly particle: Particle; readonly place: Place },
  step: PathStep,
  search: Search,
): Found | undefined {
  const { term } = particle;
  switch (term.kind) {
    case "element": {
      const { name, type } = term.declaration;
      search.names?.push(name.local);
      return stepNames(step, name)
        ? { place: below(place, { kind: "element", name }), type }
        : undefined;
    }
    case "elementRef": {
      const { name } = term;
      search.names?.push(name.local);
      const element = search.workspace.elements.get(name.key);
      if (element === undefined || !stepNames(step, name)) return undefined;
      return {
        place: { owner: { kind: "element", key: name.key }, steps: [] },
        occurrence: below(place, { kind: "element", name }),
        type: element.type,
      };
    }
    case "group":
      for (const one of term.particles) {
        const found = findInParticle({ particle: one, place }, step, search);
        if (found !== undefined) return found;
      }
      return undefined;
    case "groupRef":
      return findInGroup(term.name, step, search);
    case "wildcard":
      return undefined;
  }
}

function findInGroup(
  { key }: QName,
  step: PathStep,
  search: Search,
): Found | undefined {
  const group = search.workspace.groups.get(key);
  if (group === undefined || search.seen.has(`group ${key}`)) return undefined;
  search.seen.add(`group ${key}`);
  const place: Place = { owner: { kind: "group", key }, steps: [] };
  return findInParticle({ particle: group.particle, place }, step, search);
}
