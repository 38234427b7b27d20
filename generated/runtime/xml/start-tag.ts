// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { findIllegal, isSpace, resolveReferences } from "./characters.js";
import { ATTRIBUTE_HERE } from "./name-pattern.js";
import { isLocalName, XML_NAMESPACE, XMLNS_NAMESPACE } from "./scope.js";
import type { Attribute, Scope } from "./scope.js";

/** What reading a start tag needs of the reader. */
export interface TagContext {
  readonly xml: string;
  readonly scope: Scope;
  readonly maxAttributes: number;
  /** Throws. */
  fail(message: string, position?: number): never;
}

/** What a start tag says besides its name. */
export interface TagContent {
  /** Behind the `>`. */
  readonly end: number;
  readonly isEmpty: boolean;
  readonly attributes: readonly Attribute[];
  /** Inside the element. */
  readonly scope: Scope;
}

export const NO_ATTRIBUTES: readonly Attribute[] = [];

/** Reads from behind the element's name to behind the `>`. */
export function readStartTag(context: TagContext, start: number): TagContent {
  const { xml, maxAttributes } = context;
  /** Values by prefix, and those of attributes by name. */
  let declared: Map<string, string> | undefined;
  let given: Map<string, string> | undefined;
  let count = 0;
  let at = start;
  for (;;) {
    ATTRIBUTE_HERE.lastIndex = at;
    const found = ATTRIBUTE_HERE.exec(xml);
    if (found === null) break;
    const [text, name = "", double, single = ""] = found;
    const isDeclaration = name === "xmlns" || name.startsWith("xmlns:");
    const key = isDeclaration ? name.slice(6) : name;
    const values = isDeclaration
      ? (declared ??= new Map())
      : (given ??= new Map());
    count++;
    if (count > maxAttributes) {
      context.fail(`more than ${maxAttributes} attributes`, at);
    }
    if (values.has(key)) context.fail(`attribute ${name} twice`, at);
    at += text.length;
    const value = normalize(context, double ?? single, at - 1);
    if (isDeclaration) checkDeclaration(context, name, value);
    values.set(key, value);
  }
  while (isSpace(xml.charCodeAt(at))) at++;
  const isEmpty = xml.charCodeAt(at) === 47;
  const end = at + (isEmpty ? 2 : 1);
  if (xml.charCodeAt(end - 1) !== 62) context.fail("malformed start tag", at);
  const scope = declared ? context.scope.child(declared) : context.scope;
  const attributes = given ? resolve(context, scope, given) : NO_ATTRIBUTES;
  return { end, isEmpty, attributes, scope };
}

/** XML 1.0 §3.3.3: references are resolved, and white space becomes spaces. */
function normalize(context: TagContext, value: string, end: number): string {
  if (!/[^ !-%'-~]/.test(value)) return value;
  const start = end - value.length;
  const illegal = findIllegal(value);
  if (illegal >= 0) {
    context.fail("a character that XML does not allow", start + illegal);
  }
  const spaced = value.replace(/\r\n|[\t\n\r]/g, " ");
  return resolveReferences(spaced, (position) =>
    context.fail("unknown reference", start + position),
  );
}

/** Namespaces in XML 1.0 §3: some declarations may not be made. */
function checkDeclaration(
  context: TagContext,
  name: string,
  value: string,
): void {
  const prefix = name.slice(6);
  const isXml = (prefix === "xml") === (value === XML_NAMESPACE);
  const isNamed = name === "xmlns" || (isLocalName(prefix, 5) && value !== "");
  if (prefix === "xmlns" || value === XMLNS_NAMESPACE || !isXml || !isNamed) {
    context.fail(`namespace declaration ${name}="${value}"`);
  }
}

function resolve(
  context: TagContext,
  scope: Scope,
  raw: ReadonlyMap<string, string>,
): readonly Attribute[] {
  const attributes: Attribute[] = [];
  for (const [key, value] of raw) {
    // Namespaces in XML 1.0 §5.3: without prefix an attribute is in no namespace.
    const name = key.includes(":")
      ? scope.resolve(key)
      : { namespace: "", local: key, key };
    if (name === undefined) return context.fail(`undeclared prefix of ${key}`);
    attributes.push({ ...name, value });
  }
  if (attributes.length < 2) return attributes;
  // Two prefixes may stand for one namespace.
  const keys = new Set(attributes.map(({ key }) => key));
  if (keys.size < attributes.length) context.fail("an attribute twice");
  return attributes;
}
