import {
  named,
  xsd,
  type QName,
  type TypeDefinition,
  type TypeReference,
} from "../../model/index.js";

/** Types that must be known before the type is: base, items and members, also of simple types in place. */
export function basesOf(type: TypeDefinition): readonly QName[] {
  if (type.kind === "complex") {
    const own = type.base === undefined ? [] : [type.base];
    const { content } = type;
    return content.contentKind === "simple"
      ? [...own, ...namesIn(content.type)]
      : own;
  }
  switch (type.variety) {
    case "atomic":
      return namesIn(type.base);
    case "list":
      return namesIn(type.itemType);
    case "union":
      return type.memberTypes.flatMap(namesIn);
  }
}

function namesIn(reference: TypeReference): readonly QName[] {
  if (reference.kind === "named") return [reference.name];
  return reference.kind === "anonymous" ? basesOf(reference.type) : [];
}

/** The type as if it were derived from nothing. */
export function withoutBase(type: TypeDefinition): TypeDefinition {
  if (type.kind === "complex") {
    const { base: _base, derivation: _derivation, ...rest } = type;
    const content =
      type.content.contentKind === "simple"
        ? ({ contentKind: "mixed" } as const)
        : type.content;
    return { ...rest, content };
  }
  const { origin } = type;
  const base = named(xsd("anySimpleType"));
  return { kind: "simple", variety: "atomic", base, facets: [], origin };
}
