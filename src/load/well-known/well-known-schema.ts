/** A schema that many services refer to and few bring along, written from what its standard says. */
export interface WellKnownSchema {
  readonly namespace: string;
  /** Shown in diagnostics and documentation as the file the components come from. */
  readonly file: string;
  /** The document; the default namespace is that of XML Schema, `t` the target namespace. */
  readonly text: string;
}

export interface SchemaParts {
  readonly file: string;
  readonly namespace: string;
  /** Other prefixes, by name; each namespace is imported too. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** True where local elements are in no namespace. */
  readonly isUnqualified?: boolean;
  readonly body: string;
}

const XML = "http://www.w3.org/XML/1998/namespace";

export function wellKnown(parts: SchemaParts): WellKnownSchema {
  const { file, namespace, prefixes = {}, isUnqualified = false, body } = parts;
  const others = Object.entries(prefixes);
  const declarations = others
    .map(([prefix, name]) => ` xmlns:${prefix}="${name}"`)
    .join("");
  const imports = others
    .map(([, name]) => `<import namespace="${name}"/>`)
    .join("");
  const form = isUnqualified ? "unqualified" : "qualified";
  // Only the prefix xml may be bound to its namespace (Namespaces in XML §3).
  const own = namespace === XML ? "" : ` xmlns:t="${namespace}"`;
  const text = `<schema xmlns="http://www.w3.org/2001/XMLSchema"${own}${declarations} targetNamespace="${namespace}" elementFormDefault="${form}">${imports}${body}</schema>`;
  return { namespace, file, text };
}
