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

const blocks: ReadonlyMap<string, string> = new Map([
  ["IsBasicLatin", "\\u0000-\\u007F"],
  ["IsLatin-1Supplement", "\\u0080-\\u00FF"],
  ["IsLatinExtended-A", "\\u0100-\\u017F"],
  ["IsLatinExtended-B", "\\u0180-\\u024F"],
  ["IsGreek", "\\u0370-\\u03FF"],
  ["IsGreekandCoptic", "\\u0370-\\u03FF"],
  ["IsCyrillic", "\\u0400-\\u04FF"],
  ["IsHebrew", "\\u0590-\\u05FF"],
  ["IsArabic", "\\u0600-\\u06FF"],
  ["IsHiragana", "\\u3040-\\u309F"],
  ["IsKatakana", "\\u30A0-\\u30FF"],
  ["IsCJKUnifiedIdeographs", "\\u4E00-\\u9FFF"],
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
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "\\") {
      const escape = translateEscape(pattern, at, inClass);
      if (escape === undefined) return undefined;
      result += escape.text;
      at = escape.end - 1;
    } else if (inClass) {
      if (character === "[") return undefined;
      if (character === "]") inClass = false;
      result += character;
    } else {
      if (character === "[") inClass = true;
      if (character === "(") result += "(?:";
      else if (character === "^" || character === "$")
        result += `\\${character}`;
      else if (character === ".") result += "[^\\n\\r]";
      else result += character;
      if (inClass && pattern.charAt(at + 1) === "^") {
        result += "^";
        at++;
      }
    }
  }
  return inClass ? undefined : result;
}

interface Escape {
  readonly text: string;
  /** Offset after the escape. */
  readonly end: number;
}

function translateEscape(
  pattern: string,
  at: number,
  inClass: boolean,
): Escape | undefined {
  const letter = pattern.charAt(at + 1);
  if (letter === "p" || letter === "P")
    return translateProperty(pattern, at, inClass);
  const known = multiCharacter.get(letter);
  if (known !== undefined) {
    const replacement = inClass ? known.inside : known.outside;
    return replacement === undefined
      ? undefined
      : { text: replacement, end: at + 2 };
  }
  if ("nrt".includes(letter) && letter !== "")
    return { text: `\\${letter}`, end: at + 2 };
  if (letter === "-") return { text: inClass ? "\\-" : "-", end: at + 2 };
  return /[\\|.?*+(){}[\]^$/]/.test(letter)
    ? { text: `\\${letter}`, end: at + 2 }
    : undefined;
}

function translateProperty(
  pattern: string,
  at: number,
  inClass: boolean,
): Escape | undefined {
  const match = /^\\([pP])\{([^}]+)\}/.exec(pattern.slice(at, at + 60));
  const [whole, sign, name] = match ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const end = at + whole.length;
  if (!name.startsWith("Is")) return { text: whole, end };
  const range = blocks.get(name);
  if (range === undefined || (inClass && sign === "P")) return undefined;
  return {
    text: inClass ? range : `[${sign === "P" ? "^" : ""}${range}]`,
    end,
  };
}
