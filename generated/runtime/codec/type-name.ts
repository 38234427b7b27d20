// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { XSI } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlReader } from "../xml/reader.js";

/** The name in `xsi:type` of the element just entered. */
export function readTypeName(reader: XmlReader): ExpandedName | undefined {
  const attribute = reader.attributes.find(
    (each) => each.namespace === XSI && each.local === "type",
  );
  if (attribute === undefined) return undefined;
  const text = attribute.value.trim();
  const colon = text.indexOf(":");
  const namespace = reader.lookup(colon < 0 ? "" : text.slice(0, colon));
  if (namespace === undefined) {
    return reader.fail(`undeclared prefix in xsi:type="${text}"`, {
      suffix: "/@xsi:type",
      expected: "a declared prefix",
      received: text,
    });
  }
  return expandedName(namespace, text.slice(colon + 1));
}
