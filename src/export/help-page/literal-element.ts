import {
  qname,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
  type AttributeUse,
  type ComplexType,
  type ElementDeclaration,
  type Particle,
  type QName,
  type SchemaSet,
  type TypeReference,
  type Wildcard,
} from "../../model/index.js";
import { showAttribute, showElement } from "./placeholder.js";
import type { TemplateSettings } from "./template-settings.js";
import type {
  WrittenAttribute,
  WrittenElement,
  WrittenText,
} from "./written-element.js";

export interface WritingContext {
  readonly schemas: SchemaSet;
  readonly settings: TemplateSettings;
  /** How many more elements may be written: recursive types unroll, and a page can claim any depth. */
  readonly budget: { left: number };
}

/** An element to show: its name, type and depth below the top-level element. */
interface Place {
  readonly name: QName;
  readonly type: TypeReference;
  readonly depth: number;
}

const NIL: WrittenAttribute = {
  name: qname(XSI_NAMESPACE, "nil"),
  value: "true",
};

const ANY_TYPE: WrittenAttribute = {
  name: qname(XSI_NAMESPACE, "type"),
  value: "type",
};

const SCHEMA = qname(XSD_NAMESPACE, "schema");

/** A literal element as the page shows it (sample grammar A4). */
export function literalElement(
  { name, type, depth }: Place,
  context: WritingContext,
): WrittenElement {
  const shown = showElement(context.schemas, type);
  const isSpent = --context.budget.left < 0;
  switch (shown.kind) {
    case "text":
      return { name, attributes: [], content: [shown.text] };
    case "empty":
      return { name, attributes: [], content: [] };
    case "cut":
      return { name, attributes: [NIL], content: [] };
    case "complex":
      if (isSpent || depth >= context.settings.depthLimit)
        return { name, attributes: [NIL], content: [] };
      return shown.type.kind === "complex"
        ? complexElement(name, { type: shown.type, depth }, context)
        : { name, attributes: [], content: [] };
  }
}

/** A reference to a global element, or an element that nothing declares. */
export function globalElement(
  name: QName,
  depth: number,
  context: WritingContext,
): WrittenElement {
  if (name === SCHEMA) return { name, attributes: [], content: ["schema"] };
  const declaration = context.schemas.elements.get(name.key);
  if (declaration === undefined) return { name, attributes: [], content: [] };
  return declaredElement(declaration, depth, context);
}

/** An element without a type shows nothing (rule 27); one that is said to be of `xs:anyType` shows that (rule 28). */
function declaredElement(
  { name, type, origin }: ElementDeclaration,
  depth: number,
  context: WritingContext,
): WrittenElement {
  const element = literalElement({ name, type, depth }, context);
  const isStated =
    origin.how === "sampled" &&
    type.kind === "named" &&
    type.name.namespace === XSD_NAMESPACE &&
    type.name.local === "anyType";
  return isStated ? { ...element, attributes: [ANY_TYPE] } : element;
}

interface ComplexPlace {
  readonly type: ComplexType;
  readonly depth: number;
}

/** Of a derived type only what it adds is shown (rule 15), of simple content only the attributes (rule 17). */
function complexElement(
  name: QName,
  { type, depth }: ComplexPlace,
  context: WritingContext,
): WrittenElement {
  const { content } = type;
  const hasParticle =
    content.contentKind === "elementOnly" || content.contentKind === "mixed";
  const particle = hasParticle ? content.particle : undefined;
  return {
    name,
    attributes: type.attributes.flatMap((use) => attribute(use, context)),
    content:
      particle === undefined ? [] : members(particle, depth + 1, context),
  };
}

function attribute(
  { use, attribute: declared }: AttributeUse,
  { schemas }: WritingContext,
): readonly WrittenAttribute[] {
  if (use === "prohibited" || declared.kind === "attributeRef") return [];
  const { name, type } = declared.declaration;
  return [{ name, value: showAttribute(schemas, type) }];
}

function members(
  { term }: Particle,
  depth: number,
  context: WritingContext,
): readonly (WrittenElement | WrittenText)[] {
  if (term.kind !== "group") return [];
  if (term.compositor === "sequence")
    return term.particles.flatMap((each) => member(each, depth, context));
  // Rule 13: kept by name in a sorted list, so each once and in ordinal order.
  const sorted = new Map<string, Particle>();
  for (const each of term.particles) {
    const local = localName(each);
    if (local !== undefined) sorted.set(local, each);
  }
  return [...sorted]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, each]) => member({ ...each, max: 1 }, depth, context));
}

function localName({ term }: Particle): string | undefined {
  if (term.kind === "element") return term.declaration.name.local;
  return term.kind === "elementRef" ? term.name.local : undefined;
}

/** Groups inside a group are not shown at all (rule 14). */
function member(
  { term, min, max }: Particle,
  depth: number,
  context: WritingContext,
): readonly (WrittenElement | WrittenText)[] {
  switch (term.kind) {
    case "wildcard":
      return [wildcard(term, isRequired(min, max))];
    case "group":
    case "groupRef":
      return [];
    case "elementRef":
      return repeat(globalElement(term.name, depth, context), max, context);
    case "element":
      return repeat(
        declaredElement(term.declaration, depth, context),
        max,
        context,
      );
  }
}

function repeat(
  element: WrittenElement,
  max: Particle["max"],
  { settings }: WritingContext,
): readonly WrittenElement[] {
  const count = max === "unbounded" || max > 1 ? settings.arrayCount : 1;
  return Array.from({ length: count }, () => element);
}

function isRequired(min: number, max: Particle["max"]): boolean {
  return min === 1 && max === 1;
}

/**
 * A required wildcard for one schema document stands for the schema of a DataSet (rules 23 and 24). In the newer form of
 * DataSets it is optional or repeated, and shown like any other (rule 26). A typed DataSet is named (rule 25).
 */
function wildcard(
  { namespaces, isDataSet }: Wildcard,
  isOne: boolean,
): WrittenElement | string {
  const isSchema =
    isOne &&
    namespaces.kind === "in" &&
    namespaces.namespaces.length === 1 &&
    namespaces.namespaces[0] === XSD_NAMESPACE;
  if (isSchema) return { name: SCHEMA, attributes: [], content: ["schema"] };
  return isDataSet === true ? "dataset" : "xml";
}
