import type { XmlAttribute, XmlElement } from "./node.js";

/** The attribute of that name, if the element has it. */
export function attribute(
  element: XmlElement,
  local: string,
  namespace = "",
): XmlAttribute | undefined {
  for (const candidate of element.attributes) {
    if (candidate.local === local && candidate.namespace === namespace) {
      return candidate;
    }
  }
  return undefined;
}

/** Its value; undefined when the element does not have it. */
export function attributeValue(
  element: XmlElement,
  local: string,
  namespace = "",
): string | undefined {
  return attribute(element, local, namespace)?.value;
}
