// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../../xml/writer.js";
import type { ElementAccess, Members } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import type { ElementCodec } from "../element.js";
import type { Note } from "../note.js";
import { setOwn } from "../own.js";

/** What can stand where an element is expected, and what its value is. */
export interface LeafKind {
  /** Keys of the elements; none for a wildcard, which takes whatever `hasKey` says. */
  readonly keys: readonly string[];
  /** Elements by the name that an item of mixed content has. */
  readonly elements: ReadonlyMap<string, ElementAccess>;
  readonly hasKey: (key: string) => boolean;
  /** Whether the next child is one. */
  readonly at: (reader: DecodeReader) => boolean;
  /** Reads the next child, which is one. */
  readonly read: (reader: DecodeReader) => unknown;
  readonly write: (writer: XmlWriter, item: unknown, note?: Note) => void;
  /** The item of mixed content for what `read` gave. */
  readonly toContent: (item: unknown) => unknown;
  /** Set where there is only one element. */
  readonly element?: ElementCodec;
}

export function elementKind(element: ElementCodec, property: string): LeafKind {
  return {
    keys: [element.key],
    elements: new Map([[property, element]]),
    element,
    hasKey: (key) => key === element.key,
    at: (reader) => reader.at(element),
    read: (reader) => element.read(reader),
    write: (writer, item, note) => element.write(writer, item, note),
    toContent: (item) => wrapMember(property, item),
  };
}

export function wrapMember(name: string, value: unknown): Members {
  const item: Members = {};
  setOwn(item, name, value);
  return item;
}
