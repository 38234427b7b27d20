import type { XmlElement } from "./node.js";

/** All character data inside the element, in order. Depth is bounded by the parser. */
export function textContent(element: XmlElement): string {
  let text = "";
  for (const child of element.children) {
    if (child.kind === "text") text += child.value;
    else if (child.kind === "element") text += ` ${textContent(child)} `;
  }
  return text;
}
