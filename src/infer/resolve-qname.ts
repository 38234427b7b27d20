import {
  qname,
  XSD_NAMESPACE,
  type QName,
  type SampleElement,
} from "../model/index.js";
import { isEncodingNamespace } from "./inline-references.js";

/** Schema namespaces in use before and since the Recommendation. */
export const schemaNamespaces: ReadonlySet<string> = new Set([
  XSD_NAMESPACE,
  "http://www.w3.org/1999/XMLSchema",
  "http://www.w3.org/2000/10/XMLSchema",
]);

/**
 * The type that an attribute value of a sample names; undefined where its prefix is not bound. Types of older schema
 * namespaces, and the built-in ones that SOAP encoding repeats (SOAP 1.1 §5.2.1), are those of XML Schema.
 */
export function resolveQName(
  value: string,
  { namespaces }: Pick<SampleElement, "namespaces">,
): QName | undefined {
  const [prefix = "", local] = value.includes(":")
    ? value.split(":", 2)
    : ["", value];
  const namespace = namespaces.get(prefix);
  if (namespace === undefined || local === undefined || local === "")
    return undefined;
  const isBuiltin =
    schemaNamespaces.has(namespace) ||
    (isEncodingNamespace(namespace) && /^[a-z]/.test(local));
  return qname(isBuiltin ? XSD_NAMESPACE : namespace, local);
}
