import type { ElementDescriptor } from "../descriptor.js";
import { XmlWriter } from "../xml/writer.js";
import type { Compiler } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import type { ElementCodec } from "./element.js";

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
