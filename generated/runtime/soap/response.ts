// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { FaultDescriptor } from "../descriptor.js";
import { compilerOf } from "../codec/compile.js";
import { DecodeReader } from "../codec/decode-reader.js";
import { isXmlType, parseMediaType } from "../http/media-type.js";
import { attachmentMover } from "../packaging/attachment-mover.js";
import { SoapError } from "../soap-error.js";
import { unwrapDocument, wrapDocument } from "./any-document.js";
import { decodeBody, emptyValue, encodeBody } from "./body.js";
import type { SoapBody } from "./body.js";
import { decodeFault, isFault } from "./decode-fault.js";
import { encodeFaultElement, encodeHeaderFault } from "./encode-fault.js";
import type { FaultInput } from "./encode-fault.js";
import { readEnvelope, writeEnvelope } from "./envelope.js";
import type { CodecOptions, Exchange } from "./exchange.js";
import type { SoapFault } from "./fault-value.js";
import { decodeHeaders, encodeHeaders } from "./headers.js";
import type { HeaderValues, ReceivedHeaders } from "./headers.js";
import { looksLikeEnvelope } from "./looks-like-envelope.js";
import { isSoap, versionOf } from "./version.js";

/** An answer with its body as text. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface DecodedResponse {
  readonly value: unknown;
  /** Declared header blocks by property. */
  readonly headers: Readonly<Record<string, unknown>>;
}

const SNIPPET = 2000;

/** Reads an answer. Throws a `SoapError`: "fault", "http" or "decode". */
export function decodeResponse(
  exchange: Exchange,
  response: ReceivedResponse,
  options: CodecOptions = {},
): DecodedResponse {
  const { binding, protocol } = exchange;
  const isEmpty = response.body.trim() === "";
  const isGood = response.status >= 200 && response.status < 300;
  const expected = binding.response?.body;
  // One-way operations, and 202 or 204 where an answer would be empty anyway.
  if (isEmpty && isGood && (expected ?? { kind: "empty" }).kind === "empty") {
    return { value: emptyValue(expected), headers: {} };
  }
  if (isSoap(protocol)) {
    if (!looksLikeEnvelope(response.body)) return failHttp(response);
    return decodeSoap(exchange, response, options);
  }
  if (!isGood || isEmpty) return failHttp(response);
  if (expected === undefined || expected.kind === "parameters") {
    return { value: undefined, headers: {} };
  }
  const { type } = parseMediaType(response.contentType);
  if (!isXmlType(type) && !/^\s*</.test(response.body))
    return failHttp(response);
  const body = wrapDocument(expected, response.body);
  const reader = responseReader(exchange, { ...response, body }, options);
  const value = decodeBody(reader, expected, true);
  reader.finish();
  return { value, headers: {} };
}

function responseReader(
  { operation }: Exchange,
  response: ReceivedResponse,
  options: CodecOptions,
): DecodeReader {
  return new DecodeReader(response.body, options, compilerOf(operation.uses));
}

function failHttp(response: ReceivedResponse): never {
  const { status, contentType } = response;
  const body = response.body.slice(0, SNIPPET);
  const what =
    body.trim() === "" ? "nothing" : contentType || "no content type";
  throw new SoapError(`HTTP ${status} with ${what} instead of a SOAP message`, {
    kind: "http",
    status,
    contentType,
    body,
  });
}

function decodeSoap(
  exchange: Exchange,
  response: ReceivedResponse,
  options: CodecOptions,
): DecodedResponse {
  const { binding } = exchange;
  const reader = responseReader(exchange, response, options);
  const faults = binding.faults?.() ?? [];
  let headers: ReceivedHeaders = { values: {} };
  let fault: SoapFault | undefined;
  const value = readEnvelope(reader, {
    header: () => {
      const declared = binding.response?.headers?.() ?? [];
      headers = decodeHeaders(reader, declared, faults);
    },
    body: (_reader, version) => {
      if (!isFault(reader)) return decodeAnswer(reader, binding.response?.body);
      fault = decodeFault(reader, version, faults);
      return undefined;
    },
  });
  if (fault !== undefined)
    failFault(withHeaderFault(fault, headers), response.status);
  if (headers.problem !== undefined) throw headers.problem;
  return { value, headers: headers.values };
}

/** WSDL 1.1 §3.7: what is wrong with a header stands in the header, not in the detail. */
function withHeaderFault(
  fault: SoapFault,
  { fault: declared }: ReceivedHeaders,
): SoapFault {
  return fault.name === undefined ? { ...fault, ...declared } : fault;
}

function decodeAnswer(
  reader: DecodeReader,
  body: SoapBody | { readonly kind: "parameters" } | undefined,
): unknown {
  if (body === undefined || body.kind === "parameters") return undefined;
  return decodeBody(reader, body, true);
}

function failFault(fault: SoapFault, status: number): never {
  const reason = fault.reason === "" ? fault.code.local : fault.reason;
  throw new SoapError(reason, { kind: "fault", fault, status });
}

/** Writes an answer, without what travels beside it: what a server does, and mocks. */
export function encodeResponse(
  exchange: Exchange,
  output: unknown,
  headers: HeaderValues = {},
): WireResponse {
  const { binding, protocol } = exchange;
  const { body, attachments } = binding.response ?? {};
  const mover = attachmentMover(exchange, attachments);
  const value = mover ? mover.drop(attachments, output) : output;
  const compiler = compilerOf(exchange.operation.uses);
  if (body === undefined || body.kind === "parameters") {
    return { status: 202, headers: {}, body: "" };
  }
  if (!isSoap(protocol)) {
    const xml = unwrapDocument(body, encodeBody(body, value, compiler));
    const isEmpty = body.kind === "empty";
    const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
    const type = { "Content-Type": "text/xml; charset=utf-8" };
    return isEmpty
      ? { status: 200, headers: {}, body: "" }
      : { status: 200, headers: type, body: declaration + xml };
  }
  return soapResponse(exchange, 200, {
    header: encodeHeaders(
      binding.response?.headers?.() ?? [],
      headers,
      compiler,
    ),
    body: encodeBody(body, value, compiler),
  });
}

/** Writes a fault: SOAP 1.1 §6.2 and SOAP 1.2 part 2 §7.4.2 send it with status 500, or 400 if the sender is to blame. */
export function encodeFault(
  exchange: Exchange,
  fault: FaultInput,
): WireResponse {
  const faults: readonly FaultDescriptor[] = exchange.binding.faults?.() ?? [];
  const version = versionOf(exchange.protocol);
  const isSender = version === "1.2" && fault.code?.local === "Sender";
  return soapResponse(exchange, isSender ? 400 : 500, {
    header: encodeHeaderFault(fault, faults),
    body: encodeFaultElement(fault, version, faults),
  });
}

function soapResponse(
  exchange: Exchange,
  status: number,
  parts: { readonly header: string; readonly body: string },
): WireResponse {
  const version = versionOf(exchange.protocol);
  const type = version === "1.2" ? "application/soap+xml" : "text/xml";
  return {
    status,
    headers: { "Content-Type": `${type}; charset=utf-8` },
    body: writeEnvelope({ version, ...parts }),
  };
}
