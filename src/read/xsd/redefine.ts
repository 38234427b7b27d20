import {
  attributeName,
  type AttributeGroupDefinition,
  type AttributeUse,
  type ComplexType,
  type Content,
  type ModelGroupDefinition,
  type Particle,
  type QName,
  type SimpleType,
  type Term,
  type TypeDefinition,
  type TypeReference,
} from "../../model/index.js";

type Named<Type> = Type & { readonly name: QName };

/**
 * A type as `xs:redefine` leaves it (part 1 §4.2.2): the redefinition derives from the original of the same name, which is
 * gone afterwards, so both become one type.
 */
export function redefineType(
  original: Named<TypeDefinition>,
  next: Named<TypeDefinition>,
): Named<TypeDefinition> {
  if (next.kind === "simple") {
    return original.kind === "simple" ? redefineSimple(original, next) : next;
  }
  if (original.kind !== "complex" || next.base !== next.name) return next;
  return next.derivation === "restriction"
    ? redefineByRestriction(original, next)
    : redefineByExtension(original, next);
}

function redefineSimple(
  original: Named<SimpleType>,
  next: Named<SimpleType>,
): Named<SimpleType> {
  if (next.variety !== "atomic" || !isNamed(next.base, next.name)) return next;
  const { name: _name, ...anonymous } = original;
  return { ...next, base: { kind: "anonymous", type: anonymous } };
}

function redefineByExtension(
  original: Named<ComplexType>,
  next: Named<ComplexType>,
): Named<ComplexType> {
  const anyAttribute = next.anyAttribute ?? original.anyAttribute;
  return {
    ...original,
    ...described(original, next),
    isAbstract: next.isAbstract,
    content: extend(original.content, next),
    attributes: mergeAttributes(original.attributes, next.attributes),
    attributeGroups: [...original.attributeGroups, ...next.attributeGroups],
    ...(anyAttribute === undefined ? {} : { anyAttribute }),
  };
}

/** A restriction states the whole content anew, that of the original's base included. */
function redefineByRestriction(
  original: Named<ComplexType>,
  next: Named<ComplexType>,
): Named<ComplexType> {
  const {
    base,
    derivation: _derivation,
    anyAttribute: _wildcard,
    ...rest
  } = original;
  return {
    ...rest,
    ...described(original, next),
    ...(base === undefined ? {} : { base, derivation: "restriction" }),
    isAbstract: next.isAbstract,
    content: restrict(original, next),
    attributes: mergeAttributes(original.attributes, next.attributes),
    attributeGroups: [...next.attributeGroups, ...original.attributeGroups],
    ...(next.anyAttribute === undefined
      ? {}
      : { anyAttribute: next.anyAttribute }),
  };
}

function described(
  original: TypeDefinition,
  next: TypeDefinition,
): Pick<TypeDefinition, "origin" | "documentation"> {
  const documentation = next.documentation ?? original.documentation;
  const { origin } = next;
  return documentation === undefined ? { origin } : { origin, documentation };
}

function extend(base: Content, { content, origin }: ComplexType): Content {
  if (base.contentKind === "simple") return base;
  if (content.contentKind === "simple" || base.contentKind === "empty")
    return content;
  if (content.contentKind === "empty") return base;
  const { particle: first } = base;
  const { particle: second } = content;
  const contentKind = base.contentKind;
  if (first === undefined || second === undefined) {
    const particle = first ?? second;
    return particle === undefined ? base : { contentKind, particle };
  }
  const particles = [first, second];
  const term = { kind: "group", compositor: "sequence", particles } as const;
  return { contentKind, particle: { min: 1, max: 1, term, origin } };
}

/** Text of the type itself is text of the original. */
function restrict(
  original: ComplexType,
  { content, name }: ComplexType,
): Content {
  if (
    content.contentKind !== "simple" ||
    original.content.contentKind !== "simple"
  )
    return content;
  const { type } = content;
  const inner = original.content.type;
  if (isNamed(type, name)) return { contentKind: "simple", type: inner };
  if (type.kind !== "anonymous" || type.type.kind !== "simple") return content;
  if (type.type.variety !== "atomic" || !isNamed(type.type.base, name))
    return content;
  const restricted = { ...type.type, base: inner };
  return {
    contentKind: "simple",
    type: { kind: "anonymous", type: restricted },
  };
}

function isNamed(reference: TypeReference, name: QName | undefined): boolean {
  return reference.kind === "named" && reference.name === name;
}

function mergeAttributes(
  original: readonly AttributeUse[],
  next: readonly AttributeUse[],
): readonly AttributeUse[] {
  const uses = new Map(original.map((use) => [attributeName(use).key, use]));
  for (const use of next) uses.set(attributeName(use).key, use);
  return [...uses.values()];
}

/** A group that refers to itself means the original at that place; otherwise it replaces the original. */
export function redefineGroup(
  original: ModelGroupDefinition,
  next: ModelGroupDefinition,
): ModelGroupDefinition {
  const replace = (particle: Particle): Particle => ({
    ...particle,
    term: replaceTerm(particle.term),
  });
  const replaceTerm = (term: Term): Term => {
    if (term.kind === "groupRef" && term.name === next.name)
      return asTerm(original.particle);
    if (term.kind !== "group") return term;
    return { ...term, particles: term.particles.map(replace) };
  };
  return { ...next, particle: replace(next.particle) };
}

function asTerm(particle: Particle): Term {
  if (particle.min === 1 && particle.max === 1) return particle.term;
  return { kind: "group", compositor: "sequence", particles: [particle] };
}

/** The same for attribute groups. */
export function redefineAttributeGroup(
  original: AttributeGroupDefinition,
  next: AttributeGroupDefinition,
): AttributeGroupDefinition {
  if (!next.attributeGroups.includes(next.name)) return next;
  const others = next.attributeGroups.filter((name) => name !== next.name);
  const anyAttribute = next.anyAttribute ?? original.anyAttribute;
  return {
    ...next,
    attributes: mergeAttributes(original.attributes, next.attributes),
    attributeGroups: [...original.attributeGroups, ...others],
    ...(anyAttribute === undefined ? {} : { anyAttribute }),
  };
}
