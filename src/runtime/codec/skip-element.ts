import type { XmlReader } from "../xml/reader.js";

/** Passes the next child with all in it. */
export function skipElement(reader: XmlReader): void {
  reader.peek();
  reader.enter();
  for (;;) {
    reader.mixedText();
    if (reader.peek() === undefined) break;
    skipElement(reader);
  }
  reader.leave();
}
