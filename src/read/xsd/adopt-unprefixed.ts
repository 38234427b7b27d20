import type { DiagnosticSink } from "../../diagnostics/index.js";
import { XSD_NAMESPACE } from "../../model/index.js";
import type { XmlElement, XmlNode } from "../../xml/index.js";
import { isSchemaNamespace } from "./schema-namespaces.js";

export const WSDL_NAMESPACE = "http://schemas.xmlsoap.org/wsdl/";

/**
 * A schema in a WSDL whose components have no prefix, where elements without prefix are WSDL's: none of those can be
 * in a schema, so they are read as the components they are called. The schema itself where there are none.
 */
export function adoptUnprefixed(
  schema: XmlElement,
  sink: DiagnosticSink,
): XmlElement {
  if (schema.namespaces.get("") !== WSDL_NAMESPACE) return schema;
  const adopted = adopt(schema);
  const first = adopted === schema ? undefined : firstUnprefixed(schema);
  if (first !== undefined)
    sink.report(
      "xsd/unprefixed-component",
      { name: first.local },
      { span: first.span },
    );
  return adopted;
}

function adopt(element: XmlElement): XmlElement {
  if (isSchemaNamespace(element.namespace) && element.local === "annotation")
    return element;
  let changed = false;
  const children = element.children.map((child): XmlNode => {
    if (child.kind !== "element") return child;
    const inner = adopt(child);
    const own = isUnprefixed(child)
      ? { ...inner, namespace: XSD_NAMESPACE }
      : inner;
    if (own !== child) changed = true;
    return own;
  });
  return changed ? { ...element, children } : element;
}

function isUnprefixed({ namespace, prefix }: XmlElement): boolean {
  return namespace === WSDL_NAMESPACE && prefix === "";
}

function firstUnprefixed(element: XmlElement): XmlElement | undefined {
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    const found = isUnprefixed(child) ? child : firstUnprefixed(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
