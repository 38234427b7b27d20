// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  FaultDescriptor,
  HeaderDescriptor,
  XmlElement,
} from "../descriptor.js";
import type { Compiler, Members } from "../codec/contracts.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import { checkKnown } from "../codec/known-properties.js";
import { skipElement } from "../codec/skip-element.js";
import { writeTree } from "../codec/tree.js";
import { XmlWriter } from "../xml/writer.js";

/** Declared header blocks by property, and others as trees. */
export interface HeaderValues {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly blocks?: readonly XmlElement[];
}

/** The header of a message that was received. */
export interface ReceivedHeaders {
  /** Declared blocks by property. */
  readonly values: Members;
  /** The fault about a header that a block declares. */
  readonly fault?: { readonly name: string; readonly detail: unknown };
  /** Why a declared block could not be read; no reason to hide a fault in the body. */
  readonly problem?: Error;
}

/** The children of a SOAP header as text. */
export function encodeHeaders(
  descriptors: readonly HeaderDescriptor[],
  headers: HeaderValues,
  compiler: Compiler,
): string {
  const { values = {}, blocks = [] } = headers;
  const others = blocks.map((block) => {
    const writer = new XmlWriter();
    writeTree(writer, block);
    return writer.finish();
  });
  if (descriptors.length > 0) {
    const { encode } = compiler.feature("headers");
    others.unshift(...encode(descriptors, headers, compiler));
  } else {
    const checker = new XmlWriter();
    checker.path.push("soapHeaders");
    checkKnown(checker, values, new Set());
  }
  return others.join("");
}

/** Reads the header that the reader is in; blocks that are not declared are passed. */
export function decodeHeaders(
  reader: DecodeReader,
  descriptors: readonly HeaderDescriptor[],
  faults: readonly FaultDescriptor[] = [],
): ReceivedHeaders {
  if (descriptors.length > 0 || faults.some(({ header }) => header)) {
    const { decode } = reader.compiler.feature("headers");
    return decode(reader, descriptors, faults);
  }
  while (reader.peek() !== undefined) skipElement(reader);
  return { values: {} };
}
