// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  BodyDescriptor,
  BodyEncoding,
  ElementDescriptor,
  PartDescriptor,
} from "../descriptor.js";
import type { Members } from "../codec/contracts.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import { checkKnown } from "../codec/known-properties.js";
import { isObject, own, setOwn } from "../codec/own.js";
import { ENCODING_11, SOAP_11 } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import { XmlWriter } from "../xml/writer.js";
import { EncodedDecoder } from "./decode-encoded.js";
import { encodeAccessor } from "./encode-encoded.js";
import { resolveType } from "./encoded-members.js";
import { readEnteredNode, readNode } from "./encoded-node.js";
import type { EncodedNode } from "./encoded-node.js";

type EncodedBody = Extract<BodyDescriptor, { readonly kind: "rpc" | "parts" }>;

function asEncoded(body: BodyDescriptor): EncodedBody {
  if (body.kind === "rpc" || body.kind === "parts") return body;
  throw new TypeError(`a body of kind ${body.kind} is never encoded`);
}

function encode(body: BodyDescriptor, value: unknown): string {
  const encoded = asEncoded(body);
  const parts = encoded.parts();
  const writer = new XmlWriter();
  const input = value ?? {};
  if (!isObject(input)) return writer.fail("an object", input);
  checkKnown(writer, input, new Set(parts.map((part) => part.property)));
  if (encoded.kind === "parts") {
    return parts.map((part) => encodeRoot(part, input)).join("");
  }
  const attributes = writer.attribute(SOAP_11, "encodingStyle", ENCODING_11);
  writer.start(encoded.namespace, encoded.wrapper, { attributes });
  for (const part of parts) encodePart(writer, part, input);
  writer.end();
  return writer.finish();
}

function encodeRoot(part: PartDescriptor, input: Members): string {
  const writer = new XmlWriter();
  encodePart(writer, part, input);
  return writer.finish();
}

function encodePart(
  writer: XmlWriter,
  part: PartDescriptor,
  input: Members,
): void {
  const value = own(input, part.property);
  if (value === undefined && part.min === 0) return;
  writer.path.push(part.property);
  if (value === undefined) writer.fail("a value", value);
  const { element, namespace } = part;
  const type = resolveType(part.type);
  encodeAccessor(writer, element, { type, value, namespace });
  writer.path.pop();
}

/** Reads all children of the body: the message, and the elements that it refers to. */
function decode(reader: DecodeReader, body: BodyDescriptor): unknown {
  const encoded = asEncoded(body);
  const roots = readNodes(reader);
  const decoder = new EncodedDecoder(reader, roots);
  const main = roots.find((node) => node.encoding.get("root") !== "0");
  const accessors = encoded.kind === "rpc" ? (main?.children ?? []) : roots;
  if (main === undefined) {
    return reader.fail("the body is empty", { expected: "a message" });
  }
  const value: Members = {};
  for (const part of encoded.parts()) {
    const node = findAccessor(accessors, part, encoded.parts().length);
    if (node === undefined) continue;
    const item = decoder.decode(node, resolveType(part.type));
    if (item !== null || part.nillable === true)
      setOwn(value, part.property, item);
  }
  return value;
}

function readNodes(reader: DecodeReader): EncodedNode[] {
  const nodes: EncodedNode[] = [];
  for (let node = readNode(reader); node; node = readNode(reader)) {
    nodes.push(node);
  }
  return nodes;
}

function encodeElement(
  { element, namespace = "", type }: ElementDescriptor,
  value: unknown,
): string {
  const writer = new XmlWriter();
  encodeAccessor(writer, element, {
    type: resolveType(type),
    value,
    namespace,
  });
  return writer.finish();
}

function decodeElement(
  reader: DecodeReader,
  { element, namespace = "", type }: ElementDescriptor,
): () => unknown {
  const node = readEnteredNode(reader, expandedName(namespace, element));
  return () => {
    const decoder = new EncodedDecoder(reader, [node, ...readNodes(reader)]);
    return decoder.decode(node, resolveType(type));
  };
}

/** SOAP 1.1 §7.1: the name of the accessor of a result is not significant. */
function findAccessor(
  accessors: readonly EncodedNode[],
  part: PartDescriptor,
  count: number,
): EncodedNode | undefined {
  const named = accessors.find((each) => each.name.local === part.element);
  return (
    named ?? (count === 1 && accessors.length === 1 ? accessors[0] : undefined)
  );
}

/** SOAP section 5 encoding, for descriptors whose `encoded` names it. */
export const soapEncoding: BodyEncoding = {
  encode,
  decode,
  encodeElement,
  decodeElement,
};
