import { isSpace, readReference, scanName, scanValue } from "./characters.js";
import { SOAP_11, SOAP_12, XSD, XSI } from "./namespaces.js";
import { isLocalName } from "./scope.js";
import { XML_NAMESPACE, XMLNS_NAMESPACE } from "./scope.js";
import type { Attribute, Scope, TagContent } from "./scope.js";

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
  fail(message: string, position?: number): never;
}

// One string for each namespace makes comparing names quick.
const WELL_KNOWN: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  [XSI, XSD, SOAP_11, SOAP_12].map((name) => [name, name]),
);

export const NO_ATTRIBUTES: readonly Attribute[] = [];

/** Longest text of attributes that is remembered, and how many of them a scope remembers. */
const REMEMBERED_LENGTH = 64;
const REMEMBERED_COUNT = 32;

/**
 * Reads from behind the element's name to behind the `>`. Attributes such as `xsi:nil="true"` come again and again, so
 * a scope remembers what their text means, as long as that pays.
 */
export function readStartTag(context: TagContext, start: number): StartTag {
  const { xml, scope } = context;
  if (xml.charCodeAt(start) === 62) return plainTag(scope, start + 1, false);
  if (scope.tags.size >= REMEMBERED_COUNT) return parseStartTag(context, start);
  const end = xml.indexOf(">", start) + 1;
  if (end === 0 || end - start > REMEMBERED_LENGTH) {
    return parseStartTag(context, start);
  }
  const text = xml.slice(start, end);
  if (text === "/>") return plainTag(scope, end, true);
  const known = scope.tags.get(text);
  if (known !== undefined) {
    return { end, isEmpty: known.isEmpty, attributes: known.attributes, scope };
  }
  const tag = parseStartTag(context, start);
  // A `>` in a value ends the text too early; a declaration has a scope of its own.
  if (tag.end === end && tag.scope === scope) scope.tags.set(text, tag);
  return tag;
}

function plainTag(scope: Scope, end: number, isEmpty: boolean): StartTag {
  return { end, isEmpty, attributes: NO_ATTRIBUTES, scope };
}

/** What was read of a start tag so far. */
interface RawAttributes {
  readonly names: string[];
  readonly attributes: Attribute[];
  declared: Map<string, string> | undefined;
}

function parseStartTag(context: TagContext, start: number): StartTag {
  const { xml } = context;
  const raw: RawAttributes = { names: [], attributes: [], declared: undefined };
  let at = start;
  for (let count = 0; ; count++) {
    const before = at;
    while (isSpace(xml.charCodeAt(at))) at++;
    const code = xml.charCodeAt(at);
    const isEmpty = code === 47 && xml.charCodeAt(at + 1) === 62;
    if (code === 62 || isEmpty) {
      const end = at + (isEmpty ? 2 : 1);
      const { declared } = raw;
      const scope = declared ? context.scope.child(declared) : context.scope;
      const attributes = resolveAttributes(context, scope, raw);
      return { end, isEmpty, attributes, scope };
    }
    if (before === at) context.fail("malformed start tag", at);
    if (count >= context.maxAttributes) {
      context.fail(`more than ${context.maxAttributes} attributes`, at);
    }
    at = readAttribute(context, at, raw);
  }
}

function readAttribute(
  context: TagContext,
  start: number,
  into: RawAttributes,
): number {
  const { xml } = context;
  const name = readName(context, start, into.names.length);
  let at = start + name.length;
  while (isSpace(xml.charCodeAt(at))) at++;
  if (xml.charCodeAt(at) !== 61) context.fail("an attribute without value", at);
  do at++;
  while (isSpace(xml.charCodeAt(at)));
  const quote = xml.charCodeAt(at);
  const isQuote = quote === 34 || quote === 39;
  const from = at + 1;
  // Most values end where plain text does.
  let end = isQuote ? scanValue(xml, from, xml.length) : -1;
  let value = xml.slice(from, end);
  if (isQuote && xml.charCodeAt(end) !== quote) {
    end = xml.indexOf(quote === 34 ? '"' : "'", end);
    if (end >= 0) value = readValue(context, from, end);
  }
  if (end < 0) context.fail("an attribute value without quotes", at);
  if (name === "xmlns" || name.startsWith("xmlns:")) {
    into.declared ??= new Map();
    declare(context, { name, value, at: start }, into.declared);
  } else {
    into.names.push(name);
    into.attributes.push({ namespace: "", local: name, key: name, value });
  }
  return end + 1;
}

/** The name of an attribute; most often it is the one that the last element had in its place. */
function readName(context: TagContext, start: number, place: number): string {
  const { xml, scope } = context;
  const guess = scope.lastNames[place];
  if (guess !== undefined && xml.startsWith(guess, start)) {
    if (xml.charCodeAt(start + guess.length) === 61) return guess;
  }
  const end = scanName(xml, start);
  if (end === start) context.fail("malformed start tag", start);
  return xml.slice(start, end);
}

/** XML 1.0 §3.3.3: references are resolved, and white space becomes spaces. */
function readValue(context: TagContext, start: number, end: number): string {
  const { xml } = context;
  let value = "";
  let at = start;
  for (;;) {
    const stop = scanValue(xml, at, end);
    value += xml.slice(at, stop);
    if (stop === end) return value;
    const code = xml.charCodeAt(stop);
    at = stop + 1;
    if (code === 38) {
      const reference = readReference(xml, stop);
      if (reference === undefined) context.fail("unknown reference", stop);
      value += reference.text;
      at = reference.end;
    } else if (isSpace(code)) {
      value += " ";
      if (code === 13 && xml.charCodeAt(at) === 10) at++;
    } else if (code === 34 || code === 39) {
      value += xml.charAt(stop);
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

function resolveAttributes(
  context: TagContext,
  scope: Scope,
  { names, attributes }: RawAttributes,
): readonly Attribute[] {
  if (names.length === 0) return NO_ATTRIBUTES;
  for (let index = 0; index < names.length; index++) {
    const raw = names[index] ?? "";
    // Namespaces in XML 1.0 §5.3: without prefix an attribute is in no namespace.
    if (!raw.includes(":")) continue;
    const name = scope.resolveAttribute(raw);
    if (name === undefined) return context.fail(`undeclared prefix of ${raw}`);
    const { namespace, local, key } = name;
    const value = attributes[index]?.value ?? "";
    attributes[index] = { namespace, local, key, value };
  }
  checkUnique(context, attributes);
  context.scope.lastNames = names;
  return attributes;
}

const FEW = 8;

function checkUnique(
  context: TagContext,
  attributes: readonly Attribute[],
): void {
  if (attributes.length > FEW) {
    const keys = new Set(attributes.map(({ key }) => key));
    if (keys.size < attributes.length) context.fail("an attribute twice");
    return;
  }
  for (let index = 1; index < attributes.length; index++) {
    const key = attributes[index]?.key;
    for (let other = 0; other < index; other++) {
      if (attributes[other]?.key === key) {
        context.fail(`attribute ${key} twice`);
      }
    }
  }
}

interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

/** Namespaces in XML 1.0 §3: some declarations may not be made. */
function declare(
  context: TagContext,
  { name, value, at }: Declaration,
  into: Map<string, string>,
): void {
  const prefix = name.slice(6);
  const isXml = (prefix === "xml") === (value === XML_NAMESPACE);
  const isNamed = name === "xmlns" || (isLocalName(prefix, 5) && value !== "");
  if (prefix === "xmlns" || value === XMLNS_NAMESPACE || !isXml || !isNamed) {
    context.fail(`namespace declaration ${name}="${value}"`, at);
  }
  if (into.has(prefix)) context.fail(`attribute ${name} twice`, at);
  into.set(prefix, WELL_KNOWN.get(value) ?? value);
}
