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
  for (const attribute of attributes) {
    const { prefix } = attribute;
    if (prefix === "") continue;
    const namespace = namespaces.get(prefix);
    if (namespace === undefined) {
      reportUndeclared(cursor, prefix, attribute.start);
      return false;
    }
    attribute.namespace = namespace;
  }
  const twice = findRepeated(attributes);
  if (twice === undefined) return true;
  const parameters = { name: twice.local };
  cursor.sink.report("xml/duplicate-attribute", parameters, {
    span: twice.span,
  });
  return false;
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
