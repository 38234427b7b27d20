import {
  APACHE_NAMESPACE,
  qname,
  SOAP11_ENVELOPE_NAMESPACE,
  SOAP12_ENVELOPE_NAMESPACE,
  XSD_NAMESPACE,
  type QName,
  type SampleAttribute,
  type SampleElement,
} from "../model/index.js";
import { encodedArray } from "./encoded-array.js";
import {
  hasIdentity,
  isEncodingAttribute,
  isEncodingNamespace,
} from "./inline-references.js";
import {
  explicitSimpleType,
  explicitType,
  explicitTypeName,
  hasNil,
  isInstanceNamespace,
  statedType,
} from "./instance-attributes.js";
import { isPlaceholder, readLeaf, type LeafContext } from "./leaf.js";
import { mergeSiblings } from "./merge-shapes.js";
import {
  choiceFromComments,
  occurrenceFromComments,
  typeFromComments,
  uncommented,
} from "./occurrence-comments.js";
import { schemaNamespaces } from "./resolve-qname.js";
import {
  typeNameRanks,
  type AttributeShape,
  type ContentShape,
  type ElementShape,
  type MemberShape,
} from "./shape.js";

/** Reads the shape of a sample element (sample grammar A4, inverse rules). */
export function readShape(
  element: SampleElement,
  context: LeafContext,
): ElementShape {
  const isNil = hasNil(element);
  const content = readContent(element, context, isNil);
  const typeName = explicitType(element);
  const occurrence =
    occurrenceFromComments(element.comments) ??
    (context.statesOccurrence === true ? uncommented : undefined);
  return {
    name: element.name,
    content: content.shape,
    attributes: element.attributes
      .filter((each) => isOrdinary(each, context))
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

/** What PHP and Axis make of associative arrays: a type of its own, whatever its entries are (sample grammar B). */
const APACHE_MAP = qname(APACHE_NAMESPACE, "Map");

interface ContentReading {
  readonly shape: ContentShape;
  readonly example?: ElementShape["examples"][number];
}

function readContent(
  element: SampleElement,
  context: LeafContext,
  isNil: boolean,
): ContentReading {
  const array = context.isEncoded === true ? encodedArray(element) : undefined;
  if (array !== undefined && !isNil) {
    const members = readItems(element, array.itemType, context);
    return { shape: { kind: "members", members, array } };
  }
  const map = explicitTypeName(element);
  if (map === APACHE_MAP)
    return { shape: { kind: "leaf", leaf: statedType(map) } };
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
  const typed = explicitSimpleType(element, context);
  if (typed !== undefined) {
    const isExample =
      !context.isPlaceholderPage && !isPlaceholder(text?.text ?? "");
    return {
      shape: typed,
      ...(isExample ? exampleOf(element, text?.text) : {}),
    };
  }
  const leaf = typeFromComments(element);
  if (leaf !== undefined) return { shape: { kind: "leaf", leaf } };
  if (text === undefined) return readEmpty(element, context, isNil);
  const members = wildcards(text.text, element);
  if (members.length > 0 && context.isPlaceholderPage) {
    return { shape: { kind: "members", members } };
  }
  const reading = readLeaf(text.text, text.literals, context);
  const name = explicitTypeName(element);
  const named =
    reading.leaf.kind === "enumeration" && name !== undefined
      ? { ...reading.leaf, name }
      : reading.leaf;
  return {
    shape: { kind: "leaf", leaf: named },
    ...(reading.isExample ? exampleOf(element, text.text) : {}),
  };
}

/** In an encoded message a struct has an identity, so what has a type and none is of a hidden simple type. */
function readEmpty(
  element: SampleElement,
  context: LeafContext,
  isNil: boolean,
): ContentReading {
  // Mono ends recursion by an empty element (sample grammar A11).
  const isRecursion = context.around?.includes(element.name.key) === true;
  if (isNil || isRecursion) return { shape: { kind: "cut" } };
  const isStruct = hasIdentity(element) || context.isEncoded !== true;
  const name = explicitTypeName(element);
  if (isStruct || name === undefined) return { shape: { kind: "empty" } };
  const note = "a named type without literals";
  const leaf = {
    kind: "enumeration",
    literals: [],
    name,
    certainty: "ambiguous",
    note,
  } as const;
  return { shape: { kind: "leaf", leaf } };
}

/** The items of an encoded array need no `xsi:type`: the array says it. */
function readItems(
  element: SampleElement,
  itemType: QName,
  context: LeafContext,
): readonly MemberShape[] {
  return readMembers(element, context).map((member) =>
    member.kind === "element"
      ? {
          ...member,
          element: { ...asItem(member.element, itemType), isRepeated: true },
        }
      : member,
  );
}

function asItem(item: ElementShape, itemType: QName): ElementShape {
  const { content } = item;
  if (content.kind === "leaf" && content.leaf.kind === "enumeration")
    return {
      ...item,
      content: { ...content, leaf: { name: itemType, ...content.leaf } },
    };
  const isNamed =
    itemType.namespace !== XSD_NAMESPACE &&
    content.kind === "members" &&
    content.array === undefined;
  const typeName = { name: itemType, rank: typeNameRanks.xsiType } as const;
  return isNamed ? { typeName, ...item } : item;
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
  const inner = contextInside(element, context);
  let branches = 0;
  for (const node of element.content) {
    if (node.kind === "text") {
      members.push(...wildcards(node.text, element));
    } else if (
      schemaNamespaces.has(node.name.namespace) &&
      node.name.local === "schema"
    ) {
      members.push({ kind: "wildcard", role: "schema", span: node.span });
    } else {
      branches = choiceFromComments(node.comments) || branches;
      const shape = readShape(node, inner);
      siblings.push(branches-- > 0 ? asBranch(shape) : shape);
    }
  }
  const merged = mergeSiblings(siblings).map(
    (sibling) => ({ kind: "element", element: sibling }) as const,
  );
  return [...merged, ...members];
}

function contextInside(
  { name }: SampleElement,
  context: LeafContext,
): LeafContext {
  if (context.style !== "mono") return context;
  return { ...context, around: [...(context.around ?? []), name.key] };
}

/** An item of a choice may be a group of several elements, so where the last branch ends is not certain. */
function asBranch(shape: ElementShape): ElementShape {
  const max = shape.occurrence?.max ?? 1;
  const note = "one of the branches of a choice";
  return { ...shape, occurrence: { min: 0, max, certainty: "likely", note } };
}

/** The wildcard placeholder is the text `xml`, once per wildcard, without separator; that of a typed DataSet `dataset`. */
function wildcards(
  text: string,
  { span }: SampleElement,
): readonly MemberShape[] {
  if (text === "dataset") return [{ kind: "wildcard", role: "dataSet", span }];
  const length = /^(xml)+$/.test(text) ? text.length / 3 : 0;
  return Array.from(
    { length },
    () => ({ kind: "wildcard", role: "any", span }) as const,
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

/** Attributes of the schema instance, the envelope and the encoding are none of the type's. */
function isOrdinary(
  attribute: SampleAttribute,
  { isEncoded, style }: LeafContext,
): boolean {
  const { namespace, local } = attribute.name;
  // Mono's sign of a wildcard for attributes (sample grammar A11).
  if (style === "mono" && local === "custom-attribute") return false;
  if (namespace === SOAP11_ENVELOPE_NAMESPACE) return false;
  if (namespace === SOAP12_ENVELOPE_NAMESPACE) return false;
  return (
    !isInstanceNamespace(namespace) &&
    !isEncodingNamespace(namespace) &&
    !(isEncoded === true && isEncodingAttribute(attribute))
  );
}
