import type {
  AttributeDeclaration,
  Body,
  ComplexType,
  ElementDeclaration,
  Envelope,
  Model,
  PartType,
  Particle,
  QName,
  SchemaSet,
  TypeDefinition,
  TypeReference,
} from "../model/index.js";

/** The schema components that messages lead to. */
export interface Reach {
  /** Keys of named types. */
  readonly types: ReadonlySet<string>;
  /** Keys of global elements. */
  readonly elements: ReadonlySet<string>;
  /** Keys of global attributes. */
  readonly attributes: ReadonlySet<string>;
  envelope(envelope: Envelope): void;
  part(type: PartType): void;
  /** Follows everything reached so far to the end. */
  finish(): void;
}

type Component = TypeDefinition | ElementDeclaration | AttributeDeclaration;

/** Nothing yet; a queue instead of recursion, because types may nest deeply. */
export function createReach({ schemas }: Model): Reach {
  const queue: Component[] = [];
  const types = createFrontier(schemas.types, derivedTypes(schemas), queue);
  const elements = createFrontier(
    schemas.elements,
    substitutes(schemas),
    queue,
  );
  const attributes = createFrontier(schemas.attributes, new Map(), queue);
  const visitor: Visitor = {
    type: types.reach,
    element: elements.reach,
    attribute: attributes.reach,
    reference: (use) => {
      if (use.kind === "named") types.reach(use.name);
      else if (use.kind === "anonymous") queue.push(use.type);
    },
  };
  const part = (use: PartType): void =>
    use.kind === "element"
      ? visitor.element(use.name)
      : visitor.reference(use.reference);
  return {
    types: types.keys,
    elements: elements.keys,
    attributes: attributes.keys,
    part,
    envelope: ({ headers, body }) => {
      for (const { type, faults = [] } of headers) {
        part(type);
        for (const fault of faults) part(fault.type);
      }
      bodyTypes(body).forEach(part);
    },
    finish: () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop())
        follow(next, visitor);
    },
  };
}

/** The named components of one kind that were reached. */
interface Frontier {
  readonly keys: ReadonlySet<string>;
  readonly reach: (name: QName) => void;
}

/** @param companions names that are reached together with a name, by its key */
function createFrontier(
  components: ReadonlyMap<string, Component>,
  companions: ReadonlyMap<string, readonly QName[]>,
  queue: Component[],
): Frontier {
  const keys = new Set<string>();
  const reach = (first: QName): void => {
    const names = [first];
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const component = components.get(name.key);
      if (component === undefined || keys.has(name.key)) continue;
      keys.add(name.key);
      queue.push(component);
      names.push(...(companions.get(name.key) ?? []));
    }
  };
  return { keys, reach };
}

/** Values of a derived type may stand where its base is declared. */
function derivedTypes(
  schemas: SchemaSet,
): ReadonlyMap<string, readonly QName[]> {
  return groupBy(
    [...schemas.types.values()].flatMap((type) =>
      type.kind === "complex" && type.base
        ? [[type.base.key, type.name] as const]
        : [],
    ),
  );
}

/** Members of substitution groups, by head. */
function substitutes(
  schemas: SchemaSet,
): ReadonlyMap<string, readonly QName[]> {
  return groupBy(
    [...schemas.elements.values()].flatMap((element) =>
      element.substitutionGroup
        ? [[element.substitutionGroup.key, element.name] as const]
        : [],
    ),
  );
}

function groupBy(
  entries: readonly (readonly [string, QName])[],
): ReadonlyMap<string, readonly QName[]> {
  const groups = new Map<string, QName[]>();
  for (const [key, name] of entries) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [name]);
    else known.push(name);
  }
  return groups;
}

function bodyTypes(body: Body): readonly PartType[] {
  switch (body.kind) {
    case "empty":
      return [];
    case "element":
      return [{ kind: "element", name: body.name }];
    case "xml":
      return [body.type];
    default:
      return body.parts.map((part) => part.type);
  }
}

interface Visitor {
  type(name: QName): void;
  element(name: QName): void;
  attribute(name: QName): void;
  reference(use: TypeReference): void;
}

function follow(component: Component, visitor: Visitor): void {
  if (!("kind" in component)) return visitor.reference(component.type);
  if (component.kind === "complex") return followComplex(component, visitor);
  if (component.variety === "list") visitor.reference(component.itemType);
  else if (component.variety === "union")
    component.memberTypes.forEach((member) => visitor.reference(member));
  else visitor.reference(component.base);
}

function followComplex(type: ComplexType, visitor: Visitor): void {
  if (type.base !== undefined) visitor.type(type.base);
  for (const { attribute, arrayType } of type.attributes) {
    if (attribute.kind === "attributeRef") visitor.attribute(attribute.name);
    else visitor.reference(attribute.declaration.type);
    if (arrayType !== undefined) visitor.type(arrayType.itemType);
  }
  const { content } = type;
  if (content.contentKind === "simple") visitor.reference(content.type);
  if (
    (content.contentKind === "elementOnly" ||
      content.contentKind === "mixed") &&
    content.particle !== undefined
  ) {
    followParticle(content.particle, visitor);
  }
}

function followParticle({ term }: Particle, visitor: Visitor): void {
  if (term.kind === "group")
    term.particles.forEach((particle) => followParticle(particle, visitor));
  else if (term.kind === "elementRef") visitor.element(term.name);
  else if (term.kind === "element") visitor.reference(term.declaration.type);
}
