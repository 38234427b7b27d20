import type {
  BodyDescriptor,
  BodyEncoding,
  ElementDescriptor,
  PartDescriptor,
} from "../descriptor.js";
import type { CodecFeature } from "../codec/codec-feature.js";
import type { Compiler, Members } from "../codec/contracts.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import {
  encodeElement,
  encodeWith,
  readElement,
} from "../codec/root-element.js";
import { checkKnown } from "../codec/known-properties.js";
import { isObject, own, setOwn } from "../codec/own.js";
import { XmlWriter } from "../xml/writer.js";
import type { SoapBody } from "./body.js";

/** Bodies that are not one element with the whole value. */
export type PartBody = Exclude<
  SoapBody,
  { readonly kind: "empty" | "element" }
>;

type RpcBody = Extract<BodyDescriptor, { readonly kind: "rpc" }>;

/** WSDL 1.1 §3.5: the wrapper of an rpc message, as an element like any other. */
function wrapperElement(body: RpcBody): ElementDescriptor {
  return {
    element: body.wrapper,
    namespace: body.namespace,
    type: { kind: "complex", namespace: "", members: body.parts },
  };
}

const WRAPPERS = /* @__PURE__ */ new WeakMap<RpcBody, ElementDescriptor>();

/** The same descriptor for the same body, so that it is compiled once. */
export function rpcElement(body: RpcBody): ElementDescriptor {
  const known = WRAPPERS.get(body);
  if (known !== undefined) return known;
  const element = wrapperElement(body);
  WRAPPERS.set(body, element);
  return element;
}

function encodePartBody(
  body: PartBody,
  value: unknown,
  compiler: Compiler,
): string {
  const encoding = encodingOf(body);
  if (encoding !== undefined) return encoding.encode(body, value);
  switch (body.kind) {
    case "rpc":
      return encodeElement(rpcElement(body), value ?? {}, compiler);
    case "parts":
      return encodeParts(body.parts(), value ?? {}, compiler);
    case "xml":
      return encodeElement(
        body.root(),
        unwrapResult(body.property, value),
        compiler,
      );
  }
}

function encodingOf(body: PartBody): BodyEncoding | undefined {
  const encoded = "encoded" in body ? body.encoded : undefined;
  // Where the encoding is not named, the message is written by its schema.
  return encoded === true ? undefined : encoded;
}

function unwrapResult(property: string | undefined, value: unknown): unknown {
  if (property === undefined || !isObject(value)) return value;
  return own(value, property);
}

function encodeParts(
  parts: readonly PartDescriptor[],
  value: unknown,
  compiler: Compiler,
): string {
  const checker = new XmlWriter();
  if (!isObject(value)) return checker.fail("an object", value);
  checkKnown(checker, value, new Set(parts.map((part) => part.property)));
  return parts.map((part) => encodePart(part, value, compiler)).join("");
}

function encodePart(
  part: PartDescriptor,
  value: Members,
  compiler: Compiler,
): string {
  const { property, min = 1, max = 1 } = part;
  const member = own(value, property);
  const items: readonly unknown[] =
    max > 1 && Array.isArray(member) ? member : [member];
  if (member === undefined && min === 0) return "";
  const codec = compiler.element(part);
  return items
    .map((item) =>
      encodeWith(codec, (writer) => {
        writer.path.push(property);
        codec.write(writer, item);
      }),
    )
    .join("");
}

function decodePartBody(
  reader: DecodeReader,
  body: PartBody,
  isReply: boolean,
): unknown {
  const encoding = encodingOf(body);
  if (encoding !== undefined) return encoding.decode(reader, body);
  switch (body.kind) {
    case "rpc":
      return decodeRpc(reader, body, isReply);
    case "parts":
      return decodeParts(reader, body.parts());
    case "xml":
      return wrapResult(body.property, readElement(reader, body.root()));
  }
}

function wrapResult(property: string | undefined, value: unknown): unknown {
  if (property === undefined) return value;
  const result = {};
  setOwn(result, property, value);
  return result;
}

function decodeRpc(
  reader: DecodeReader,
  body: RpcBody,
  isReply: boolean,
): unknown {
  const element = rpcElement(body);
  // SOAP 1.1 §7.1: the name of the response element is not significant.
  if (!isReply || reader.peek() === undefined) {
    return readElement(reader, element);
  }
  reader.enter();
  const value = reader.compiler.element(element).readEntered(reader);
  reader.leave();
  return value;
}

function decodeParts(
  reader: DecodeReader,
  parts: readonly PartDescriptor[],
): unknown {
  const value: Members = {};
  for (const part of parts) {
    const { property, min = 1, max = 1 } = part;
    const { key } = reader.compiler.element(part);
    const items: unknown[] = [];
    while (items.length < max && reader.peek()?.key === key) {
      items.push(readElement(reader, part));
    }
    // Reading an element that is not there says what is expected.
    if (items.length < min) items.push(readElement(reader, part));
    if (items.length > 0) setOwn(value, property, max > 1 ? items : items[0]);
  }
  return value;
}

/** Messages of several parts, rpc wrappers and bare documents. */
export const parts: CodecFeature = {
  parts: { encode: encodePartBody, decode: decodePartBody },
};
