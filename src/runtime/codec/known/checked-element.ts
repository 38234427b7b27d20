import type { ExpandedName } from "../../xml/scope.js";
import type { DecodeReader } from "../decode-reader.js";
import type { ElementCodec } from "../element.js";

/**
 * What became of an element that a wildcard admits: nothing is known about it, or it was checked and is still to be
 * read, or it was passed, as its value is not wanted.
 */
export type Checked = "unknown" | "checked" | "passed";

/** Checks the next child, whose name is given, against its declaration. */
export type ElementCheck = (
  reader: DecodeReader,
  name: ExpandedName,
) => Checked;

/** Readers that look at something twice. What is inside it is looked at once: it is all read again. */
const CHECKING = /* @__PURE__ */ new WeakSet<DecodeReader>();

export function checkAs(
  reader: DecodeReader,
  element: ElementCodec | undefined,
): Checked {
  if (element === undefined) return "unknown";
  if (CHECKING.has(reader)) {
    element.read(reader);
    return "passed";
  }
  const mark = reader.mark();
  CHECKING.add(reader);
  try {
    element.read(reader);
  } finally {
    CHECKING.delete(reader);
  }
  reader.note = undefined;
  reader.reset(mark);
  reader.peek();
  return "checked";
}
