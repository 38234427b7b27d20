// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ExpandedName } from "../xml/scope.js";
import type { XmlReader } from "../xml/reader.js";

/** Goes into each child of the element that the reader is in, and gives back the text around them. */
export function eachChild(
  reader: XmlReader,
  visit: (name: ExpandedName) => void,
): string {
  let text = "";
  for (;;) {
    text += reader.mixedText();
    const name = reader.peek();
    if (name === undefined) return text.trim();
    reader.enter();
    visit(name);
    reader.leave();
  }
}
