import type { NamespaceConstraint, Wildcard } from "./particle.js";

/**
 * A wildcard that admits what both do (part 1 §3.10.6, Attribute Wildcard Intersection). What the first says about
 * processing stands. Two different negations have no such wildcard; the first stands for both.
 */
export function intersectWildcards(first: Wildcard, other: Wildcard): Wildcard {
  return {
    ...first,
    namespaces: intersect(first.namespaces, other.namespaces),
  };
}

function intersect(
  first: NamespaceConstraint,
  other: NamespaceConstraint,
): NamespaceConstraint {
  if (first.kind === "any") return other;
  if (other.kind === "any") return first;
  if (first.kind === "not" && other.kind === "in")
    return intersect(other, first);
  if (first.kind === "not") return first;
  return {
    kind: "in",
    namespaces: first.namespaces.filter((each) => admits(other, each)),
  };
}

function admits(constraint: NamespaceConstraint, namespace: string): boolean {
  switch (constraint.kind) {
    case "any":
      return true;
    case "in":
      return constraint.namespaces.includes(namespace);
    case "not":
      return namespace !== constraint.namespace && namespace !== "";
  }
}
