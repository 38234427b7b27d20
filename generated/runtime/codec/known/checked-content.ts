// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ExpandedName } from "../../xml/scope.js";
import type { DecodeReader } from "../decode-reader.js";
import type { ElementCodec } from "../element.js";

/** The declaration of a global element by its key. */
export type FindElement = (key: string) => ElementCodec | undefined;

/** Readers that look at something twice. What is inside it is looked at once: it is all read again. */
const CHECKING = /* @__PURE__ */ new WeakSet<DecodeReader>();

/**
 * Checks the next child, whose name is given, against declarations: laxly, so that what is not declared may be anything
 * but what is inside it is checked (XSD 1.0 Part 1 §3.10.1). True says that it was passed, as no value is wanted.
 */
export function checkChild(
  reader: DecodeReader,
  name: ExpandedName,
  find: FindElement,
): boolean {
  const isPassed = lookAhead(reader, () => passChild(reader, name, find));
  // If not, the child is the next one again.
  if (!isPassed) reader.peek();
  return isPassed;
}

/** The same for all content of the element that the reader is in. */
export function checkContent(reader: DecodeReader, find: FindElement): boolean {
  return lookAhead(reader, () => passContent(reader, find));
}

function lookAhead(reader: DecodeReader, look: () => void): boolean {
  if (CHECKING.has(reader)) {
    look();
    return true;
  }
  const mark = reader.mark();
  const { attributes } = reader;
  CHECKING.add(reader);
  try {
    look();
  } finally {
    CHECKING.delete(reader);
  }
  reader.note = undefined;
  reader.reset(mark);
  reader.attributes = attributes;
  return false;
}

function passChild(
  reader: DecodeReader,
  { key }: ExpandedName,
  find: FindElement,
): void {
  const element = find(key);
  if (element !== undefined) {
    element.read(reader);
    return;
  }
  reader.enter();
  passContent(reader, find);
  reader.leave();
}

function passContent(reader: DecodeReader, find: FindElement): void {
  for (;;) {
    reader.mixedText();
    const name = reader.peek();
    if (name === undefined) return;
    passChild(reader, name, find);
  }
}
