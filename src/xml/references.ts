import { spanAt } from "../source/index.js";
import type { Cursor } from "./cursor.js";

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** No name or number of a reference is longer; bounds the search for the semicolon. */
const MAX_REFERENCE = 256;

/**
 * Replaces the references in `text[start, end)` (XML 1.0 §4.1); undefined after reporting one that is not valid.
 * What they are replaced by is not scanned again (§4.4).
 */
export function resolveReferences(
  cursor: Cursor,
  start: number,
  end: number,
): string | undefined {
  const { text } = cursor;
  let result = "";
  let from = start;
  for (;;) {
    const ampersand = text.indexOf("&", from);
    if (ampersand === -1 || ampersand >= end) break;
    const semicolon = text
      .slice(ampersand, Math.min(end, ampersand + MAX_REFERENCE))
      .indexOf(";");
    if (semicolon < 2) return invalid(cursor, ampersand, 1);
    const name = text.slice(ampersand + 1, ampersand + semicolon);
    const value = resolve(cursor, name, ampersand);
    if (value === undefined) return undefined;
    result += normalizeLineEnds(text.slice(from, ampersand)) + value;
    from = ampersand + semicolon + 1;
  }
  return result + normalizeLineEnds(text.slice(from, end));
}

function resolve(
  cursor: Cursor,
  name: string,
  offset: number,
): string | undefined {
  if (name.startsWith("#")) {
    const character = characterOf(name.slice(1));
    return character ?? invalid(cursor, offset, name.length + 2);
  }
  const predefined = PREDEFINED.get(name);
  if (predefined !== undefined) return predefined;
  const declared = cursor.entities.get(name);
  if (declared !== undefined && declared.length <= cursor.expansionLeft) {
    cursor.expansionLeft -= declared.length;
    return declared;
  }
  if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name))
    return invalid(cursor, offset, 1);
  const span = spanAt(cursor.source, offset, name.length + 2);
  cursor.sink.report("xml/unknown-entity", { name }, { span });
  return undefined;
}

function characterOf(digits: string): string | undefined {
  const isHexadecimal = digits.startsWith("x");
  const number = isHexadecimal ? digits.slice(1) : digits;
  if (!(isHexadecimal ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(number))
    return undefined;
  const code = Number.parseInt(number, isHexadecimal ? 16 : 10);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** XML 1.0 §2.2 [2]. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  if (code <= 0xd7ff) return true;
  if (code < 0xe000 || code === 0xfffe || code === 0xffff) return false;
  return code <= 0x10ffff;
}

function invalid(cursor: Cursor, offset: number, length: number): undefined {
  const text = cursor.text.slice(offset, offset + Math.max(length, 1));
  const span = spanAt(cursor.source, offset, length);
  cursor.sink.report("xml/invalid-reference", { text }, { span });
  return undefined;
}

/** XML 1.0 §2.11. */
export function normalizeLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
