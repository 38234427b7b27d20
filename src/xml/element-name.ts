import type { XmlElement } from "./node.js";

/** The name as written, with its prefix; for messages. */
export function elementName(element: XmlElement): string {
  const { prefix, local } = element;
  return prefix === "" ? local : `${prefix}:${local}`;
}
