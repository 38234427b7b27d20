import type { XmlAttribute, XmlElement } from "./node.js";

/** The attribute of that name, if the element has it. */
export function attribute(
  element: XmlElement,
  local: string,
  namespace = "",
): XmlAttribute | undefined {
  const { attributes } = element;
  // Asked hundreds of thousands of times: an iterator would cost more than the search.
  for (let index = 0; index < attributes.length; index++) {
    const candidate = attributes[index];
    if (candidate?.local === local && candidate.namespace === namespace) {
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
