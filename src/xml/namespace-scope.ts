import type { Cursor } from "./cursor.js";
import { MAX_PREFIXES } from "./limits.js";
import type { LocatedAttribute } from "./located-attribute.js";

const XML = "http://www.w3.org/XML/1998/namespace";
const XMLNS = "http://www.w3.org/2000/xmlns/";

export type NamespaceScope = ReadonlyMap<string, string>;

export const rootScope: NamespaceScope = new Map([["xml", XML]]);

/**
 * The prefixes in scope inside an element: the parent's map itself where the element declares nothing new.
 * Undefined after reporting a declaration that is not allowed.
 */
export function declareNamespaces(
  cursor: Cursor,
  parent: NamespaceScope,
  declarations: readonly LocatedAttribute[],
): NamespaceScope | undefined {
  if (declarations.length === 0) return parent;
  let scope: Map<string, string> | undefined;
  for (const attribute of declarations) {
    const prefix = attribute.prefix === "" ? "" : attribute.local;
    if (!isAllowed(prefix, attribute.value)) {
      return refuse(cursor, attribute);
    }
    if ((scope ?? parent).get(prefix) === attribute.value) continue;
    scope ??= new Map(parent);
    if (attribute.value === "") scope.delete(prefix);
    else scope.set(prefix, attribute.value);
    if (scope.size > MAX_PREFIXES) return tooMany(cursor, attribute);
  }
  return scope ?? parent;
}

/** Namespaces in XML §3, the constraints on reserved prefixes and on undeclaring. */
function isAllowed(prefix: string, namespace: string): boolean {
  if (prefix === "xmlns" || namespace === XMLNS) return false;
  if ((prefix === "xml") !== (namespace === XML)) return false;
  return prefix === "" || namespace !== "";
}

function refuse(cursor: Cursor, attribute: LocatedAttribute): undefined {
  const { span } = attribute;
  const name = attribute.prefix === "" ? "xmlns" : `xmlns:${attribute.local}`;
  const parameters = { name, value: attribute.value };
  cursor.sink.report("xml/invalid-namespace-declaration", parameters, { span });
  return undefined;
}

function tooMany(cursor: Cursor, attribute: LocatedAttribute): undefined {
  const { span } = attribute;
  const limit = String(MAX_PREFIXES);
  cursor.sink.report("xml/too-many-namespaces", { limit }, { span });
  return undefined;
}
