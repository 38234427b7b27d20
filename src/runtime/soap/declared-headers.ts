import type { FaultDescriptor, HeaderDescriptor } from "../descriptor.js";
import type { CodecFeature } from "../codec/codec-feature.js";
import type { Compiler, Members } from "../codec/contracts.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import { encodeWith } from "../codec/root-element.js";
import { isNil } from "../codec/element.js";
import { checkKnown } from "../codec/known-properties.js";
import { own, setOwn } from "../codec/own.js";
import { skipElement } from "../codec/skip-element.js";
import { isSoapError } from "../soap-error.js";
import { XmlWriter } from "../xml/writer.js";
import type { HeaderValues, ReceivedHeaders } from "./headers.js";

function encodeDeclared(
  descriptors: readonly HeaderDescriptor[],
  { values = {}, blocks = [] }: HeaderValues,
  compiler: Compiler,
): readonly string[] {
  const checker = new XmlWriter();
  checker.path.push("soapHeaders");
  const known = new Set(descriptors.map((each) => each.property));
  checkKnown(checker, values, known);
  // A required block may come as a tree, as those of security and addressing do.
  const names = new Set(blocks.map(({ name }) => name));
  const given = descriptors.filter(
    (each) =>
      own(values, each.property) !== undefined ||
      (each.required === true && !names.has(compiler.element(each).key)),
  );
  return given.map((descriptor) => {
    const codec = compiler.element(descriptor);
    return encodeWith(codec, (writer) => {
      writer.path.push("soapHeaders", descriptor.property);
      codec.write(writer, own(values, descriptor.property));
    });
  });
}

function decodeDeclared(
  reader: DecodeReader,
  descriptors: readonly HeaderDescriptor[],
  faults: readonly FaultDescriptor[],
): ReceivedHeaders {
  const ofHeader = faults.filter((each) => each.header === true);
  const values: Members = {};
  let fault: ReceivedHeaders["fault"];
  let problem: Error | undefined;
  for (;;) {
    const name = reader.peek();
    if (name === undefined) break;
    const isNamed = (each: HeaderDescriptor | FaultDescriptor): boolean =>
      reader.compiler.element(each).key === name.key;
    const block = descriptors.find(isNamed);
    const declared = ofHeader.find(isNamed);
    const read = readBlock(reader, block ?? declared);
    problem ??= read.problem;
    if (read.problem !== undefined || read.value === undefined) continue;
    const { value } = read;
    if (block !== undefined) setOwn(values, block.property, value);
    if (declared !== undefined)
      fault ??= { name: declared.name, detail: value };
  }
  return {
    values,
    ...(fault && { fault }),
    ...(problem && { problem }),
  };
}

/** The value of the block that is next; undefined after passing it. */
function readBlock(
  reader: DecodeReader,
  descriptor: HeaderDescriptor | FaultDescriptor | undefined,
): { readonly value?: unknown; readonly problem?: Error } {
  if (descriptor === undefined || isNilBlock(reader, descriptor)) {
    skipElement(reader);
    return {};
  }
  const start = reader.mark();
  try {
    return { value: reader.compiler.element(descriptor).read(reader) };
  } catch (error) {
    if (!isSoapError(error)) throw error;
    reader.reset(start);
    reader.peek();
    skipElement(reader);
    return { problem: error };
  }
}

/** JAX-WS writes a nil block where there is none, also where the element is not nillable. */
function isNilBlock(
  reader: DecodeReader,
  descriptor: HeaderDescriptor | FaultDescriptor,
): boolean {
  if (descriptor.nillable === true) return false;
  const start = reader.mark();
  reader.enter();
  const isEmpty = reader.attributes.some(isNil);
  reader.reset(start);
  reader.peek();
  return isEmpty;
}

/** Header blocks that a description declares, of messages and of faults. */
export const headers: CodecFeature = {
  headers: { encode: encodeDeclared, decode: decodeDeclared },
};
