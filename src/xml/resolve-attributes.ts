import { spanAt } from "../source/index.js";
import type { Cursor } from "./cursor.js";
import type { LocatedAttribute } from "./located-attribute.js";
import type { NamespaceScope } from "./namespace-scope.js";

/** Looks up the prefixes of attributes; false after reporting one that is not declared or an attribute given twice. */
export function resolveAttributes(
  cursor: Cursor,
  attributes: readonly LocatedAttribute[],
  namespaces: NamespaceScope,
): boolean {
  const unresolved = attributes.find(
    (attribute) => !resolvePrefix(attribute, namespaces),
  );
  if (unresolved !== undefined) {
    reportUndeclared(cursor, unresolved.prefix, unresolved.start);
    return false;
  }
  const twice = findRepeated(attributes);
  if (twice === undefined) return true;
  const parameters = { name: twice.local };
  cursor.sink.report("xml/duplicate-attribute", parameters, {
    span: twice.span,
  });
  return false;
}

function resolvePrefix(
  attribute: LocatedAttribute,
  namespaces: NamespaceScope,
): boolean {
  // An attribute without a prefix is in no namespace (Namespaces in XML §6.2).
  if (attribute.prefix === "") return true;
  const namespace = namespaces.get(attribute.prefix);
  if (namespace === undefined) return false;
  attribute.namespace = namespace;
  return true;
}

function findRepeated(
  attributes: readonly LocatedAttribute[],
): LocatedAttribute | undefined {
  if (attributes.length < 2) return undefined;
  if (attributes.length > 8) return findRepeatedByKey(attributes);
  for (let later = 1; later < attributes.length; later++) {
    const attribute = attributes[later];
    for (let earlier = 0; earlier < later; earlier++) {
      const other = attributes[earlier];
      if (
        other?.local === attribute?.local &&
        other?.namespace === attribute?.namespace
      )
        return attribute;
    }
  }
  return undefined;
}

function findRepeatedByKey(
  attributes: readonly LocatedAttribute[],
): LocatedAttribute | undefined {
  const seen = new Set<string>();
  return attributes.find(({ namespace, local }) => {
    const before = seen.size;
    return seen.add(`${namespace} ${local}`).size === before;
  });
}

/** Reports a prefix that no declaration is in scope for. */
export function reportUndeclared(
  cursor: Cursor,
  prefix: string,
  offset: number,
): undefined {
  const span = spanAt(cursor.source, offset, prefix.length);
  cursor.sink.report("xml/undeclared-prefix", { prefix }, { span });
  return undefined;
}
