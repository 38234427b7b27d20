import type { XmlElement, XmlNode } from "./node.js";

/** The element children, in order; only those of a namespace and local name where these are given. */
export function childElements(
  element: XmlElement,
  namespace?: string,
  local?: string,
): readonly XmlElement[] {
  if (namespace === undefined && isAllElements(element.children)) {
    return element.children;
  }
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    if (namespace !== undefined && child.namespace !== namespace) continue;
    if (local !== undefined && child.local !== local) continue;
    found.push(child);
  }
  return found;
}

/** The first child element of that name, if there is one. */
export function childElement(
  element: XmlElement,
  namespace: string,
  local: string,
): XmlElement | undefined {
  for (const child of element.children) {
    if (child.kind !== "element" || child.local !== local) continue;
    if (child.namespace === namespace) return child;
  }
  return undefined;
}

/** Mostly so, since layout is dropped; then the list needs no copy. */
function isAllElements(
  nodes: readonly XmlNode[],
): nodes is readonly XmlElement[] {
  return nodes.every(({ kind }) => kind === "element");
}
