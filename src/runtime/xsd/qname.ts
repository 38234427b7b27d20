import type { AtomicTypeDescriptor, NamespaceContext } from "../descriptor.js";
import { NC_NAME } from "../xml/name-pattern.js";
import { ValueError } from "./value-error.js";

/** The value of `xs:QName` and `xs:NOTATION`. */
export interface QNameValue {
  readonly namespace: string;
  readonly local: string;
}

function parseQName(text: string, namespaces: NamespaceContext): QNameValue {
  const colon = text.indexOf(":");
  const local = text.slice(colon + 1);
  const namespace = namespaces.lookup(
    colon < 0 ? "" : text.slice(0, Math.max(colon, 0)),
  );
  if (!NC_NAME.test(local) || (colon >= 0 && namespace === undefined)) {
    throw new ValueError("a qualified name with a declared prefix", text);
  }
  return remember(
    { namespace: namespace ?? "", local },
    text.slice(0, Math.max(colon, 0)),
  );
}

/**
 * Keeps the prefix out of sight: it is not part of the value, but some receivers compare the text, so a name that was
 * read goes out as it came.
 */
function remember(value: QNameValue, prefix: string): QNameValue {
  return prefix === ""
    ? value
    : Object.defineProperty(value, "prefix", { value: prefix });
}

function isQNameValue(value: unknown): value is QNameValue {
  return (
    typeof value === "object" &&
    value !== null &&
    "namespace" in value &&
    "local" in value &&
    typeof value.namespace === "string" &&
    typeof value.local === "string"
  );
}

function printQName(value: unknown, namespaces: NamespaceContext): string {
  if (!isQNameValue(value) || !NC_NAME.test(value.local)) {
    throw new ValueError("a name as { namespace, local }", value);
  }
  const known = "prefix" in value ? value.prefix : undefined;
  const wanted = typeof known === "string" ? known : undefined;
  const prefix = namespaces.prefixFor(value.namespace, wanted);
  return prefix === "" ? value.local : `${prefix}:${value.local}`;
}

function qualifiedName(name: string): AtomicTypeDescriptor<QNameValue> {
  return {
    kind: "atomic",
    name,
    whiteSpace: "collapse",
    parse: parseQName,
    print: printQName,
  };
}

export const QName: AtomicTypeDescriptor<QNameValue> =
  /* @__PURE__ */ qualifiedName("QName");
export const NOTATION: AtomicTypeDescriptor<QNameValue> =
  /* @__PURE__ */ qualifiedName("NOTATION");
