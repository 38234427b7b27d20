// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { FaultDescriptor, XmlElement } from "../descriptor.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import { eachChild } from "../codec/each-child.js";
import { skipElement } from "../codec/skip-element.js";
import { readTree } from "../codec/tree.js";
import { isSoapError } from "../soap-error.js";
import { SOAP_11, SOAP_12 } from "../xml/namespaces.js";
import type { ExpandedName } from "../xml/scope.js";
import type { QNameValue } from "../xsd/qname.js";
import type { SoapFault } from "./fault-value.js";
import type { SoapVersion } from "./version.js";

/** Whether the next child of the body is a fault. */
export function isFault(reader: DecodeReader): boolean {
  const name = reader.peek();
  const namespace = name?.namespace;
  const isSoap = namespace === SOAP_11 || namespace === SOAP_12;
  return isSoap && name?.local === "Fault";
}

interface FaultParts {
  codes: QNameValue[];
  reason?: string;
  actor?: string;
  node?: string;
  name?: string;
  detail?: unknown;
  detailText?: string;
  detailXml: XmlElement[];
  /** Reads the rest of the body and gives the detail. */
  finish?: () => unknown;
}

/** Reads the fault that is the next child, and what follows it: elements that an encoded detail refers to. */
export function decodeFault(
  reader: DecodeReader,
  version: SoapVersion,
  descriptors: readonly FaultDescriptor[],
): SoapFault {
  const parts: FaultParts = { codes: [], detailXml: [] };
  reader.enter();
  eachChild(reader, ({ local }) => {
    if (/^detail$/i.test(local)) readDetail(reader, parts, descriptors);
    else readPart(reader, parts, local);
  });
  reader.leave();
  readReferred(reader, parts);
  const { codes, reason = "", finish: _finish, ...rest } = parts;
  const [code = { namespace: "", local: "" }, ...subcodes] = codes;
  return { version, code, subcodes, reason, ...rest };
}

/** Parts of either version by local name: servers mix up the namespaces. */
function readPart(
  reader: DecodeReader,
  parts: FaultParts,
  local: string,
): void {
  switch (local) {
    case "faultcode":
      parts.codes.push(readCode(reader));
      break;
    case "Code":
      readCodes(reader, parts.codes);
      break;
    case "faultstring":
      parts.reason = readText(reader);
      break;
    case "Reason":
      // SOAP 1.2 §5.4.2: one text for each language; the first is taken.
      eachChild(reader, () => {
        const text = readText(reader);
        parts.reason ??= text;
      });
      break;
    case "faultactor":
    case "Role":
      parts.actor = readText(reader);
      break;
    case "Node":
      parts.node = readText(reader);
      break;
    default:
      readText(reader);
  }
}

/** Text of an element; elements in it are passed. */
function readText(reader: DecodeReader): string {
  return eachChild(reader, () => readText(reader));
}

/** A code; one with a prefix that is not declared is kept as it is. */
function readCode(reader: DecodeReader): QNameValue {
  const { scope } = reader;
  const text = readText(reader);
  const colon = text.indexOf(":");
  const namespace = scope.lookup(colon < 0 ? "" : text.slice(0, colon));
  return namespace === undefined
    ? { namespace: "", local: text }
    : { namespace, local: text.slice(colon + 1) };
}

/** SOAP 1.2 §5.4.1: `Value`, and `Subcode` with the same again. */
function readCodes(reader: DecodeReader, into: QNameValue[]): void {
  eachChild(reader, ({ local }) => {
    if (local === "Value") into.push(readCode(reader));
    else readCodes(reader, into);
  });
}

/** Keeps the detail as it is, and reads the declared fault in it. */
function readDetail(
  reader: DecodeReader,
  parts: FaultParts,
  descriptors: readonly FaultDescriptor[],
): void {
  const text = eachChild(reader, (name) => {
    const start = reader.mark();
    if (parts.name === undefined) {
      readDeclared(reader, name, { parts, descriptors });
      reader.reset(start);
    }
    parts.detailXml.push(readTree(reader, name));
  });
  if (text !== "") parts.detailText = text;
}

/** A detail that breaks its schema hides no fault: it is there as a tree. */
function readDeclared(
  reader: DecodeReader,
  name: ExpandedName,
  into: {
    readonly parts: FaultParts;
    readonly descriptors: readonly FaultDescriptor[];
  },
): void {
  const { parts, descriptors } = into;
  for (const declared of descriptors) {
    const codec = reader.compiler.element(declared);
    if (codec.key !== name.key) continue;
    unlessBroken(() => {
      const { encoded = true } = declared;
      if (encoded === true) parts.detail = codec.readEntered(reader);
      else parts.finish = encoded.decodeElement(reader, declared);
      parts.name = declared.name;
    });
    return;
  }
}

function readReferred(reader: DecodeReader, parts: FaultParts): void {
  const { finish, name } = parts;
  if (finish !== undefined) {
    const start = reader.mark();
    delete parts.name;
    unlessBroken(() => {
      parts.detail = finish();
      if (name !== undefined) parts.name = name;
    });
    reader.reset(start);
  }
  while (reader.peek() !== undefined) skipElement(reader);
}

function unlessBroken(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!isSoapError(error)) throw error;
  }
}
