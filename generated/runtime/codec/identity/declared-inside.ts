// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AttributeDescriptor,
  ComplexTypeDescriptor,
  ElementDescriptor,
  ParticleDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../../descriptor.js";
import { expandedName } from "../../xml/scope.js";
import type { ExpandedName } from "../../xml/scope.js";

/** What a complex type declares, by `{namespace}local`: elements of one name have one type (XSD 1.0 Part 1 §3.8.6). */
export interface DeclaredInside {
  readonly elements: Map<string, ElementDescriptor>;
  readonly attributes: Map<string, AttributeDescriptor>;
}

const CACHE = /* @__PURE__ */ new WeakMap<object, DeclaredInside>();

export function declaredInside(type: ComplexTypeDescriptor): DeclaredInside {
  const known = CACHE.get(type);
  if (known !== undefined) return known;
  const found: DeclaredInside = { elements: new Map(), attributes: new Map() };
  for (const level of withBases(type)) {
    addParticles(level.members?.() ?? [], level.namespace, found.elements);
    for (const each of level.attributes?.() ?? []) {
      const { key } = expandedName(each.namespace ?? "", each.attribute);
      if (!found.attributes.has(key)) found.attributes.set(key, each);
    }
  }
  CACHE.set(type, found);
  return found;
}

function addParticles(
  particles: readonly ParticleDescriptor[],
  namespace: string,
  into: Map<string, ElementDescriptor>,
): void {
  for (const particle of particles) {
    if ("group" in particle) addParticles(particle.particles, namespace, into);
    if (!("element" in particle)) continue;
    for (const each of particle.substitutes?.() ?? [particle]) {
      const name = expandedName(each.namespace ?? namespace, each.element);
      if (!into.has(name.key)) into.set(name.key, each);
    }
  }
}

/** The type and those it extends, itself first. */
function withBases(
  type: ComplexTypeDescriptor,
): ReadonlySet<ComplexTypeDescriptor> {
  const levels = new Set([type]);
  // The set grows while it is gone through.
  for (const level of levels) {
    const base = level.base?.();
    if (base !== undefined) levels.add(base);
  }
  return levels;
}

/** The type of an element that says so by `xsi:type`; undefined where that is not known. */
export function typeNamed(
  declared: TypeDescriptor,
  name: ExpandedName | undefined,
): TypeDescriptor | undefined {
  if (name === undefined) return declared;
  if (declared.kind === "any" || declared.kind === "array") return undefined;
  // A text of a derived type has a value of the same primitive type.
  if (declared.kind !== "complex")
    return isOpen(declared) ? undefined : declared;
  return (
    declared.derived?.().find((each) => {
      return expandedName(each.namespace, each.name ?? "").key === name.key;
    }) ?? declared
  );
}

/** Whether values of several primitive types are of the type. */
function isOpen(type: SimpleTypeDescriptor): boolean {
  switch (type.kind) {
    case "atomic":
      return /^any.*Type$/.test(type.name);
    case "restriction":
      return isOpen(typeof type.base === "function" ? type.base() : type.base);
    case "list":
      return isOpen(typeof type.item === "function" ? type.item() : type.item);
    case "union":
      return true;
  }
}

/** The type of the text of an element; undefined where it has none. */
export function simpleTypeOf(
  type: TypeDescriptor,
): SimpleTypeDescriptor | undefined {
  if (type.kind === "any" || type.kind === "array") return undefined;
  if (type.kind !== "complex") return type;
  for (const level of withBases(type)) {
    const text = level.text?.();
    if (text !== undefined) return text;
  }
  return undefined;
}
