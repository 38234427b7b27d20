import { unicodeBlocks } from "./unicode-blocks.js";

/** `\i` and `\c` (XML Schema part 2 §F.1.1) as ranges of a character class. */
const nameStart =
  ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const nameCharacter = `${nameStart}.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040\\-`;

/** Escapes with another meaning, or none, in JavaScript: what stands for them inside and outside a class. */
const multiCharacter: ReadonlyMap<
  string,
  { readonly inside: string | undefined; readonly outside: string }
> = new Map([
  ["i", { inside: nameStart, outside: `[${nameStart}]` }],
  ["I", { inside: undefined, outside: `[^${nameStart}]` }],
  ["c", { inside: nameCharacter, outside: `[${nameCharacter}]` }],
  ["C", { inside: undefined, outside: `[^${nameCharacter}]` }],
  ["d", { inside: "\\p{Nd}", outside: "\\p{Nd}" }],
  ["D", { inside: "\\P{Nd}", outside: "\\P{Nd}" }],
  ["s", { inside: " \\t\\n\\r", outside: "[ \\t\\n\\r]" }],
  ["S", { inside: undefined, outside: "[^ \\t\\n\\r]" }],
  [
    "w",
    {
      inside: "\\p{L}\\p{M}\\p{N}\\p{S}",
      outside: "[\\p{L}\\p{M}\\p{N}\\p{S}]",
    },
  ],
  ["W", { inside: "\\p{P}\\p{Z}\\p{C}", outside: "[\\p{P}\\p{Z}\\p{C}]" }],
]);

/**
 * An XML Schema regular expression (part 2 appendix F) as the source of a JavaScript one (flag `u`), anchored at both
 * ends. Undefined when JavaScript cannot say it (class subtraction, unknown blocks) or it is not well-formed.
 */
export function translatePattern(pattern: string): string | undefined {
  const body = translate(pattern);
  if (body === undefined) return undefined;
  const source = `^(?:${body})$`;
  try {
    new RegExp(source, "u");
    return source;
  } catch {
    return undefined;
  }
}

function translate(pattern: string): string | undefined {
  let result = "";
  for (let at = 0; at < pattern.length;) {
    const part = translateAtom(pattern, at);
    if (part === undefined) return undefined;
    result += part.text;
    at = part.end;
  }
  return result;
}

/** A part of a pattern in JavaScript's words. */
interface Translated {
  readonly text: string;
  /** Offset after the part. */
  readonly end: number;
}

function translateAtom(pattern: string, at: number): Translated | undefined {
  const character = pattern.charAt(at);
  switch (character) {
    case "\\":
      return translateEscape(pattern, at);
    case "[":
      return translateClass(pattern, at, 0);
    case "(":
      return { text: "(?:", end: at + 1 };
    case "^":
    case "$":
      return { text: `\\${character}`, end: at + 1 };
    case ".":
      return { text: "[^\\n\\r]", end: at + 1 };
    default:
      return { text: character, end: at + 1 };
  }
}

/** An escape outside a class. */
function translateEscape(pattern: string, at: number): Translated | undefined {
  const letter = pattern.charAt(at + 1);
  if (letter === "p" || letter === "P") return translateProperty(pattern, at);
  const known = multiCharacter.get(letter);
  if (known !== undefined) return { text: known.outside, end: at + 2 };
  return translateSingle(letter, at);
}

function translateSingle(letter: string, at: number): Translated | undefined {
  if (letter !== "" && "nrt".includes(letter)) {
    return { text: `\\${letter}`, end: at + 2 };
  }
  if (letter === "-") return { text: "\\x2d", end: at + 2 };
  const isMeta = /[\\|.?*+(){}[\]^$/]/.test(letter);
  return isMeta ? { text: `\\${letter}`, end: at + 2 } : undefined;
}

function translateProperty(
  pattern: string,
  at: number,
): Translated | undefined {
  const match = /^\\([pP])\{([^}]+)\}/.exec(pattern.slice(at, at + 60));
  const [whole, sign, name] = match ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const end = at + whole.length;
  if (!name.startsWith("Is")) return { text: whole, end };
  const range = unicodeBlocks.get(name);
  if (range === undefined) return undefined;
  return { text: `[${sign === "P" ? "^" : ""}${range}]`, end };
}

/** What a class admits: ranges of one JavaScript class, and sets that need one of their own. */
interface ClassParts {
  ranges: string;
  readonly sets: string[];
  /** The class subtracted at the end. */
  without?: string;
}

/** `[…]`, `[^…]`, `[…-[…]]`; an expression for one character (appendix F, productions 12 to 16). */
function translateClass(
  pattern: string,
  start: number,
  depth: number,
): Translated | undefined {
  if (depth > 20) return undefined;
  const isNegated = pattern.charAt(start + 1) === "^";
  const parts: ClassParts = { ranges: "", sets: [] };
  let at = start + (isNegated ? 2 : 1);
  const first = at;
  while (at < pattern.length && (pattern.charAt(at) !== "]" || at === first)) {
    const next = addClassPart(parts, pattern, { at, depth });
    if (next === undefined) return undefined;
    at = next;
  }
  if (pattern.charAt(at) !== "]" || at === first) return undefined;
  return { text: printClass(parts, isNegated), end: at + 1 };
}

/** Offset after the part; undefined when it cannot be said in JavaScript. */
function addClassPart(
  parts: ClassParts,
  pattern: string,
  { at, depth }: { readonly at: number; readonly depth: number },
): number | undefined {
  const character = pattern.charAt(at);
  if (pattern.startsWith("-[", at)) {
    const without = translateClass(pattern, at + 1, depth + 1);
    if (without !== undefined) parts.without = without.text;
    return without?.end;
  }
  if (character === "[") return undefined;
  if (character !== "\\") {
    parts.ranges += character === "^" ? "\\^" : character;
    return at + 1;
  }
  const letter = pattern.charAt(at + 1);
  const inside = multiCharacter.get(letter)?.inside;
  if (inside !== undefined) {
    parts.ranges += inside;
    return at + 2;
  }
  const isSet = multiCharacter.has(letter) || letter === "p" || letter === "P";
  const escape = translateEscape(pattern, at);
  if (escape === undefined) return undefined;
  if (isSet && escape.text.startsWith("[")) parts.sets.push(escape.text);
  else parts.ranges += escape.text;
  return escape.end;
}

function printClass(
  { ranges, sets, without }: ClassParts,
  isNegated: boolean,
): string {
  const minus = without === undefined ? "" : `(?!${without})`;
  if (sets.length === 0) {
    const plain = `[${isNegated ? "^" : ""}${ranges}]`;
    return minus === "" ? plain : `(?:${minus}${plain})`;
  }
  const all = [...(ranges === "" ? [] : [`[${ranges}]`]), ...sets].join("|");
  return isNegated ? `(?:${minus}(?!${all})[^])` : `(?:${minus}(?:${all}))`;
}
