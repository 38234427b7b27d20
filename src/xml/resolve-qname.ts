import type { XmlElement } from "./node.js";

/** An expanded name as found in content; `prefix` is '' when none was written. */
export interface ExpandedName {
  readonly prefix: string;
  readonly namespace: string;
  readonly local: string;
}

/**
 * Expands a QName that stands in text or an attribute value by the prefixes in scope; undefined when its prefix is not
 * declared. Without prefix it is in the default namespace (XML Schema part 2 §3.2.18).
 */
export function resolveQName(
  text: string,
  element: XmlElement,
): ExpandedName | undefined {
  const trimmed = text.trim();
  const colon = trimmed.indexOf(":");
  const prefix = colon === -1 ? "" : trimmed.slice(0, colon);
  const local = trimmed.slice(colon + 1);
  const namespace = element.namespaces.get(prefix);
  if (namespace === undefined && prefix !== "") return undefined;
  return { prefix, namespace: namespace ?? "", local };
}
