import { spanAt } from "../source/index.js";
import type { Cursor, SplitName } from "./cursor.js";
import { LocatedAttribute } from "./located-attribute.js";
import { isNCName, nameEnd } from "./name-characters.js";
import { resolveReferences } from "./references.js";

export interface RawStartTag {
  readonly name: SplitName;
  readonly attributes: readonly LocatedAttribute[];
  /** The attributes that declare namespaces. */
  readonly declarations: readonly LocatedAttribute[];
  readonly isEmpty: boolean;
}

const NONE: readonly LocatedAttribute[] = [];

/** Scans `<name a="b" …>` at the cursor and leaves the cursor behind it; undefined after reporting what is wrong. */
export function scanStartTag(cursor: Cursor): RawStartTag | undefined {
  const { text } = cursor;
  const start = cursor.position;
  cursor.position = start + 1;
  const name = scanName(cursor);
  if (name === undefined) return undefined;
  const attributes: LocatedAttribute[] = [];
  let declarations = 0;
  for (;;) {
    const position = cursor.position;
    const next = skipSpace(text, position);
    const code = text.charCodeAt(next);
    if (code === 62 /* > */ || code === 47 /* / */) {
      if (!finish(cursor, next)) return undefined;
      const isEmpty = code === 47;
      return { name, ...separate(attributes, declarations), isEmpty };
    }
    if (Number.isNaN(code)) return unclosed(cursor, start);
    if (next === position) {
      return malformed(cursor, next, "white space is missing");
    }
    cursor.position = next;
    const attribute = scanAttribute(cursor, start);
    if (attribute === undefined) return undefined;
    if (isDeclaration(attribute)) declarations++;
    attributes.push(attribute);
  }
}

/** Lists of exactly the length they need: the room that a growing array keeps would be half the tree. */
function separate(
  all: readonly LocatedAttribute[],
  declarations: number,
): Pick<RawStartTag, "attributes" | "declarations"> {
  if (all.length === 0) return { attributes: NONE, declarations: NONE };
  if (declarations === 0)
    return { attributes: all.slice(), declarations: NONE };
  return {
    attributes: all.filter((attribute) => !isDeclaration(attribute)),
    declarations: all.filter(isDeclaration),
  };
}

function isDeclaration(attribute: LocatedAttribute): boolean {
  const { prefix, local } = attribute;
  return prefix === "xmlns" || (prefix === "" && local === "xmlns");
}

function finish(cursor: Cursor, at: number): boolean {
  const isEmpty = cursor.text[at] === "/";
  if (isEmpty && cursor.text[at + 1] !== ">") {
    malformed(cursor, at, "a / is followed by something other than >");
    return false;
  }
  cursor.position = isEmpty ? at + 2 : at + 1;
  return true;
}

function scanAttribute(
  cursor: Cursor,
  tagStart: number,
): LocatedAttribute | undefined {
  const { text, position: start } = cursor;
  const name = scanName(cursor);
  if (name === undefined) return undefined;
  const equals = skipSpace(text, cursor.position);
  if (text.charCodeAt(equals) !== 61 /* = */) {
    if (equals >= text.length) return unclosed(cursor, tagStart);
    return malformed(cursor, start, "an attribute has no value");
  }
  const opening = skipSpace(text, equals + 1);
  const quote = text[opening];
  if (quote !== '"' && quote !== "'") {
    return malformed(cursor, start, "an attribute value is not in quotes");
  }
  const closing = text.indexOf(quote, opening + 1);
  if (closing === -1) return unclosed(cursor, tagStart);
  const value = attributeValue(cursor, opening + 1, closing);
  if (value === undefined) return undefined;
  cursor.position = closing + 1;
  const { source } = cursor;
  const place = { source, start, end: closing + 1, valueOffset: opening + 1 };
  return new LocatedAttribute(name, value, place);
}

/** XML 1.0 §3.3.3: white space as written becomes spaces, references to white space stay. */
function attributeValue(
  cursor: Cursor,
  start: number,
  end: number,
): string | undefined {
  const raw = cursor.text.slice(start, end);
  if (!/[&<\t\n\r]/.test(raw)) return raw;
  if (raw.includes("<")) {
    return malformed(
      cursor,
      start + raw.indexOf("<"),
      "an attribute value contains <",
    );
  }
  if (!raw.includes("&")) return raw.replace(/\r\n|[\t\n\r]/g, " ");
  let value = "";
  let from = start;
  for (const found of raw.matchAll(/\r\n|[\t\n\r]/g)) {
    const piece = resolveReferences(cursor, from, start + found.index);
    if (piece === undefined) return undefined;
    value += `${piece} `;
    from = start + found.index + found[0].length;
  }
  const rest = resolveReferences(cursor, from, end);
  return rest === undefined ? undefined : value + rest;
}

/** Scans a qualified name (Namespaces in XML §4) at the cursor and leaves the cursor behind it. */
function scanName(cursor: Cursor): SplitName | undefined {
  const { text, names, position: start } = cursor;
  const end = nameEnd(text, start);
  const name = text.slice(start, end);
  const split = names.get(name) ?? splitName(name);
  if (split === undefined) {
    const reason =
      name === "" ? "a name is missing" : `"${name}" is not a name`;
    return malformed(cursor, start, reason);
  }
  if (!names.has(name)) names.set(name, split);
  cursor.position = end;
  return split;
}

function splitName(name: string): SplitName | undefined {
  const colon = name.indexOf(":");
  const prefix = colon === -1 ? "" : name.slice(0, colon);
  const local = colon === -1 ? name : name.slice(colon + 1);
  const isName = isNCName(local) && (colon === -1 || isNCName(prefix));
  return isName ? { name, prefix, local } : undefined;
}

export function skipSpace(text: string, offset: number): number {
  let position = offset;
  for (;;) {
    const code = text.charCodeAt(position);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9)
      return position;
    position++;
  }
}

function malformed(cursor: Cursor, offset: number, reason: string): undefined {
  const span = spanAt(cursor.source, offset, 1);
  cursor.sink.report("xml/malformed-tag", { reason }, { span });
  return undefined;
}

function unclosed(cursor: Cursor, offset: number): undefined {
  const span = spanAt(cursor.source, offset, 1);
  cursor.sink.report("xml/unclosed-markup", { what: "tag" }, { span });
  return undefined;
}
