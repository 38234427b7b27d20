// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ElementDescriptor } from "../descriptor.js";
import type { Limits } from "../xml/limits.js";
import { XmlWriter } from "../xml/writer.js";
import { ALL_FEATURES } from "./all-features.js";
import { compilerOf } from "./compile.js";
import type { Compiler } from "./contracts.js";
import { DecodeReader } from "./decode-reader.js";
import type { ElementCodec } from "./element.js";
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

/** Reads the next child, which has to be the element. */
export function readElement(
  reader: DecodeReader,
  element: ElementDescriptor,
): unknown {
  const codec = reader.compiler.element(element);
  const name = reader.peek();
  if (name?.key !== codec.key) {
    const received = name === undefined ? "nothing" : `<${name.key}>`;
    reader.fail(`expected <${codec.key}>, received ${received}`, {
      expected: `<${codec.key}>`,
      received,
    });
  }
  return codec.read(reader);
}

/** Writes a value as the element, without XML declaration. Throws a `SoapError` of kind "encode". */
export function encodeDocument(
  element: ElementDescriptor,
  value: unknown,
): string {
  return encodeElement(element, value, compilerOf(ALL_FEATURES));
}

/** Writes a value as the element, with a compiler that has the features for it. */
export function encodeElement(
  element: ElementDescriptor,
  value: unknown,
  compiler: Compiler,
): string {
  const codec = compiler.element(element);
  return encodeWith(codec, (writer) => codec.write(writer, value));
}

/** Runs `write` with a writer that suits the element. */
export function encodeWith(
  codec: ElementCodec,
  write: (writer: XmlWriter) => void,
): string {
  const hasDefault = codec.type.hasUnqualified !== true;
  const writer = new XmlWriter(
    hasDefault ? { defaultNamespace: codec.namespace } : {},
  );
  write(writer);
  return writer.finish();
}
