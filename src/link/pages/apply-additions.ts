import type {
  ComplexType,
  ElementDeclaration,
  Particle,
  SchemaSet,
  TypeDefinition,
  TypeReference,
} from "../../model/index.js";
import type { ElementAddition } from "./compare-types.js";

type Additions = ReadonlyMap<ElementDeclaration, ElementAddition>;

/** The schemas with documentation and examples from pages put onto declared elements that have none. */
export function applyAdditions(
  schemas: SchemaSet,
  additions: Additions,
): SchemaSet {
  if (additions.size === 0) return schemas;
  return {
    ...schemas,
    types: mapValues(schemas.types, (type) => ({
      ...withType(type, additions),
      name: type.name,
    })),
    elements: mapValues(schemas.elements, (element) =>
      withElement(element, additions),
    ),
  };
}

function mapValues<Value>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function withType(type: TypeDefinition, additions: Additions): TypeDefinition {
  return type.kind === "complex" ? withComplexType(type, additions) : type;
}

function withComplexType(type: ComplexType, additions: Additions): ComplexType {
  const { content } = type;
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return type;
  if (content.particle === undefined) return type;
  return {
    ...type,
    content: {
      ...content,
      particle: withParticle(content.particle, additions),
    },
  };
}

function withParticle(particle: Particle, additions: Additions): Particle {
  const { term } = particle;
  if (term.kind === "group") {
    const particles = term.particles.map((each) =>
      withParticle(each, additions),
    );
    return { ...particle, term: { ...term, particles } };
  }
  if (term.kind !== "element") return particle;
  return {
    ...particle,
    term: { ...term, declaration: withElement(term.declaration, additions) },
  };
}

function withElement(
  element: ElementDeclaration,
  additions: Additions,
): ElementDeclaration {
  const addition = additions.get(element);
  const type = withReference(element.type, additions);
  if (addition === undefined) return { ...element, type };
  const documentation = element.documentation ?? addition.documentation;
  const examples = [...(element.examples ?? []), ...addition.examples];
  return {
    ...element,
    type,
    ...(documentation === undefined ? {} : { documentation }),
    ...(examples.length === 0 ? {} : { examples }),
  };
}

function withReference(
  reference: TypeReference,
  additions: Additions,
): TypeReference {
  if (reference.kind !== "anonymous") return reference;
  return { kind: "anonymous", type: withType(reference.type, additions) };
}
