import type {
  AttributeUse,
  Content,
  Particle,
  QName,
  SchemaFragment,
  SchemaSet,
  TypeDefinition,
  TypeReference,
} from "../../model/index.js";

type Kind = "types" | "elements" | "attributes";

/** A use of a component by name. */
export interface ComponentUse {
  readonly kind: Kind;
  readonly name: QName;
}

/**
 * Leaves out the components of well-known schemas that nothing else refers to: a service that uses one type of SOAP
 * encoding does not want the other fifty.
 */
export function dropUnused(
  set: SchemaSet,
  fragments: readonly SchemaFragment[],
  uses: readonly ComponentUse[],
): SchemaSet {
  const optional = optionalComponents(set, fragments);
  const queue: ComponentUse[] = [...uses];
  const add = (kind: Kind, name: QName): unknown => queue.push({ kind, name });
  for (const kind of ["types", "elements", "attributes"] as const) {
    for (const { name } of set[kind].values()) {
      if (!optional[kind].has(name.key)) follow({ kind, name }, set, add);
    }
  }
  // What is used is no longer optional; each component is followed once.
  for (const use of queue) {
    if (optional[use.kind].delete(use.name.key)) follow(use, set, add);
  }
  return {
    types: without(set.types, optional.types),
    elements: without(set.elements, optional.elements),
    attributes: without(set.attributes, optional.attributes),
    groups: without(set.groups, optional.groups),
    attributeGroups: without(set.attributeGroups, optional.attributeGroups),
  };
}

type OptionalKeys = { readonly [Key in keyof SchemaSet]: Set<string> };

function optionalComponents(
  set: SchemaSet,
  fragments: readonly SchemaFragment[],
): OptionalKeys {
  const wellKnown = fragments.filter(({ isWellKnown }) => isWellKnown === true);
  const optional: OptionalKeys = {
    types: new Set(),
    elements: new Set(),
    attributes: new Set(),
    groups: new Set(),
    attributeGroups: new Set(),
  };
  for (const fragment of wellKnown) {
    for (const kind of COMPONENT_KINDS) {
      for (const { name, origin } of fragment[kind]) {
        // A declaration of the user's own of the same name is not optional.
        const { file } = set[kind].get(name.key)?.origin.span ?? origin.span;
        if (file === origin.span.file) optional[kind].add(name.key);
      }
    }
  }
  return optional;
}

const COMPONENT_KINDS = [
  "types",
  "elements",
  "attributes",
  "groups",
  "attributeGroups",
] as const;

type Add = (kind: Kind, name: QName) => unknown;

function follow({ kind, name }: ComponentUse, set: SchemaSet, add: Add): void {
  if (kind === "types") {
    const type = set.types.get(name.key);
    if (type !== undefined) followType(type, add);
    return;
  }
  const component =
    kind === "elements"
      ? set.elements.get(name.key)
      : set.attributes.get(name.key);
  if (component !== undefined) followReference(component.type, add);
  const head = set.elements.get(name.key)?.substitutionGroup;
  if (kind === "elements" && head !== undefined) add("elements", head);
}

function followReference(reference: TypeReference, add: Add): void {
  if (reference.kind === "named") add("types", reference.name);
  if (reference.kind === "anonymous") followType(reference.type, add);
}

function followType(type: TypeDefinition, add: Add): void {
  if (type.kind === "complex") {
    if (type.base !== undefined) add("types", type.base);
    for (const use of type.attributes) followAttribute(use, add);
    followContent(type.content, add);
  } else if (type.variety === "atomic") {
    followReference(type.base, add);
  } else if (type.variety === "list") {
    followReference(type.itemType, add);
  } else {
    for (const member of type.memberTypes) followReference(member, add);
  }
}

function followAttribute(
  { attribute, arrayType }: AttributeUse,
  add: Add,
): void {
  if (attribute.kind === "attributeRef") add("attributes", attribute.name);
  else followReference(attribute.declaration.type, add);
  if (arrayType !== undefined) add("types", arrayType.itemType);
}

function followContent(content: Content, add: Add): void {
  if (content.contentKind === "simple") followReference(content.type, add);
  else if ("particle" in content && content.particle !== undefined)
    followParticle(content.particle, add);
}

function followParticle({ term }: Particle, add: Add): void {
  if (term.kind === "elementRef") add("elements", term.name);
  else if (term.kind === "element") followReference(term.declaration.type, add);
  else if (term.kind === "group") {
    for (const particle of term.particles) followParticle(particle, add);
  }
}

function without<Value>(
  map: ReadonlyMap<string, Value>,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, Value> {
  if (keys.size === 0) return map;
  return new Map([...map].filter(([key]) => !keys.has(key)));
}
