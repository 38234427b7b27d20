import type { XmlElement } from "./node.js";

/** The element children, in order; only those of a namespace and local name where these are given. */
export function childElements(
  element: XmlElement,
  namespace?: string,
  local?: string,
): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    if (namespace !== undefined && child.namespace !== namespace) continue;
    if (local !== undefined && child.local !== local) continue;
    found.push(child);
  }
  return found;
}
