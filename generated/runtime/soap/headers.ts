// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { HeaderDescriptor, XmlElement } from "../descriptor.js";
import type { Compiler, Members } from "../codec/contracts.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import { isNil } from "../codec/element.js";
import { encodeWith } from "../codec/document.js";
import { checkKnown } from "../codec/known-properties.js";
import { own, setOwn } from "../codec/own.js";
import { skipElement } from "../codec/skip-element.js";
import { writeTree } from "../codec/tree.js";
import { XmlWriter } from "../xml/writer.js";

/** Declared header blocks by property, and others as trees. */
export interface HeaderValues {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly blocks?: readonly XmlElement[];
}

/** The children of a SOAP header as text. */
export function encodeHeaders(
  descriptors: readonly HeaderDescriptor[],
  headers: HeaderValues,
  compiler: Compiler,
): string {
  const values: Members = { ...headers.values };
  const checker = new XmlWriter();
  checker.path.push("soapHeaders");
  checkKnown(
    checker,
    values,
    new Set(descriptors.map((each) => each.property)),
  );
  const given = descriptors.filter(
    ({ property, required }) =>
      required === true || own(values, property) !== undefined,
  );
  const declared = given.map((descriptor) => {
    const codec = compiler.element(descriptor);
    return encodeWith(codec, (writer) => {
      writer.path.push("soapHeaders", descriptor.property);
      codec.write(writer, own(values, descriptor.property));
    });
  });
  const others = (headers.blocks ?? []).map((block) => {
    const writer = new XmlWriter();
    writeTree(writer, block);
    return writer.finish();
  });
  return [...declared, ...others].join("");
}

/** Reads the header that the reader is in; blocks that are not declared are passed. */
export function decodeHeaders(
  reader: DecodeReader,
  descriptors: readonly HeaderDescriptor[],
): Readonly<Record<string, unknown>> {
  const values: Members = {};
  for (;;) {
    const name = reader.peek();
    if (name === undefined) return values;
    const descriptor = descriptors.find(
      (each) => reader.compiler.element(each).key === name.key,
    );
    if (descriptor === undefined || isNilBlock(reader, descriptor)) {
      skipElement(reader);
    } else {
      const value = reader.compiler.element(descriptor).read(reader);
      setOwn(values, descriptor.property, value);
    }
  }
}

/** JAX-WS writes a nil block where there is none, also where the element is not nillable. */
function isNilBlock(
  reader: DecodeReader,
  descriptor: HeaderDescriptor,
): boolean {
  if (descriptor.nillable === true) return false;
  const start = reader.mark();
  reader.enter();
  const isEmpty = reader.attributes.some(isNil);
  reader.reset(start);
  reader.peek();
  return isEmpty;
}
