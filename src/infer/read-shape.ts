import {
  qname,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
  type QName,
  type SampleAttribute,
  type SampleElement,
} from "../model/index.js";
import { readLeaf, type LeafContext } from "./leaf.js";
import { mergeSiblings } from "./merge-shapes.js";
import { occurrenceFromComments } from "./occurrence-comments.js";
import {
  typeNameRanks,
  type AttributeShape,
  type ContentShape,
  type ElementShape,
  type MemberShape,
  type TypeNameEvidence,
} from "./shape.js";

/** Schema namespaces in use before and since the Recommendation. */
const schemaNamespaces: ReadonlySet<string> = new Set([
  XSD_NAMESPACE,
  "http://www.w3.org/1999/XMLSchema",
  "http://www.w3.org/2000/10/XMLSchema",
]);

/** Reads the shape of a sample element (sample grammar A4, inverse rules). */
export function readShape(
  element: SampleElement,
  context: LeafContext,
): ElementShape {
  const isNil = hasNil(element);
  const content = readContent(element, context, isNil);
  const typeName = explicitType(element);
  const occurrence = occurrenceFromComments(element.comments);
  return {
    name: element.name,
    content: content.shape,
    attributes: element.attributes
      .filter(isOrdinary)
      .map((attribute) => readAttribute(attribute, context)),
    isRepeated: false,
    isMissingSomewhere: false,
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(typeName === undefined ? {} : { typeName }),
    examples: content.example === undefined ? [] : [content.example],
    isNilSeen: isNil && !context.isPlaceholderPage,
    span: element.span,
  };
}

interface ContentReading {
  readonly shape: ContentShape;
  readonly example?: ElementShape["examples"][number];
}

function readContent(
  element: SampleElement,
  context: LeafContext,
  isNil: boolean,
): ContentReading {
  const children = element.content.filter((node) => node.kind === "element");
  if (children.length === 0) return readText(element, context, isNil);
  return { shape: { kind: "members", members: readMembers(element, context) } };
}

function readText(
  element: SampleElement,
  context: LeafContext,
  isNil: boolean,
): ContentReading {
  const text = element.content.find((node) => node.kind === "text");
  const typed = explicitSimpleType(element);
  if (typed !== undefined)
    return { shape: typed, ...exampleOf(element, text?.text) };
  if (text === undefined) return { shape: { kind: isNil ? "cut" : "empty" } };
  const wildcards = wildcardCount(text.text);
  if (wildcards > 0 && context.isPlaceholderPage) {
    return {
      shape: { kind: "members", members: wildcardMembers(wildcards, element) },
    };
  }
  const reading = readLeaf(text.text, text.literals, context);
  return {
    shape: { kind: "leaf", leaf: reading.leaf },
    ...(reading.isExample ? exampleOf(element, text.text) : {}),
  };
}

function exampleOf(
  element: SampleElement,
  text: string | undefined,
): { example?: ContentReading["example"] & object } {
  if (text === undefined) return {};
  const origin = {
    span: element.span,
    how: "sampled",
    certainty: "certain",
  } as const;
  return { example: { text, origin } };
}

function readMembers(
  element: SampleElement,
  context: LeafContext,
): readonly MemberShape[] {
  const members: MemberShape[] = [];
  const siblings: ElementShape[] = [];
  for (const node of element.content) {
    if (node.kind === "text") {
      members.push(...wildcardMembers(wildcardCount(node.text), element));
    } else if (
      schemaNamespaces.has(node.name.namespace) &&
      node.name.local === "schema"
    ) {
      members.push({ kind: "wildcard", role: "schema", span: node.span });
    } else {
      siblings.push(readShape(node, context));
    }
  }
  const merged = mergeSiblings(siblings).map(
    (sibling) => ({ kind: "element", element: sibling }) as const,
  );
  return [...merged, ...members];
}

/** The wildcard placeholder is the text `xml`, once per wildcard, without separator. */
function wildcardCount(text: string): number {
  return /^(xml)+$/.test(text) ? text.length / 3 : text === "dataset" ? 1 : 0;
}

function wildcardMembers(
  count: number,
  element: SampleElement,
): readonly MemberShape[] {
  return Array.from(
    { length: count },
    () => ({ kind: "wildcard", role: "any", span: element.span }) as const,
  );
}

function readAttribute(
  attribute: SampleAttribute,
  context: LeafContext,
): AttributeShape {
  const reading = readLeaf(attribute.value, attribute.literals, context);
  const origin = {
    span: attribute.span,
    how: "sampled",
    certainty: "certain",
  } as const;
  return {
    name: attribute.name,
    leaf: reading.leaf,
    examples: reading.isExample ? [{ text: attribute.value, origin }] : [],
    span: attribute.span,
  };
}

function isOrdinary(attribute: SampleAttribute): boolean {
  const { namespace } = attribute.name;
  return (
    namespace !== XSI_NAMESPACE && !namespace.endsWith("/XMLSchema-instance")
  );
}

function instanceAttribute(
  element: SampleElement,
  ...locals: readonly string[]
): string | undefined {
  return element.attributes.find(
    (attribute) =>
      !isOrdinary(attribute) && locals.includes(attribute.name.local),
  )?.value;
}

function hasNil(element: SampleElement): boolean {
  const value = instanceAttribute(element, "nil", "null");
  return value === "true" || value === "1";
}

function explicitTypeName(element: SampleElement): QName | undefined {
  const value = instanceAttribute(element, "type");
  if (value === undefined) return undefined;
  const [prefix, local] = value.includes(":")
    ? value.split(":", 2)
    : ["", value];
  const namespace = element.namespaces.get(prefix ?? "");
  if (namespace === undefined || local === undefined || local === "")
    return undefined;
  return qname(
    schemaNamespaces.has(namespace) ? XSD_NAMESPACE : namespace,
    local,
  );
}

function explicitType(element: SampleElement): TypeNameEvidence | undefined {
  const name = explicitTypeName(element);
  if (name === undefined || name.namespace === XSD_NAMESPACE) return undefined;
  return { name, rank: typeNameRanks.xsiType };
}

/** `xsi:type` of a built-in type says what a leaf is, whatever its text. */
function explicitSimpleType(element: SampleElement): ContentShape | undefined {
  const name = explicitTypeName(element);
  if (name?.namespace !== XSD_NAMESPACE) return undefined;
  return {
    kind: "leaf",
    leaf: { kind: "type", name, certainty: "certain", note: "xsi:type" },
  };
}
