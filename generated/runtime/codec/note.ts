// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { XSI } from "../xml/namespaces.js";
import type { Attribute, ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { DecodeReader } from "./decode-reader.js";

/**
 * What an element said besides its value: attributes of a nil element, the `xsi:type` of a text, that it was empty and
 * stood for its default. Kept out of sight in the object or array around the value, so that what was read goes out as
 * it came.
 */
export interface Note {
  /** Position of the start tag: says which element it is. */
  readonly at: number;
  /** A note is worth nothing for another value. */
  readonly value: unknown;
  readonly attributes: readonly Attribute[];
  /** What `xsi:type` among the attributes names. */
  readonly type: ExpandedName | undefined;
  readonly isEmpty: boolean;
}

type Notes = Map<string | number, Note>;

const NOTES = /* @__PURE__ */ Symbol("notes");

interface Noted {
  [NOTES]?: Notes;
}

/** Keeps the note, if the element read last at this position left one. */
export function keepNote(
  reader: DecodeReader,
  at: number,
  holder: { readonly object: object; readonly key: string | number },
): void {
  const { note } = reader;
  if (note === undefined || note.at !== at) return;
  const { object, key } = holder;
  // The symbol is nobody else's, so what it holds is ours.
  const known = (object as Noted)[NOTES];
  if (known !== undefined) known.set(key, note);
  else Object.defineProperty(object, NOTES, { value: new Map([[key, note]]) });
}

/** What is noted about a member of an object or an item of an array. */
export function noteOf(object: object, key: string | number): Note | undefined {
  return (object as Noted)[NOTES]?.get(key);
}

/** The attributes as text for a start tag. */
export function printNoted(writer: XmlWriter, note: Note): string {
  let text = "";
  for (const { namespace, local, value } of note.attributes) {
    const { type } = note;
    const isType = type !== undefined && namespace === XSI && local === "type";
    text += writer.attribute(
      namespace,
      local,
      isType ? writer.qualify(type) : value,
    );
  }
  return text;
}
