// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { NAME as NAME_PATTERN } from "./name-pattern.js";

/** Classes of ASCII characters, as bits. */
const NAME_START = 1;
const NAME = 2;
const PLAIN_TEXT = 4;
const PLAIN_VALUE = 8;

function classify(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const char = String.fromCharCode(code);
    let bits = 0;
    if (/[A-Za-z_:]/.test(char)) bits |= NAME_START;
    if (/[-.\w:]/.test(char)) bits |= NAME;
    if (/[\t\n -~\x7f]/.test(char) && !/[<&\]]/.test(char)) bits |= PLAIN_TEXT;
    if (/[ !#-%(-;=-~\x7f]/.test(char)) bits |= PLAIN_VALUE;
    table[code] = bits;
  }
  return table;
}

const CLASSES = /* @__PURE__ */ classify();

/** XML 1.0 §2.2: what no document may contain; lone surrogates among it. */
const ILLEGAL = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Position of the first character that is not allowed in XML; -1 when there is none. */
export function findIllegal(text: string): number {
  return ILLEGAL.exec(text)?.index ?? -1;
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** End of the name that starts at `start`; `start` itself when there is none. */
export function scanName(xml: string, start: number): number {
  let code = xml.charCodeAt(start);
  let wide = code >= 128;
  if (!wide && ((CLASSES[code] ?? 0) & NAME_START) === 0) return start;
  let end = start + 1;
  for (; end < xml.length; end++) {
    code = xml.charCodeAt(end);
    if (code >= 128) wide = true;
    else if (((CLASSES[code] ?? 0) & NAME) === 0) break;
  }
  return wide && !NAME_PATTERN.test(xml.slice(start, end)) ? start : end;
}

/** End of the run of characters that stand for themselves: no markup, reference, carriage return, `]` or surrogate. */
export function scanText(xml: string, start: number): number {
  const { length } = xml;
  let end = start;
  for (; end < length; end++) {
    const code = xml.charCodeAt(end);
    if (code < 128) {
      if (((CLASSES[code] ?? 0) & PLAIN_TEXT) === 0) break;
    } else if (code >= 0xd800 && (code < 0xe000 || code > 0xfffd)) {
      break;
    }
  }
  return end;
}

const ENTITIES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The same for attribute values, where white space and quotes are special and brackets are not. */
export function scanValue(xml: string, start: number, length: number): number {
  let end = start;
  for (; end < length; end++) {
    const code = xml.charCodeAt(end);
    if (code < 128) {
      if (((CLASSES[code] ?? 0) & PLAIN_VALUE) === 0) break;
    } else if (code >= 0xd800 && (code < 0xe000 || code > 0xfffd)) {
      break;
    }
  }
  return end;
}

export interface Reference {
  readonly text: string;
  /** Behind the semicolon. */
  readonly end: number;
}

const LONGEST_REFERENCE = 12;

/** One of the five entities or a character reference; undefined for anything else. */
export function readReference(
  xml: string,
  start: number,
): Reference | undefined {
  const near = xml.slice(start + 1, start + LONGEST_REFERENCE);
  const semicolon = near.indexOf(";");
  const text = resolveReference(near.slice(0, Math.max(semicolon, 0)));
  return text === undefined ? undefined : { text, end: start + semicolon + 2 };
}

function resolveReference(body: string): string | undefined {
  if (!body.startsWith("#")) return ENTITIES.get(body);
  const digits = /^#(?:x([\da-fA-F]{1,8})|(\d{1,10}))$/.exec(body);
  if (digits === null) return undefined;
  const [, hexadecimal, decimal] = digits;
  const code =
    hexadecimal === undefined
      ? Number(decimal)
      : Number.parseInt(hexadecimal, 16);
  if (code > 0x10ffff) return undefined;
  const char = String.fromCodePoint(code);
  return findIllegal(char) < 0 ? char : undefined;
}
