// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  ElementParticle,
  GroupParticle,
  ParticleDescriptor,
  WildcardParticle,
} from "../../descriptor.js";
import type { Compiler, ParticleCodec } from "../contracts.js";
import { elementCodec } from "../element.js";
import { elementKind } from "./leaf-kind.js";
import type { LeafKind } from "./leaf-kind.js";
import { LeafParticleCodec } from "./leaf-particle.js";
import type { MemberShape } from "./leaf-particle.js";

/** How often each property can occur in one object. */
export type PropertyCounts = ReadonlyMap<string, number>;

export interface ParticleContext {
  readonly namespace: string;
  readonly compiler: Compiler;
  readonly counts: PropertyCounts;
}

/** The property that a particle fills; undefined for groups that are flattened. */
function propertyOf(particle: ParticleDescriptor): string | undefined {
  if ("element" in particle) return particle.property ?? particle.element;
  if ("any" in particle) return particle.property ?? "$any";
  if ((particle.max ?? 1) <= 1) return undefined;
  return particle.property ?? `$${particle.group}`;
}

/** Counts the properties of particles in sequence; of a choice the branch with most counts. */
export function countProperties(
  particles: readonly ParticleDescriptor[],
  isChoice = false,
): PropertyCounts {
  const counts = new Map<string, number>();
  for (const particle of particles) {
    for (const [property, count] of countOne(particle)) {
      const before = counts.get(property) ?? 0;
      counts.set(property, isChoice ? Math.max(before, count) : before + count);
    }
  }
  return counts;
}

function countOne(particle: ParticleDescriptor): PropertyCounts {
  const property = propertyOf(particle);
  const max = particle.max ?? 1;
  if (property !== undefined) {
    return new Map([[property, "group" in particle ? Infinity : max]]);
  }
  if (!("group" in particle) || max === 0) return new Map();
  return countProperties(particle.particles, particle.group === "choice");
}

export function compileParticle(
  particle: ParticleDescriptor,
  context: ParticleContext,
): ParticleCodec {
  const { min = 1, max = 1 } = particle;
  const property = propertyOf(particle) ?? "";
  const isArray = (context.counts.get(property) ?? max) > 1;
  const shape: MemberShape = { property, min, max, isArray };
  if ("group" in particle) return compileGroup(particle, shape, context);
  return new LeafParticleCodec(leafKind(particle, property, context), shape);
}

function leafKind(
  particle: ElementParticle | WildcardParticle,
  property: string,
  context: ParticleContext,
): LeafKind {
  const { namespace, compiler } = context;
  if ("any" in particle) return compiler.feature("any")(particle, compiler);
  if (particle.substitutes === undefined) {
    return elementKind(elementCodec(particle, namespace, compiler), property);
  }
  const elements = particle.substitutes();
  return compiler.feature("substitutes")(
    elements.map((each) => elementCodec(each, namespace, compiler)),
  );
}

function compileGroup(
  particle: GroupParticle,
  shape: MemberShape,
  context: ParticleContext,
): ParticleCodec {
  const { group, particles } = particle;
  const isRepeated = shape.max > 1;
  const counts = isRepeated
    ? countProperties(particles, group === "choice")
    : context.counts;
  const parts = particles
    .filter((part) => part.max !== 0)
    .map((part) => compileParticle(part, { ...context, counts }));
  const isOptional = shape.min === 0 && !isRepeated;
  const codec = context.compiler.feature(group)(parts, isOptional);
  return isRepeated
    ? context.compiler.feature("repeated")(codec, shape)
    : codec;
}
