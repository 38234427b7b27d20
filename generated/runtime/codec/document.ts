// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ElementDescriptor } from "../descriptor.js";
import type { Limits } from "../xml/limits.js";
import { ALL_FEATURES } from "./all-features.js";
import { compilerOf } from "./compile.js";
import { DecodeReader } from "./decode-reader.js";
import { encodeElement, readElement } from "./root-element.js";
import type { DecodeOptions } from "./leniency.js";

export interface DocumentOptions extends DecodeOptions {
  /** Those not given are the defaults. */
  readonly limits?: Partial<Limits>;
}

/** Reads a document whose root is the element. Throws a `SoapError` of kind "decode". */
export function decodeDocument(
  element: ElementDescriptor,
  xml: string,
  options: DocumentOptions = {},
): unknown {
  const reader = new DecodeReader(xml, options, compilerOf(ALL_FEATURES));
  const value = readElement(reader, element);
  reader.finish();
  return value;
}

/** Writes a value as the element, without XML declaration. Throws a `SoapError` of kind "encode". */
export function encodeDocument(
  element: ElementDescriptor,
  value: unknown,
): string {
  return encodeElement(element, value, compilerOf(ALL_FEATURES));
}
