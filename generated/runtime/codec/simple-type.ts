// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import { ValueError } from "../xsd/value-error.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import type { SimpleCodec, TypeCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { refuseAttribute } from "./refuse-attribute.js";

/** An element of simple type: its value is that of its text. */
export function simpleType(simple: SimpleCodec): TypeCodec {
  return {
    simple,
    decode(reader) {
      for (const attribute of reader.attributes) {
        refuseAttribute(reader, attribute);
      }
      return readSimple(reader, simple);
    },
    encode(writer, element: ExpandedName, value) {
      // Printed first: a qualified name may ask for declarations on the start tag.
      const text = printSimple(writer, simple, value);
      writer.leaf(element, text);
    },
  };
}

/** The value of the text of the element just entered. */
export function readSimple(reader: DecodeReader, simple: SimpleCodec): unknown {
  return parseSimple(reader, simple, reader.text());
}

/** The value of the text that the reader gave last. */
export function parseSimple(
  reader: DecodeReader,
  simple: SimpleCodec,
  text: string,
): unknown {
  try {
    return simple.parse(applyWhiteSpace(text, simple.whiteSpace), reader);
  } catch (error) {
    return reader.failValue(error, reader.textAt);
  }
}

export function printSimple(
  writer: XmlWriter,
  simple: SimpleCodec,
  value: unknown,
): string {
  try {
    return simple.print(value, writer);
  } catch (error) {
    if (error instanceof ValueError) writer.fail(error.expected, value);
    throw error;
  }
}
