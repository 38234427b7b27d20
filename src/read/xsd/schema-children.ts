import type { XmlElement } from "../../xml/index.js";
import { isSchemaNamespace } from "./schema-namespaces.js";

/** The local name of an element of XML Schema; '' for any other element. */
export function schemaLocal(element: XmlElement): string {
  return isSchemaNamespace(element.namespace) ? element.local : "";
}

/** The first child of that name in XML Schema's namespace. */
export function schemaChild(
  element: XmlElement,
  local: string,
): XmlElement | undefined {
  for (const child of element.children) {
    if (child.kind === "element" && schemaLocal(child) === local) return child;
  }
  return undefined;
}
