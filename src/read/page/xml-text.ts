import type { Edit, Range } from "./mapped-text.js";

const predefined: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

const reference = /&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|lt|gt|amp|quot|apos);/g;

/** Resolves the five entities and character references; anything else stays as it is. */
export function decodeReferences(text: string): string {
  return text.includes("&") ? text.replace(reference, decodeReference) : text;
}

function decodeReference(whole: string): string {
  const name = whole.slice(1, -1);
  const entity = predefined.get(name);
  if (entity !== undefined) return entity;
  const code = name.startsWith("#x")
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Trimmed, with the wraps of a capture folded into single blanks. */
export function foldText(text: string): string {
  return text.trim().replace(/[ \t\u00a0]*[\r\n]\s*/g, " ");
}

/** What makes character data well-formed: bare `&` and `<` are escaped. */
export function* escapeEdits(text: string, range: Range): Generator<Edit> {
  const bare = /&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|lt|gt|amp|quot|apos);)|</g;
  const part = text.slice(range.start, range.end);
  for (const match of part.matchAll(bare))
    yield {
      offset: range.start + match.index,
      length: 1,
      insert: match[0] === "<" ? "&lt;" : "&amp;",
    };
}
