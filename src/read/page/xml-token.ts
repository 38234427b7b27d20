import type { Edit, Range } from "./mapped-text.js";

/** A piece of markup as it stands in a page, however damaged. */
export interface XmlToken {
  readonly kind: "start" | "end" | "comment" | "cdata" | "pi";
  /** As written, with its prefix; '' for a stray `<xmlns:…>`. */
  readonly name: string;
  readonly attributes: readonly RawAttribute[];
  readonly isEmpty: boolean;
  /** The text ended inside it. */
  readonly isBroken: boolean;
  readonly start: number;
  readonly end: number;
  /** What makes it well-formed. */
  readonly edits: readonly Edit[];
}

export interface RawAttribute {
  readonly name: string;
  /** As written, references not yet resolved. */
  readonly value: string;
  readonly valueRange: Range;
  readonly range: Range;
}

const nameAt = /[\p{L}_][\p{L}\p{N}_.\-:\u00b7]{0,300}/uy;

/** Finds all markup of a text, skipping placeholders that only look like it; linear in the text. */
export function tokenizeXml(
  text: string,
  marks: readonly Range[],
): readonly XmlToken[] {
  const tokens: XmlToken[] = [];
  const scanner: Scanner = { text, missing: new Set() };
  let position = 0;
  let mark = 0;
  for (;;) {
    const start = text.indexOf("<", position);
    if (start < 0) return tokens;
    while ((marks[mark]?.end ?? Infinity) <= start) mark++;
    const token =
      (marks[mark]?.start ?? Infinity) <= start
        ? undefined
        : readToken(scanner, start);
    if (token !== undefined) tokens.push(token);
    position = token?.end ?? start + 1;
  }
}

interface Scanner {
  readonly text: string;
  /** Terminators known not to occur any more, so that they are not looked for again. */
  readonly missing: Set<string>;
}

function readToken(scanner: Scanner, start: number): XmlToken | undefined {
  const { text } = scanner;
  const next = text.charAt(start + 1);
  if (next === "/") return readEndTag(text, start);
  if (next === "!") {
    if (text.startsWith("<!--", start))
      return readUntil(scanner, "comment", { start, terminator: "-->" });
    if (text.startsWith("<![CDATA[", start))
      return readUntil(scanner, "cdata", { start, terminator: "]]>" });
    return undefined;
  }
  if (next === "?")
    return readUntil(scanner, "pi", { start, terminator: "?>" });
  return readStartTag(text, start);
}

function readUntil(
  scanner: Scanner,
  kind: "comment" | "cdata" | "pi",
  place: { readonly start: number; readonly terminator: string },
): XmlToken | undefined {
  const { start, terminator } = place;
  if (scanner.missing.has(terminator)) return undefined;
  const found = scanner.text.indexOf(terminator, start + 2);
  if (found < 0) {
    scanner.missing.add(terminator);
    return undefined;
  }
  const end = found + terminator.length;
  const head = scanner.text.slice(start + 2, start + 12);
  const name = kind === "pi" ? (/^[\w-]+/.exec(head)?.[0] ?? "") : "";
  return { ...blank, kind, name, start, end };
}

const blank = {
  attributes: [],
  isEmpty: false,
  isBroken: false,
  edits: [],
} as const;

function readEndTag(text: string, start: number): XmlToken | undefined {
  nameAt.lastIndex = start + 2;
  const name = nameAt.exec(text)?.[0];
  if (name === undefined) return undefined;
  const rest = /\s{0,200}>/y;
  rest.lastIndex = start + 2 + name.length;
  const close = rest.exec(text);
  const end = start + 2 + name.length + (close?.[0].length ?? 0);
  const token = { ...blank, kind: "end", name, start, end } as const;
  if (close !== null) return token;
  return {
    ...token,
    edits: [{ offset: end, length: 0, insert: ">" }],
    isBroken: text.slice(end, end + 200).trim() === "",
  };
}

function readStartTag(text: string, start: number): XmlToken | undefined {
  nameAt.lastIndex = start + 1;
  const name = nameAt.exec(text)?.[0];
  if (name === undefined) return undefined;
  const after = start + 1 + name.length;
  const isStray =
    /^xmlns(?::|$)/.test(name) &&
    /^\s{0,8}=/.test(text.slice(after, after + 9));
  if (!isStray && !/[\s/>]/.test(text.charAt(after)) && after < text.length)
    return undefined;
  const limit = text.indexOf("<", start + 1);
  const tag: TagScan = {
    text,
    limit: limit < 0 ? text.length : limit,
    position: isStray ? start + 1 : after,
    attributes: [],
    edits: [],
  };
  const ending = readAttributes(tag);
  if (ending === undefined) return undefined;
  return {
    kind: "start",
    name: isStray ? "" : name,
    attributes: tag.attributes,
    isEmpty: ending === "/>",
    isBroken: ending === "",
    start,
    end: tag.position,
    edits: tag.edits,
  };
}

interface TagScan {
  readonly text: string;
  position: number;
  /** Where the next tag starts, at the latest. */
  readonly limit: number;
  readonly attributes: RawAttribute[];
  readonly edits: Edit[];
}

/** Reads up to `>` or `/>`; '' when the text ends first, undefined when this is no tag. */
function readAttributes(tag: TagScan): "" | ">" | "/>" | undefined {
  const { text } = tag;
  for (;;) {
    skipBlanks(tag);
    const character = text.charAt(tag.position);
    if (character === "") return "";
    if (character === ">") {
      tag.position++;
      return ">";
    }
    if (text.startsWith("/>", tag.position)) {
      tag.position += 2;
      return "/>";
    }
    if (character === "<") return undefined;
    if (!readAttribute(tag))
      return tag.position >= text.length ? "" : undefined;
  }
}

function skipBlanks(tag: TagScan): void {
  while (/\s/.test(tag.text.charAt(tag.position))) tag.position++;
}

const attributeName = /[^\s=/>"'<“”‘’«»(){}[\],;]{1,300}/y;
const equalsSign = /\s{0,200}=\s{0,200}/y;
const closingQuotes: ReadonlyMap<string, RegExp> = new Map([
  ['"', /"/],
  ["'", /'/],
  ["“", /[”“"]/],
  ["”", /[”"]/],
  ["„", /[”“"]/],
  ["‘", /[’']/],
  ["’", /[’']/],
  ["«", /»/],
  ["″", /″/],
  ["＂", /＂/],
]);

function readAttribute(tag: TagScan): boolean {
  const { text } = tag;
  const start = tag.position;
  attributeName.lastIndex = start;
  const name = attributeName.exec(text)?.[0] ?? "";
  equalsSign.lastIndex = start + name.length;
  const equals = equalsSign.exec(text)?.[0];
  if (name === "" && equals === undefined) return false;
  if (equals === undefined) {
    // a name without a value: HTML allows it, XML does not
    tag.edits.push({ offset: start, length: name.length, insert: "" });
    tag.position = start + name.length;
    return true;
  }
  const from = start + name.length + equals.length;
  const value = readValue(tag, from);
  if (value === undefined) return false;
  const range = { start, end: tag.position };
  if (name === "")
    tag.edits.push({ offset: start, length: range.end - start, insert: "" });
  else
    tag.attributes.push({
      name,
      value: text.slice(value.start, value.end),
      valueRange: value,
      range,
    });
  return true;
}

/** A quoted value; it ends before the next `<`, which no value may hold (XML 1.0 §3.1, rule 10). */
function readValue(tag: TagScan, from: number): Range | undefined {
  const quote = tag.text.charAt(from);
  const closing = closingQuotes.get(quote);
  if (closing === undefined) return readUnquoted(tag, from);
  const length = tag.text.slice(from + 1, tag.limit).search(closing);
  if (length < 0) {
    tag.position = tag.limit;
    return undefined;
  }
  const end = from + 1 + length;
  tag.position = end + 1;
  if (quote !== '"' && quote !== "'")
    tag.edits.push(
      { offset: from, length: 1, insert: '"' },
      { offset: end, length: 1, insert: '"' },
    );
  return { start: from + 1, end };
}

function readUnquoted(tag: TagScan, from: number): Range | undefined {
  // the slash before > ends an address rather than the tag
  const value =
    /[a-z]{2,8}:\/\/[^\s<>"']{1,500}?(?=\s|>|$)|[^\s<>"'=]{1,500}?(?=\s|\/?>|$)/y;
  value.lastIndex = from;
  const found = value.exec(tag.text)?.[0];
  if (found === undefined) return undefined;
  tag.position = from + found.length;
  tag.edits.push(
    { offset: from, length: 0, insert: '"' },
    { offset: tag.position, length: 0, insert: '"' },
  );
  return { start: from, end: tag.position };
}
