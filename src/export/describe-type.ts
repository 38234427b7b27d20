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
      return [
        ...new Set(
          type.memberTypes.map((member) =>
            describeReference(member, depth + 1),
          ),
        ),
      ].join(" | ");
  }
}

/** Literals of an enumeration, in document order; of a union, those of the members defined in place. */
export function enumerationOf(type: SimpleType, depth = 0): readonly string[] {
  if (type.variety === "list" || depth > maxDepth) return [];
  if (type.variety === "union")
    return type.memberTypes.flatMap((member) =>
      member.kind === "anonymous" && member.type.kind === "simple"
        ? enumerationOf(member.type, depth + 1)
        : [],
    );
  return type.facets
    .filter(({ kind }) => kind === "enumeration")
    .map(({ value }) => value);
}

/** Whether other values than the literals are allowed: the enumeration is one member of a union. */
export function isOpenEnumeration(type: SimpleType): boolean {
  return type.variety === "union" && enumerationOf(type).length > 0;
}
