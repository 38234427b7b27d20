import type {
  ComplexTypeDescriptor,
  ElementParticle,
  ParticleDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../descriptor.js";
import { XSD } from "../xml/namespaces.js";

export function resolveType(
  type: TypeDescriptor | (() => TypeDescriptor),
): TypeDescriptor {
  return typeof type === "function" ? type() : type;
}

/** The elements of a struct: encoded members are told apart by name, not by order (SOAP 1.1 §5.4.1). */
export function membersOf(type: ComplexTypeDescriptor): ElementParticle[] {
  const inherited = type.base === undefined ? [] : membersOf(type.base());
  return [...inherited, ...(type.members?.() ?? []).flatMap(elementsIn)];
}

function elementsIn(particle: ParticleDescriptor): readonly ElementParticle[] {
  if ("element" in particle) return [particle];
  return "group" in particle ? particle.particles.flatMap(elementsIn) : [];
}

interface TypeName {
  readonly namespace: string;
  readonly local: string;
}

/** The name that `xsi:type` says; undefined for types without one. */
export function typeNameOf(type: TypeDescriptor): TypeName | undefined {
  if (type.kind === "any") return undefined;
  if (type.kind === "atomic") return { namespace: XSD, local: type.name };
  if (type.name !== undefined && type.namespace !== undefined) {
    return { namespace: type.namespace, local: type.name };
  }
  if (type.kind !== "restriction") return undefined;
  const { base } = type;
  const simple: SimpleTypeDescriptor =
    typeof base === "function" ? base() : base;
  return typeNameOf(simple);
}
