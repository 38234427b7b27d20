import type {
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Particle,
  SchemaSet,
  SimpleType,
  TypeDefinition,
  TypeReference,
} from "../model/index.js";

/** What has values to check. */
export interface ValueVisitor {
  readonly simpleType: (type: SimpleType) => void;
  readonly element: (element: ElementDeclaration) => void;
  readonly attribute: (use: AttributeUse) => void;
}

/** Every declaration and simple type of the schemas, those written in place too, once each. */
export function visitValues(schemas: SchemaSet, visitor: ValueVisitor): void {
  const visit: Visit = { visitor, seen: new Set(), queue: [] };
  visit.queue.push(...schemas.types.values());
  for (const element of schemas.elements.values()) {
    visitElement(element, visit);
  }
  for (
    let next = visit.queue.pop();
    next !== undefined;
    next = visit.queue.pop()
  ) {
    if (visit.seen.has(next)) continue;
    visit.seen.add(next);
    if ("term" in next) visitParticle(next, visit);
    else if (next.kind === "complex") visitComplex(next, visit);
    else visitSimple(next, visit);
  }
}

interface Visit {
  readonly visitor: ValueVisitor;
  readonly seen: Set<object>;
  /** A stack of its own: schemas may nest deeper than calls can. */
  readonly queue: (TypeDefinition | Particle)[];
}

function visitReference(type: TypeReference, { queue }: Visit): void {
  if (type.kind === "anonymous") queue.push(type.type);
}

function visitElement(element: ElementDeclaration, visit: Visit): void {
  visit.visitor.element(element);
  visitReference(element.type, visit);
}

function visitParticle({ term }: Particle, visit: Visit): void {
  if (term.kind === "element") visitElement(term.declaration, visit);
  if (term.kind === "group") visit.queue.push(...term.particles);
}

function visitComplex(
  { content, attributes }: ComplexType,
  visit: Visit,
): void {
  for (const use of attributes) {
    if (visit.seen.has(use)) continue;
    visit.seen.add(use);
    visit.visitor.attribute(use);
    if (use.attribute.kind === "attribute")
      visitReference(use.attribute.declaration.type, visit);
  }
  if (content.contentKind === "simple") visitReference(content.type, visit);
  else if (content.contentKind !== "empty" && content.particle !== undefined)
    visit.queue.push(content.particle);
}

function visitSimple(type: SimpleType, visit: Visit): void {
  visit.visitor.simpleType(type);
  for (const part of partsOf(type)) visitReference(part, visit);
}

function partsOf(type: SimpleType): readonly TypeReference[] {
  switch (type.variety) {
    case "atomic":
      return [type.base];
    case "list":
      return [type.itemType];
    case "union":
      return type.memberTypes;
  }
}
