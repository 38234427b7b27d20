// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { BodyDescriptor } from "../descriptor.js";
import type { Compiler } from "../codec/contracts.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import { encodeElement, readElement } from "../codec/root-element.js";

export type SoapBody = Extract<
  BodyDescriptor,
  { readonly kind: "empty" | "element" | "parts" | "rpc" | "xml" }
>;

/** The children of a SOAP body as text. */
export function encodeBody(
  body: SoapBody,
  value: unknown,
  compiler: Compiler,
): string {
  if (body.kind === "empty") return "";
  return body.kind === "element"
    ? encodeElement(body.element(), value, compiler)
    : compiler.feature("parts").encode(body, value, compiler);
}

/** Reads the children of the SOAP body that the reader is in. `isReply`: the wrapper's name says nothing then. */
export function decodeBody(
  reader: DecodeReader,
  body: SoapBody,
  isReply: boolean,
): unknown {
  if (body.kind === "empty") return emptyValue(body);
  return body.kind === "element"
    ? readElement(reader, body.element())
    : reader.compiler.feature("parts").decode(reader, body, isReply);
}

/** The value of a body without content. */
export function emptyValue(body: BodyDescriptor | undefined): unknown {
  return body?.kind === "empty" && body.wrapped === true ? {} : undefined;
}
