import type {
  AttributeDeclaration,
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Model,
  Particle,
  SchemaSet,
  TypeReference,
} from "../../model/index.js";

/**
 * The schemas with a global declaration for each local element and attribute that stands in another namespace than the
 * schema around it: XML Schema part 1 §3.3.2 and §3.2.2 give a local one no other namespace, so that it can only be a
 * reference.
 */
export function declareForeign({ schemas }: Model): SchemaSet {
  const found: Found = {
    elements: new Map(schemas.elements),
    attributes: new Map(schemas.attributes),
  };
  for (const element of schemas.elements.values())
    visitReference(element.type, element.name.namespace, found);
  for (const type of schemas.types.values()) {
    if (type.kind === "complex") visitType(type, type.name.namespace, found);
  }
  return { ...schemas, ...found };
}

interface Found {
  readonly elements: Map<string, ElementDeclaration>;
  readonly attributes: Map<string, AttributeDeclaration>;
}

function visitReference(
  type: TypeReference,
  namespace: string,
  found: Found,
): void {
  if (type.kind === "anonymous" && type.type.kind === "complex")
    visitType(type.type, namespace, found);
}

function visitType(
  { attributes, content }: ComplexType,
  namespace: string,
  found: Found,
): void {
  for (const use of attributes) visitAttribute(use, namespace, found);
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return;
  if (content.particle !== undefined)
    visitParticle(content.particle, namespace, found);
}

function visitAttribute(
  { attribute }: AttributeUse,
  namespace: string,
  { attributes }: Found,
): void {
  if (attribute.kind !== "attribute") return;
  const { declaration } = attribute;
  const { name } = declaration;
  const isForeign = name.namespace !== "" && name.namespace !== namespace;
  if (!isForeign || attributes.has(name.key)) return;
  attributes.set(name.key, declaration);
}

function visitParticle(
  { term }: Particle,
  namespace: string,
  found: Found,
): void {
  if (term.kind === "group") {
    for (const particle of term.particles)
      visitParticle(particle, namespace, found);
    return;
  }
  if (term.kind !== "element") return;
  const { declaration } = term;
  const { name, type } = declaration;
  const isForeign = name.namespace !== "" && name.namespace !== namespace;
  if (!isForeign) return visitReference(type, namespace, found);
  if (found.elements.has(name.key)) return;
  found.elements.set(name.key, { ...declaration, scope: "global" });
  visitReference(type, name.namespace, found);
}
