// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { DecodeReader } from "../codec/decode-reader.js";
import { skipElement } from "../codec/skip-element.js";
import { SOAP_11, SOAP_12 } from "../xml/namespaces.js";
import { envelopeNamespace } from "./version.js";
import type { SoapVersion } from "./version.js";

export interface EnvelopeText {
  readonly version: SoapVersion;
  /** Children of the header; without any there is no header. */
  readonly header: string;
  readonly body: string;
}

export function writeEnvelope({ version, header, body }: EnvelopeText): string {
  const head = header === "" ? "" : `<soap:Header>${header}</soap:Header>`;
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<soap:Envelope xmlns:soap="${envelopeNamespace(version)}">${head}` +
    `<soap:Body>${body}</soap:Body></soap:Envelope>`
  );
}

/** What to do in the parts of an envelope. Each is called with the reader in the part. */
export interface EnvelopeVisitor<Result> {
  readonly header: (reader: DecodeReader) => void;
  readonly body: (reader: DecodeReader, version: SoapVersion) => Result;
}

/** Goes through an envelope of either version (SOAP 1.1 §4, SOAP 1.2 §5). */
export function readEnvelope<Result>(
  reader: DecodeReader,
  visitor: EnvelopeVisitor<Result>,
): Result {
  const root = reader.peek();
  const namespace = root?.namespace;
  const isEnvelope = namespace === SOAP_11 || namespace === SOAP_12;
  if (root?.local !== "Envelope" || !isEnvelope) {
    const received = root === undefined ? "nothing" : `<${root.key}>`;
    return reader.fail(`expected a SOAP envelope, received ${received}`, {
      expected: "a SOAP envelope",
      received,
    });
  }
  const version = namespace === SOAP_12 ? "1.2" : "1.1";
  reader.enter();
  if (isAt(reader, root.namespace, "Header")) {
    reader.enter();
    visitor.header(reader);
    reader.leave();
  }
  if (!isAt(reader, root.namespace, "Body")) {
    reader.fail("the envelope has no body", { expected: "<Body>" });
  }
  reader.enter();
  const result = visitor.body(reader, version);
  const rest = reader.peek();
  if (rest !== undefined) {
    reader.fail(`unexpected element <${rest.local}> in the body`, {
      expected: "the end of the body",
      received: `<${rest.key}>`,
    });
  }
  reader.leave();
  // SOAP 1.1 §4: there may be more after the body.
  while (reader.peek() !== undefined) skipElement(reader);
  reader.leave();
  reader.finish();
  return result;
}

function isAt(reader: DecodeReader, namespace: string, local: string): boolean {
  const next = reader.peek();
  return next?.local === local && next.namespace === namespace;
}
