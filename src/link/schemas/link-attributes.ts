import {
  attributeName,
  intersectWildcards,
  type AttributeDeclaration,
  type AttributeUse,
  type QName,
  type Wildcard,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import type { ExpandedAttributes, SchemaLinker } from "./schema-linker.js";
import { isDeclared, linkSimpleReference } from "./type-reference.js";

/** Attributes as a type or an attribute group lists them. */
export interface AttributeOwner {
  readonly attributes: readonly AttributeUse[];
  readonly attributeGroups: readonly QName[];
  readonly anyAttribute?: Wildcard;
  readonly origin: { readonly span: Span };
}

/** Resolves the attributes of a type or group and puts those of its attribute groups in place. */
export function linkAttributes(
  owner: AttributeOwner,
  linker: SchemaLinker,
): ExpandedAttributes {
  const uses = new Map<string, AttributeUse>();
  for (const use of owner.attributes) {
    const linked = linkUse(use, linker);
    uses.set(attributeName(linked).key, linked);
  }
  let anyAttribute = owner.anyAttribute;
  for (const name of owner.attributeGroups) {
    const expanded = expandAttributeGroup(name, owner.origin.span, linker);
    for (const use of expanded.attributes) {
      const { key } = attributeName(use);
      // What the type itself says of an attribute stands.
      if (!uses.has(key)) uses.set(key, use);
    }
    const other = expanded.anyAttribute;
    if (other === undefined) continue;
    // The wildcards of a type and its groups admit what all of them do (part 1 §3.4.2).
    anyAttribute =
      anyAttribute === undefined
        ? other
        : intersectWildcards(anyAttribute, other);
  }
  const attributes = [...uses.values()];
  return anyAttribute === undefined
    ? { attributes }
    : { attributes, anyAttribute };
}

/** Groups inside groups deeper than this are refused: no schema nests them ten deep. */
const MAX_NESTING = 100;
const NOTHING: ExpandedAttributes = { attributes: [] };

/** The attributes of an attribute group, with those of the groups inside it. */
export function expandAttributeGroup(
  name: QName,
  span: Span,
  linker: SchemaLinker,
): ExpandedAttributes {
  const known = linker.attributeGroups.get(name.key);
  if (known !== undefined) return known;
  const definition = linker.declared.attributeGroups.get(name.key);
  if (definition === undefined) {
    linker.unresolved.add("attribute-group", name, span);
    return NOTHING;
  }
  const step = `attributeGroup ${name.key}`;
  if (linker.path.includes(step) || linker.path.length >= MAX_NESTING) {
    const path = [...linker.path, step].join(" → ");
    const parameters = { kind: "attribute group", name: name.key, path };
    linker.sink.report("link/circular-group", parameters, {
      span: definition.origin.span,
    });
    return NOTHING;
  }
  linker.path.push(step);
  const expanded = linkAttributes(definition, linker);
  linker.path.pop();
  linker.attributeGroups.set(name.key, expanded);
  return expanded;
}

function linkUse(use: AttributeUse, linker: SchemaLinker): AttributeUse {
  const { span } = use.origin;
  if (
    use.arrayType !== undefined &&
    !isDeclared(use.arrayType.itemType, linker)
  ) {
    linker.unresolved.add("type", use.arrayType.itemType, span);
  }
  const { attribute } = use;
  if (attribute.kind === "attribute") {
    const declaration = linkAttribute(attribute.declaration, linker);
    if (declaration === attribute.declaration) return use;
    return { ...use, attribute: { kind: "attribute", declaration } };
  }
  if (linker.declared.attributes.has(attribute.name.key)) return use;
  linker.unresolved.add("attribute", attribute.name, span);
  const reason = `The attribute ${attribute.name.key} is not declared in any input.`;
  const type = { kind: "unknown", reason } as const;
  const declaration = { name: attribute.name, type, origin: use.origin };
  return { ...use, attribute: { kind: "attribute", declaration } };
}

/** Resolves the type of an attribute declaration. */
export function linkAttribute(
  declaration: AttributeDeclaration,
  linker: SchemaLinker,
): AttributeDeclaration {
  const type = linkSimpleReference(
    declaration.type,
    declaration.origin.span,
    linker,
  );
  return type === declaration.type ? declaration : { ...declaration, type };
}
