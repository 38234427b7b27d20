import type {
  ElementDeclaration,
  ModelGroup,
  Origin,
  Particle,
  QName,
  Term,
} from "../../model/index.js";
import { mapSame } from "./map-same.js";
import type { SchemaLinker } from "./schema-linker.js";
import { linkTypeReference } from "./type-reference.js";

/** Resolves what a particle refers to and puts the content of model groups in place. */
export function linkParticle(
  particle: Particle,
  linker: SchemaLinker,
): Particle {
  const { term, origin } = particle;
  const linked = linkTerm(term, origin, linker);
  return linked === term ? particle : { ...particle, term: linked };
}

function linkTerm(term: Term, origin: Origin, linker: SchemaLinker): Term {
  switch (term.kind) {
    case "wildcard":
      return term;
    case "group":
      return linkGroup(term, linker);
    case "groupRef":
      return useGroup(term.name, origin, linker);
    case "element": {
      const declaration = linkElement(term.declaration, linker);
      return declaration === term.declaration
        ? term
        : { kind: "element", declaration };
    }
    case "elementRef":
      return linkElementRef(term, origin, linker);
  }
}

function linkGroup(group: ModelGroup, linker: SchemaLinker): ModelGroup {
  const particles = mapSame(group.particles, (particle) =>
    linkParticle(particle, linker),
  );
  return particles === group.particles ? group : { ...group, particles };
}

function linkElementRef(
  term: Extract<Term, { kind: "elementRef" }>,
  origin: Origin,
  linker: SchemaLinker,
): Term {
  const { name } = term;
  if (linker.declared.elements.has(name.key)) return term;
  linker.unresolved.add("element", name, origin.span);
  const reason = `The element ${name.key} is not declared in any input.`;
  const declaration: ElementDeclaration = {
    name,
    scope: "local",
    type: { kind: "unknown", reason },
    nillable: false,
    isAbstract: false,
    origin,
  };
  return { kind: "element", declaration };
}

/** Resolves the type of an element declaration. */
export function linkElement(
  declaration: ElementDeclaration,
  linker: SchemaLinker,
): ElementDeclaration {
  const type = linkTypeReference(
    declaration.type,
    declaration.origin.span,
    linker,
  );
  return type === declaration.type ? declaration : { ...declaration, type };
}

const EMPTY: ModelGroup = {
  kind: "group",
  compositor: "sequence",
  particles: [],
};
const MAX_NESTING = 100;

/** The content of a model group at a place that refers to it; all uses together stay within bounds. */
function useGroup(
  name: QName,
  origin: Origin,
  linker: SchemaLinker,
): ModelGroup {
  const group = expandGroup(name, origin, linker);
  const size = sizeOf(group);
  if (size <= linker.expansionLeft) {
    linker.expansionLeft -= size;
    return group;
  }
  const parameters = {
    kind: "group",
    name: name.key,
    limit: String(MAX_EXPANSION),
  };
  linker.sink.report("link/group-too-large", parameters, { span: origin.span });
  return EMPTY;
}

/** Particles that group references may expand to, all together; the largest real schemas stay below 20,000. */
export const MAX_EXPANSION = 500_000;

/** The content of a model group, with that of the groups inside it. */
export function expandGroup(
  name: QName,
  origin: Origin,
  linker: SchemaLinker,
): ModelGroup {
  const known = linker.groups.get(name.key);
  if (known !== undefined) return known;
  const definition = linker.declared.groups.get(name.key);
  if (definition === undefined) {
    linker.unresolved.add("group", name, origin.span);
    return EMPTY;
  }
  const step = `group ${name.key}`;
  if (linker.path.includes(step) || linker.path.length >= MAX_NESTING) {
    const path = [...linker.path, step].join(" → ");
    const parameters = { kind: "group", name: name.key, path };
    linker.sink.report("link/circular-group", parameters, {
      span: definition.origin.span,
    });
    return EMPTY;
  }
  linker.path.push(step);
  const particle = linkParticle(definition.particle, linker);
  linker.path.pop();
  const group = asGroup(particle);
  linker.groups.set(name.key, group);
  return group;
}

/** The group a particle is; wrapped where its own occurrence would be lost. */
function asGroup(particle: Particle): ModelGroup {
  const { term, min, max } = particle;
  if (term.kind === "group" && min === 1 && max === 1) return term;
  return { kind: "group", compositor: "sequence", particles: [particle] };
}

const sizes = new WeakMap<ModelGroup, number>();

function sizeOf(group: ModelGroup): number {
  const known = sizes.get(group);
  if (known !== undefined) return known;
  let size = 1;
  for (const { term } of group.particles) {
    size += term.kind === "group" ? sizeOf(term) : 1;
  }
  sizes.set(group, size);
  return size;
}
