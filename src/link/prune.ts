import type {
  AttributeDeclaration,
  Body,
  ComplexType,
  ElementDeclaration,
  Envelope,
  Model,
  Operation,
  PartType,
  Particle,
  QName,
  Service,
  TypeDefinition,
  TypeReference,
} from "../model/index.js";

/** What to keep; patterns with `*` for any characters. Absent means all. */
export interface Selection {
  readonly operations?: readonly string[] | undefined;
  readonly services?: readonly string[] | undefined;
  readonly ports?: readonly string[] | undefined;
}

/** The part of a model that a selection names, and what that reaches. */
export function pruneModel(model: Model, selection: Selection): Model {
  if (
    selection.operations === undefined &&
    selection.services === undefined &&
    selection.ports === undefined
  ) {
    return model;
  }
  const services = keepServices(model.services, selection);
  const bindings = new Set(
    services.flatMap((service) =>
      service.ports.map((port) => port.binding.key),
    ),
  );
  const isOperation = matcher(selection.operations);
  const narrows =
    selection.services !== undefined || selection.ports !== undefined;
  const operations = model.operations
    .filter((operation) => isOperation(operation.name))
    .map((operation) =>
      narrows ? withBindings(operation, bindings) : operation,
    )
    .filter((operation) => !narrows || operation.bindings.length > 0);
  return { services, operations, schemas: reachableSchemas(model, operations) };
}

function matcher(
  patterns: readonly string[] | undefined,
): (name: string) => boolean {
  if (patterns === undefined) return () => true;
  const sources = patterns.map((pattern) =>
    pattern
      .split("*")
      .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*"),
  );
  const expression = new RegExp(`^(?:${sources.join("|")})$`, "u");
  return (name) => expression.test(name);
}

function keepServices(
  services: readonly Service[],
  selection: Selection,
): readonly Service[] {
  const isService = matcher(selection.services);
  const isPort = matcher(selection.ports);
  return services
    .filter((service) => isService(service.name.local))
    .map((service) => ({
      ...service,
      ports: service.ports.filter((port) => isPort(port.name)),
    }))
    .filter((service) => service.ports.length > 0);
}

function withBindings(
  operation: Operation,
  bindings: ReadonlySet<string>,
): Operation {
  return {
    ...operation,
    bindings: operation.bindings.filter((binding) =>
      bindings.has(binding.binding.key),
    ),
  };
}

/** Walks from the messages; groups are already expanded. */
function reachableSchemas(
  model: Model,
  operations: readonly Operation[],
): Model["schemas"] {
  const reach = createReach(model);
  for (const operation of operations) {
    for (const { request, response, faults } of operation.bindings) {
      reach.envelope(request);
      if (response !== undefined) reach.envelope(response);
      for (const fault of faults) reach.part(fault.type);
    }
  }
  reach.finish();
  const { schemas } = model;
  const keep = <Value>(
    map: ReadonlyMap<string, Value>,
    keys: ReadonlySet<string>,
  ): ReadonlyMap<string, Value> =>
    new Map([...map].filter(([key]) => keys.has(key)));
  return {
    ...schemas,
    types: keep(schemas.types, reach.types),
    elements: keep(schemas.elements, reach.elements),
    attributes: keep(schemas.attributes, reach.attributes),
  };
}

interface Reach {
  readonly types: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  envelope(envelope: Envelope): void;
  part(type: PartType): void;
  /** Follows everything reached so far to the end. */
  finish(): void;
}

function createReach(model: Model): Reach {
  const { schemas } = model;
  const types = new Set<string>();
  const elements = new Set<string>();
  const attributes = new Set<string>();
  const queue: (TypeDefinition | ElementDeclaration | AttributeDeclaration)[] =
    [];
  const derived = groupBy(
    [...schemas.types.values()].flatMap((type) =>
      type.kind === "complex" && type.base
        ? [[type.base.key, type.name] as const]
        : [],
    ),
  );
  const members = groupBy(
    [...schemas.elements.values()].flatMap((element) =>
      element.substitutionGroup
        ? [[element.substitutionGroup.key, element.name] as const]
        : [],
    ),
  );

  const type = (name: QName): void => {
    const definition = schemas.types.get(name.key);
    if (definition === undefined || types.has(name.key)) return;
    types.add(name.key);
    queue.push(definition);
    for (const each of derived.get(name.key) ?? []) type(each);
  };
  const element = (name: QName): void => {
    const declaration = schemas.elements.get(name.key);
    if (declaration === undefined || elements.has(name.key)) return;
    elements.add(name.key);
    queue.push(declaration);
    for (const each of members.get(name.key) ?? []) element(each);
  };
  const reference = (use: TypeReference): void => {
    if (use.kind === "named") type(use.name);
    else if (use.kind === "anonymous") queue.push(use.type);
  };
  const part = (use: PartType): void =>
    use.kind === "element" ? element(use.name) : reference(use.reference);
  const visitor = {
    type,
    element,
    reference,
    attribute: (name: QName) => reachAttribute(name),
  };
  const reachAttribute = (name: QName): void => {
    const declaration = schemas.attributes.get(name.key);
    if (declaration === undefined || attributes.has(name.key)) return;
    attributes.add(name.key);
    queue.push(declaration);
  };
  return {
    types,
    elements,
    attributes,
    part,
    envelope: ({ headers, body }) => {
      headers.forEach((header) => part(header.type));
      bodyTypes(body).forEach(part);
    },
    finish: () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop())
        follow(next, visitor);
    },
  };
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

function follow(
  component: TypeDefinition | ElementDeclaration | AttributeDeclaration,
  visitor: Visitor,
): void {
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
