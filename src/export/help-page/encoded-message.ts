import {
  qname,
  SOAP11_ENCODING_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
  type ComplexType,
  type Part,
  type QName,
  type TypeReference,
} from "../../model/index.js";
import { arrayShape } from "./array-shape.js";
import type { WritingContext } from "./literal-element.js";
import { showElement } from "./placeholder.js";
import { RPC_NAMESPACE, soapDialects } from "./soap-dialect.js";
import type { SoapMessage } from "./soap-message.js";
import type {
  WrittenAttribute,
  WrittenElement,
  WrittenText,
} from "./written-element.js";

/** Encoded messages of one SOAP version: 1.1 moves structs and arrays behind the message, 1.2 writes them in place. */
interface EncodedWriter extends WritingContext {
  readonly protocol: SoapMessage["protocol"];
  /** Numbers of `id` so far. */
  readonly ids: { next: number };
  /** SOAP 1.1: what elements before refer to, breadth first. */
  readonly targets: Target[];
}

interface Target {
  readonly id: string;
  readonly place: ComplexPlace;
}

interface Place {
  readonly name: QName;
  readonly type: TypeReference;
  readonly depth: number;
  /** Items of arrays do not repeat the type that the array states. */
  readonly isItem?: boolean;
}

interface ComplexPlace extends Place {
  readonly definition: ComplexType;
}

/** Children of Body in an encoded message (sample grammar A5). */
export function encodedBody(
  { envelope, protocol, direction }: SoapMessage,
  context: WritingContext,
): readonly WrittenElement[] {
  const { body } = envelope;
  if (body.kind !== "rpc" && body.kind !== "parts") return [];
  const writer = createWriter(protocol, context);
  if (body.kind === "parts") {
    const roots = body.parts.map((part) => rootElement(part, writer));
    return [...roots, ...writeTargets(writer)];
  }
  const parts = body.parts.map((part) =>
    valueElement(
      { name: qname("", part.name), type: partType(part, writer), depth: 0 },
      writer,
    ),
  );
  const wrapper = {
    name: body.wrapper,
    attributes: [],
    content: [...resultName(body.parts, protocol, direction), ...parts],
  };
  return [wrapper, ...writeTargets(writer)];
}

/** Header blocks in an encoded message. */
export function encodedHeaders(
  { envelope, protocol }: SoapMessage,
  context: WritingContext,
): readonly WrittenElement[] {
  const writer = createWriter(protocol, context);
  const headers = envelope.headers.filter((header) => header.isEncoded);
  const blocks = headers.map(({ name, type }) =>
    rootElement({ name: name.local, type }, writer, false),
  );
  return [...blocks, ...writeTargets(writer)];
}

function createWriter(
  protocol: SoapMessage["protocol"],
  context: WritingContext,
): EncodedWriter {
  const next = protocol === "soap11" ? 1 : 0;
  return { ...context, protocol, ids: { next }, targets: [] };
}

function partType(
  { type }: Pick<Part, "type">,
  { schemas }: WritingContext,
): TypeReference {
  if (type.kind === "type") return type.reference;
  return (
    schemas.elements.get(type.name.key)?.type ?? {
      kind: "unknown",
      reason: "the element is not declared",
    }
  );
}

/** SOAP 1.2 part 2 §4.2.1: a reply names the part that is the return value. */
function resultName(
  parts: readonly Part[],
  protocol: SoapMessage["protocol"],
  direction: SoapMessage["direction"],
): readonly WrittenElement[] {
  const [first] = parts;
  if (protocol !== "soap12" || direction !== "response" || first === undefined)
    return [];
  const name = qname(RPC_NAMESPACE, "result");
  const declarations = [["", ""]] as const;
  return [{ name, declarations, attributes: [], content: [first.name] }];
}

/** A top-level element of a struct type is named after the type, and written in place by both versions. */
function rootElement(
  part: Pick<Part, "name" | "type">,
  writer: EncodedWriter,
  hasType = true,
): WrittenElement {
  const type = partType(part, writer);
  const shown = showElement(writer.schemas, type);
  const name = type.kind === "named" ? type.name : qname("", part.name);
  if (shown.kind !== "complex" || shown.type.kind !== "complex")
    return valueElement({ name, type, depth: 0 }, writer);
  const place = { name, type, depth: 0, definition: shown.type };
  const id = writer.protocol === "soap12" ? [idAttribute(writer)] : [];
  const stated = hasType ? typeAttribute(type) : [];
  return structElement(place, [...id, ...stated], writer);
}

function valueElement(place: Place, writer: EncodedWriter): WrittenElement {
  const { name, type, depth, isItem } = place;
  const shown = showElement(writer.schemas, type);
  const isSpent = --writer.budget.left < 0;
  if (shown.kind === "complex" && shown.type.kind === "complex") {
    if (isSpent || depth >= writer.settings.depthLimit)
      return { name, attributes: [cut(writer)], content: [] };
    const complex = { ...place, definition: shown.type };
    return writer.protocol === "soap11"
      ? reference(complex, writer)
      : complexInPlace(complex, writer);
  }
  if (shown.kind === "cut")
    return { name, attributes: [cut(writer)], content: [] };
  const attributes = isItem === true ? [] : typeAttribute(type);
  const content = shown.kind === "text" ? [shown.text] : [];
  return { name, attributes, content };
}

function cut({ protocol }: EncodedWriter): WrittenAttribute {
  return soapDialects[protocol].cut;
}

/** The placeholder of `xs:anyType` names no type. */
function typeAttribute(type: TypeReference): readonly WrittenAttribute[] {
  const name = qname(XSI_NAMESPACE, "type");
  if (type.kind !== "named") return [{ name, value: "type" }];
  const isAny =
    type.name.namespace === XSD_NAMESPACE && type.name.local === "anyType";
  return [{ name, value: isAny ? "type" : { qname: type.name } }];
}

function reference(place: ComplexPlace, writer: EncodedWriter): WrittenElement {
  const id = `id${String(writer.ids.next++)}`;
  writer.targets.push({ id, place });
  const href = { name: qname("", "href"), value: `#${id}` };
  return { name: place.name, attributes: [href], content: [] };
}

/** Targets refer to further targets: the list grows while it is read. */
function writeTargets(writer: EncodedWriter): readonly WrittenElement[] {
  const elements: WrittenElement[] = [];
  for (const { id, place } of writer.targets) {
    const attribute = { name: qname("", "id"), value: id };
    elements.push(targetElement(place, attribute, writer));
  }
  return elements;
}

function targetElement(
  place: ComplexPlace,
  id: WrittenAttribute,
  writer: EncodedWriter,
): WrittenElement {
  const array = arrayShape(place.definition);
  if (array === undefined) {
    const { type } = place;
    const name = type.kind === "named" ? type.name : place.name;
    return structElement(
      { ...place, name },
      [id, ...typeAttribute(type)],
      writer,
    );
  }
  const encoding = SOAP11_ENCODING_NAMESPACE;
  const { arrayCount } = writer.settings;
  const arrayType = {
    name: qname(encoding, "arrayType"),
    value: { qname: array.itemType },
    suffix: `${array.dimensions}[${String(arrayCount)}]`,
  };
  const name = qname(encoding, "Array");
  const content = items(array.itemType, place.depth, writer);
  return { name, attributes: [id, arrayType], content };
}

function complexInPlace(
  place: ComplexPlace,
  writer: EncodedWriter,
): WrittenElement {
  const id = idAttribute(writer);
  const array = arrayShape(place.definition);
  if (array === undefined) {
    const type = place.isItem === true ? [] : typeAttribute(place.type);
    return structElement(place, [id, ...type], writer);
  }
  const encoding = SOAP12_ENCODING_NAMESPACE;
  const itemType = {
    name: qname(encoding, "itemType"),
    value: { qname: array.itemType },
    suffix: array.dimensions,
  };
  const arraySize = {
    name: qname(encoding, "arraySize"),
    value: String(writer.settings.arrayCount),
  };
  return {
    name: place.name,
    attributes: [id, itemType, arraySize],
    content: items(array.itemType, place.depth, writer),
  };
}

function idAttribute(writer: EncodedWriter): WrittenAttribute {
  const name = qname(SOAP12_ENCODING_NAMESPACE, "id");
  return { name, value: `id${String(writer.ids.next++)}` };
}

/** The real name of the items is not shown. */
function items(
  itemType: QName,
  depth: number,
  writer: EncodedWriter,
): readonly WrittenElement[] {
  const type = { kind: "named", name: itemType } as const;
  const place = { name: qname("", "Item"), type, depth: depth + 1 };
  return Array.from({ length: writer.settings.arrayCount }, () =>
    valueElement({ ...place, isItem: true }, writer),
  );
}

function structElement(
  { name, definition, depth }: ComplexPlace,
  attributes: readonly WrittenAttribute[],
  writer: EncodedWriter,
): WrittenElement {
  const { content } = definition;
  const term =
    content.contentKind === "elementOnly" ? content.particle.term : undefined;
  const particles = term?.kind === "group" ? term.particles : [];
  const members: (WrittenElement | WrittenText)[] = particles.flatMap((each) =>
    each.term.kind === "element"
      ? [
          valueElement(
            {
              name: qname("", each.term.declaration.name.local),
              type: each.term.declaration.type,
              depth: depth + 1,
            },
            writer,
          ),
        ]
      : [],
  );
  return { name, attributes, content: members };
}
