import type {
  AttributeUse,
  Content,
  ElementDeclaration,
  Fragment,
  Particle,
  QName,
  TypeDefinition,
  TypeReference,
} from "../../model/index.js";

type MapName = (name: QName) => QName;

/** The fragments with every use of a named type mapped; declarations keep their names. */
export function mapTypeNames(fragment: Fragment, map: MapName): Fragment {
  return {
    ...fragment,
    messages: fragment.messages.map((message) => ({
      ...message,
      parts: message.parts.map((part) =>
        part.type === undefined
          ? part
          : { ...part, type: mapReference(part.type, map) },
      ),
    })),
    schemas: fragment.schemas.map((schema) => ({
      ...schema,
      types: schema.types.map((type) => ({
        ...mapType(type, map),
        name: type.name,
      })),
      elements: schema.elements.map((element) => mapElement(element, map)),
      attributes: schema.attributes.map((attribute) => ({
        ...attribute,
        type: mapReference(attribute.type, map),
      })),
      groups: schema.groups.map((group) => ({
        ...group,
        particle: mapParticle(group.particle, map),
      })),
      attributeGroups: schema.attributeGroups.map((group) => ({
        ...group,
        attributes: group.attributes.map((use) => mapUse(use, map)),
      })),
    })),
  };
}

function mapReference(reference: TypeReference, map: MapName): TypeReference {
  switch (reference.kind) {
    case "named":
      return { ...reference, name: map(reference.name) };
    case "anonymous":
      return { ...reference, type: mapType(reference.type, map) };
    case "unknown":
      return reference;
  }
}

function mapType(type: TypeDefinition, map: MapName): TypeDefinition {
  if (type.kind === "complex") {
    return {
      ...type,
      ...(type.base === undefined ? {} : { base: map(type.base) }),
      content: mapContent(type.content, map),
      attributes: type.attributes.map((use) => mapUse(use, map)),
    };
  }
  switch (type.variety) {
    case "atomic":
      return { ...type, base: mapReference(type.base, map) };
    case "list":
      return { ...type, itemType: mapReference(type.itemType, map) };
    case "union": {
      const { memberTypes } = type;
      return {
        ...type,
        memberTypes: memberTypes.map((member) => mapReference(member, map)),
      };
    }
  }
}

function mapContent(content: Content, map: MapName): Content {
  if (content.contentKind === "simple")
    return { ...content, type: mapReference(content.type, map) };
  if (content.contentKind === "empty" || content.particle === undefined)
    return content;
  return { ...content, particle: mapParticle(content.particle, map) };
}

function mapParticle(particle: Particle, map: MapName): Particle {
  const { term } = particle;
  if (term.kind === "group") {
    const particles = term.particles.map((each) => mapParticle(each, map));
    return { ...particle, term: { ...term, particles } };
  }
  if (term.kind !== "element") return particle;
  const declaration = mapElement(term.declaration, map);
  return { ...particle, term: { ...term, declaration } };
}

function mapElement(
  element: ElementDeclaration,
  map: MapName,
): ElementDeclaration {
  return { ...element, type: mapReference(element.type, map) };
}

function mapUse(use: AttributeUse, map: MapName): AttributeUse {
  const { attribute, arrayType } = use;
  const array =
    arrayType === undefined
      ? {}
      : { arrayType: { ...arrayType, itemType: map(arrayType.itemType) } };
  if (attribute.kind !== "attribute") return { ...use, ...array };
  const type = mapReference(attribute.declaration.type, map);
  const declaration = { ...attribute.declaration, type };
  return { ...use, ...array, attribute: { ...attribute, declaration } };
}
