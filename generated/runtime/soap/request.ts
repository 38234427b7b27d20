// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { compilerOf } from "../codec/compile.js";
import { DecodeReader } from "../codec/decode-reader.js";
import { attachmentMover } from "../packaging/attachment-mover.js";
import { decodeParameters } from "../http/decode-parameters.js";
import { decodeBody, encodeBody } from "./body.js";
import { readEnvelope, writeEnvelope } from "./envelope.js";
import type { CodecOptions, Exchange } from "./exchange.js";
import { decodeHeaders, encodeHeaders } from "./headers.js";
import type { HeaderValues, ReceivedHeaders } from "./headers.js";
import { isSoap, versionOf } from "./version.js";

/** A request without the server's address. */
export interface WireRequest {
  readonly method: "GET" | "POST";
  /** To append to the port's address, query included. */
  readonly location: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Writes a request, without what travels beside it. Throws a `SoapError` of kind "encode". */
export function encodeRequest(
  exchange: Exchange,
  input: unknown,
  headers: HeaderValues = {},
): WireRequest {
  const { binding, protocol } = exchange;
  const { body, attachments } = binding.request;
  const mover = attachmentMover(exchange, attachments);
  const value = mover ? mover.drop(attachments, input) : input;
  const compiler = compilerOf(exchange.operation.uses);
  if (body.kind === "parameters") {
    const encode = compiler.feature("parameters");
    const { location, body: form } = encode(body, value, compiler);
    if (form === undefined) {
      const method = protocol === "http-post" ? "POST" : "GET";
      return { method, location, headers: {} };
    }
    const type = "application/x-www-form-urlencoded";
    const formHeaders = { "Content-Type": type };
    return { method: "POST", location, headers: formHeaders, body: form };
  }
  if (!isSoap(protocol)) {
    const xml = encodeBody(body, value, compiler);
    const { location = "", mediaType = "text/xml" } =
      body.kind === "xml" ? body : {};
    const type = { "Content-Type": `${mediaType}; charset=utf-8` };
    return { method: "POST", location, headers: type, body: xml };
  }
  const text = writeEnvelope({
    version: versionOf(protocol),
    header: encodeHeaders(binding.request.headers?.() ?? [], headers, compiler),
    body: encodeBody(body, value, compiler),
  });
  return {
    method: "POST",
    location: "",
    headers: soapHeaders(exchange),
    body: text,
  };
}

/** SOAP 1.1 §6.1.1 has a header for the action, SOAP 1.2 part 2 §A.3 a parameter. */
function soapHeaders(exchange: Exchange): Record<string, string> {
  const action = quoteAction(exchange.binding.action ?? "");
  if (exchange.protocol === "soap11") {
    const type = "text/xml; charset=utf-8";
    return { "Content-Type": type, SOAPAction: action };
  }
  const parameter = action === '""' ? "" : `; action=${action}`;
  return {
    "Content-Type": `application/soap+xml; charset=utf-8${parameter}`,
  };
}

/** Header fields are ASCII without line breaks; what else there is goes percent-encoded. */
function quoteAction(action: string): string {
  const safe = action.replace(/[^ -~]+/g, (text) =>
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?")),
  );
  return `"${safe.replace(/["\\]/g, "\\$&")}"`;
}

export interface DecodedRequest {
  readonly value: unknown;
  /** Declared header blocks by property. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Reads a request. Throws a `SoapError` of kind "decode". */
export function decodeRequest(
  exchange: Exchange,
  request: { readonly target: string; readonly body: string },
  options: CodecOptions = {},
): DecodedRequest {
  const { binding, protocol } = exchange;
  const { body, headers } = binding.request;
  const compiler = compilerOf(exchange.operation.uses);
  if (body.kind === "parameters") {
    const value = decodeParameters(body, request, compiler);
    return { value, headers: {} };
  }
  const reader = new DecodeReader(request.body, options, compiler);
  if (!isSoap(protocol)) {
    const value = decodeBody(reader, body, false);
    reader.finish();
    return { value, headers: {} };
  }
  let received: ReceivedHeaders = { values: {} };
  const value = readEnvelope(reader, {
    header: () => {
      received = decodeHeaders(reader, headers?.() ?? []);
    },
    body: () => decodeBody(reader, body, false),
  });
  if (received.problem !== undefined) throw received.problem;
  return { value, headers: received.values };
}
