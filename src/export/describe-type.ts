import {
  XSD_NAMESPACE,
  type QName,
  type SimpleType,
  type TypeDefinition,
  type TypeReference,
} from "../model/index.js";

/** Lists of lists and unions of unions are shown this deep. */
const maxDepth = 8;

/** A type in a few characters: `xs:int`, `Order`, `list of xs:int`; what is defined in place by what it is made of. */
export function describeReference(reference: TypeReference, depth = 0): string {
  if (reference.kind === "unknown") return "unknown";
  if (reference.kind === "named") return describeName(reference.name);
  return depth > maxDepth ? "…" : describeAnonymous(reference.type, depth);
}

export function describeName({ namespace, local }: QName): string {
  return namespace === XSD_NAMESPACE ? `xs:${local}` : local;
}

function describeAnonymous(type: TypeDefinition, depth: number): string {
  if (type.kind === "complex") return "object";
  switch (type.variety) {
    case "atomic":
      return describeReference(type.base, depth + 1);
    case "list":
      return `list of ${describeReference(type.itemType, depth + 1)}`;
    case "union":
      return type.memberTypes
        .map((member) => describeReference(member, depth + 1))
        .join(" | ");
  }
}

/** Literals of an enumeration, in document order. */
export function enumerationOf(type: SimpleType): readonly string[] {
  if (type.variety !== "atomic") return [];
  return type.facets
    .filter(({ kind }) => kind === "enumeration")
    .map(({ value }) => value);
}
