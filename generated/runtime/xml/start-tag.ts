// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { isSpace, readReference, scanName, scanText } from "./characters.js";
import { SOAP_11, SOAP_12, XSD, XSI } from "./namespaces.js";
import { expandedName, isLocalName } from "./scope.js";
import { XML_NAMESPACE, XMLNS_NAMESPACE } from "./scope.js";
import type { Attribute, ExpandedName, Scope, TagContent } from "./scope.js";

export interface StartTag extends TagContent {
  /** Behind the `>`. */
  readonly end: number;
  readonly scope: Scope;
}

/** What reading a start tag needs of the reader. */
export interface TagContext {
  readonly xml: string;
  readonly scope: Scope;
  readonly maxAttributes: number;
  /** Throws. */
  fail(message: string, position: number): never;
}

interface RawAttribute {
  readonly raw: string;
  readonly value: string;
  readonly at: number;
}

// One string for each namespace makes comparing names quick.
const WELL_KNOWN: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  [XSI, XSD, SOAP_11, SOAP_12].map((name) => [name, name]),
);

export const NO_ATTRIBUTES: readonly Attribute[] = [];

/** Longest text of attributes that is remembered, and how many of them a scope remembers. */
const REMEMBERED_LENGTH = 80;
const REMEMBERED_COUNT = 32;

/**
 * Reads from behind the element's name to behind the `>`. Attributes such as `xsi:nil="true"` come again and again, so
 * a scope remembers what their text means.
 */
export function readStartTag(context: TagContext, start: number): StartTag {
  const { xml, scope } = context;
  if (xml.charCodeAt(start) === 62) return plainTag(scope, start + 1, false);
  const known = xml.indexOf(">", start) + 1;
  const isShort = known > 0 && known - start <= REMEMBERED_LENGTH;
  const text = isShort ? xml.slice(start, known) : "";
  if (text === "/>") return plainTag(scope, known, true);
  const remembered = scope.tags.get(text);
  if (remembered !== undefined) {
    const { attributes, isEmpty } = remembered;
    return { end: known, isEmpty, attributes, scope };
  }
  const tag = parseStartTag(context, start);
  // A `>` in a value ends the text too early; a declaration has a scope of its own.
  const isWhole = isShort && tag.end === known && tag.scope === scope;
  if (isWhole && scope.tags.size < REMEMBERED_COUNT) scope.tags.set(text, tag);
  return tag;
}

function plainTag(scope: Scope, end: number, isEmpty: boolean): StartTag {
  return { end, isEmpty, attributes: NO_ATTRIBUTES, scope };
}

function parseStartTag(context: TagContext, start: number): StartTag {
  const { xml } = context;
  const raws: RawAttribute[] = [];
  let at = start;
  for (;;) {
    const before = at;
    while (isSpace(xml.charCodeAt(at))) at++;
    const code = xml.charCodeAt(at);
    const isEmpty = code === 47 && xml.charCodeAt(at + 1) === 62;
    if (code === 62 || isEmpty) {
      const end = at + (isEmpty ? 2 : 1);
      const { attributes, scope } = resolveAttributes(context, raws);
      return { end, isEmpty, attributes, scope };
    }
    if (before === at) context.fail("malformed start tag", at);
    if (raws.length >= context.maxAttributes) {
      context.fail(`more than ${context.maxAttributes} attributes`, at);
    }
    at = readAttribute(context, at, raws);
  }
}

function readAttribute(
  context: TagContext,
  start: number,
  into: RawAttribute[],
): number {
  const { xml } = context;
  const nameEnd = scanName(xml, start);
  if (nameEnd === start) context.fail("malformed start tag", start);
  let at = nameEnd;
  while (isSpace(xml.charCodeAt(at))) at++;
  if (xml.charCodeAt(at) !== 61) context.fail("an attribute without value", at);
  do at++;
  while (isSpace(xml.charCodeAt(at)));
  const quote = xml.charAt(at);
  const end = quote === '"' || quote === "'" ? xml.indexOf(quote, at + 1) : -1;
  if (end < 0) context.fail("an attribute value without quotes", at);
  const value = readValue(context, at + 1, end);
  into.push({ raw: xml.slice(start, nameEnd), value, at: start });
  return end + 1;
}

function readValue(context: TagContext, start: number, end: number): string {
  const { xml } = context;
  let value = "";
  let at = start;
  for (;;) {
    const stop = scanText(xml, at, end);
    const part = xml.slice(at, stop);
    value += /[\t\n]/.test(part) ? part.replace(/[\t\n]/g, " ") : part;
    if (stop === end) return value;
    const code = xml.charCodeAt(stop);
    if (code === 38) {
      const reference = readReference(xml, stop);
      if (reference === undefined) context.fail("unknown reference", stop);
      value += reference.text;
      at = reference.end;
    } else if (code === 13) {
      value += " ";
      at = stop + (xml.charCodeAt(stop + 1) === 10 ? 2 : 1);
    } else if (code === 93) {
      value += "]";
      at = stop + 1;
    } else {
      at = stop + surrogatePair(context, stop);
      value += xml.slice(stop, at);
    }
  }
}

/** 2 where two surrogates make one character; anything else is not allowed in a document. */
function surrogatePair(context: TagContext, at: number): number {
  if ((context.xml.codePointAt(at) ?? 0) > 0xffff) return 2;
  return context.fail("a character that XML does not allow", at);
}

interface ResolvedAttributes {
  readonly attributes: readonly Attribute[];
  readonly scope: Scope;
}

function resolveAttributes(
  context: TagContext,
  raws: readonly RawAttribute[],
): ResolvedAttributes {
  if (raws.length === 0) {
    return { attributes: NO_ATTRIBUTES, scope: context.scope };
  }
  const declared = new Map<string, string>();
  const rest = raws.filter((raw) => !declare(context, raw, declared));
  const scope =
    declared.size > 0 ? context.scope.child(declared) : context.scope;
  const attributes = rest.map(({ raw, value, at }): Attribute => {
    const name = attributeName(raw, scope);
    if (name === undefined) {
      return context.fail(`undeclared prefix of ${raw}`, at);
    }
    const { namespace, local, key } = name;
    return { namespace, local, key, value };
  });
  checkUnique(context, attributes, raws[0]?.at ?? 0);
  return { attributes, scope };
}

function checkUnique(
  context: TagContext,
  attributes: readonly Attribute[],
  at: number,
): void {
  if (attributes.length < 2) return;
  const keys = new Set<string>();
  for (const { key } of attributes) {
    if (keys.has(key)) context.fail(`attribute ${key} twice`, at);
    keys.add(key);
  }
}

/** Namespaces in XML 1.0 §5.3: attributes without prefix are in no namespace. */
function attributeName(raw: string, scope: Scope): ExpandedName | undefined {
  const colon = raw.indexOf(":");
  if (colon < 0) return expandedName("", raw);
  const namespace = scope.lookup(raw.slice(0, colon));
  const local = raw.slice(colon + 1);
  if (namespace === undefined || !isLocalName(local, colon)) return undefined;
  return expandedName(namespace, local);
}

/** Namespaces in XML 1.0 §3: takes a declaration, and refuses those that it may not make. */
function declare(
  context: TagContext,
  attribute: RawAttribute,
  into: Map<string, string>,
): boolean {
  const { raw, value, at } = attribute;
  if (raw !== "xmlns" && !raw.startsWith("xmlns:")) return false;
  const prefix = raw.slice(6);
  const isXml = (prefix === "xml") === (value === XML_NAMESPACE);
  const isNamed = raw === "xmlns" || (isLocalName(prefix, 5) && value !== "");
  if (prefix === "xmlns" || value === XMLNS_NAMESPACE || !isXml || !isNamed) {
    return context.fail(`namespace declaration ${raw}="${value}"`, at);
  }
  if (into.has(prefix)) return context.fail(`attribute ${raw} twice`, at);
  into.set(prefix, WELL_KNOWN.get(value) ?? value);
  return true;
}
