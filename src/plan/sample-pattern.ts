/**
 * Makes up texts that match an XML Schema regular expression (part 2 appendix F): for each number of extra repetitions
 * one text. Nothing random: the first character that fits is taken.
 */
export function textsForPattern(
  pattern: string,
  maximumExtra = 12,
): readonly string[] {
  const parser: Parser = { pattern, at: 0 };
  const node = parseAlternatives(parser);
  if (node === undefined || parser.at < pattern.length) return [];
  const texts = new Set<string>();
  for (let extra = 0; extra <= maximumExtra; extra++) {
    for (let branch = 0; branch < 4; branch++) {
      const text = write(node, { extra, branch });
      if (text !== undefined) texts.add(text);
    }
  }
  return [...texts];
}

const maximumLength = 4000;

type Node =
  | {
      readonly kind: "character";
      readonly matches: (character: string) => boolean;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "alternatives"; readonly branches: readonly Node[] }
  | {
      readonly kind: "repeat";
      readonly item: Node;
      readonly min: number;
      readonly max: number;
    };

interface Parser {
  readonly pattern: string;
  at: number;
}

interface Writing {
  /** Repetitions beyond the least. */
  readonly extra: number;
  /** Which alternative to take; the last where there are fewer. */
  readonly branch: number;
}

/** Characters to try, the most telling first. */
const candidates = [..."a1A0-_. b2B@/:,;+()x9zZ?!#$%&*='\"<>[]{}|\\^~\tàé"];

/** Undefined for what would get too long: repetitions of repetitions multiply. */
function write(node: Node, writing: Writing): string | undefined {
  switch (node.kind) {
    case "character":
      return candidates.find(node.matches) ?? "";
    case "text":
      return node.text;
    case "sequence": {
      const texts = node.items.map((item) => write(item, writing));
      return texts.includes(undefined) ? undefined : limited(texts.join(""));
    }
    case "alternatives": {
      const chosen =
        node.branches[Math.min(writing.branch, node.branches.length - 1)];
      return chosen === undefined ? "" : write(chosen, writing);
    }
    case "repeat": {
      const times = Math.min(node.max, node.min + writing.extra, 1000);
      const text = times === 0 ? "" : write(node.item, writing);
      return text === undefined ? undefined : limited(text.repeat(times));
    }
  }
}

function limited(text: string): string | undefined {
  return text.length <= maximumLength ? text : undefined;
}

function parseAlternatives(parser: Parser, depth = 0): Node | undefined {
  if (depth > 50) return undefined;
  const branches: Node[] = [];
  for (;;) {
    const branch = parseSequence(parser, depth);
    if (branch === undefined) return undefined;
    branches.push(branch);
    if (parser.pattern.charAt(parser.at) !== "|")
      return { kind: "alternatives", branches };
    parser.at++;
  }
}

function parseSequence(parser: Parser, depth: number): Node | undefined {
  const items: Node[] = [];
  while (
    parser.at < parser.pattern.length &&
    !"|)".includes(parser.pattern.charAt(parser.at))
  ) {
    const atom = parseAtom(parser, depth);
    if (atom === undefined) return undefined;
    items.push(parseQuantifier(parser, atom));
  }
  return { kind: "sequence", items };
}

function parseAtom(parser: Parser, depth: number): Node | undefined {
  const character = parser.pattern.charAt(parser.at);
  if (character === "(") {
    parser.at++;
    const inner = parseAlternatives(parser, depth + 1);
    if (parser.pattern.charAt(parser.at) !== ")") return undefined;
    parser.at++;
    return inner;
  }
  if (character === "[") {
    const matches = parseClass(parser, 0);
    return matches && { kind: "character", matches };
  }
  if (character === ".") {
    parser.at++;
    return { kind: "character", matches: (each) => !/[\n\r]/.test(each) };
  }
  return parseSingle(parser);
}

/** An escape, or a character that stands for itself. */
function parseSingle(parser: Parser): Node | undefined {
  const start = parser.at;
  const matches = parseCharacter(parser);
  if (matches === undefined) return undefined;
  const text = parser.pattern.slice(start, parser.at);
  return text.startsWith("\\")
    ? { kind: "character", matches }
    : { kind: "text", text };
}

function parseQuantifier(parser: Parser, item: Node): Node {
  const match = /^(?:[?*+]|\{(\d+)(,(\d*))?\})/.exec(
    parser.pattern.slice(parser.at, parser.at + 24),
  );
  if (match === null) return item;
  const [whole, least, comma, most] = match;
  parser.at += whole.length;
  if (whole === "?") return { kind: "repeat", item, min: 0, max: 1 };
  if (whole === "*") return { kind: "repeat", item, min: 0, max: Infinity };
  if (whole === "+") return { kind: "repeat", item, min: 1, max: Infinity };
  const min = Number(least);
  const max =
    comma === undefined
      ? min
      : most === undefined || most === ""
        ? Infinity
        : Number(most);
  return { kind: "repeat", item, min, max };
}

type Matches = (character: string) => boolean;

/** One character of a pattern or class: an escape, or itself. */
function parseCharacter(parser: Parser): Matches | undefined {
  const { pattern } = parser;
  const character = String.fromCodePoint(pattern.codePointAt(parser.at) ?? 0);
  if (character !== "\\") {
    parser.at += character.length;
    return (each) => each === character;
  }
  const letter = pattern.charAt(parser.at + 1);
  if (letter === "p" || letter === "P")
    return parseProperty(parser, letter === "P");
  parser.at += 2;
  const known = escapes.get(letter);
  if (known !== undefined) return (each) => known.test(each);
  const control = { n: "\n", r: "\r", t: "\t" }[letter];
  return (each) => each === (control ?? letter);
}

const escapes: ReadonlyMap<string, RegExp> = new Map([
  ["d", /^\p{Nd}$/u],
  ["D", /^\P{Nd}$/u],
  ["s", /^[ \t\n\r]$/],
  ["S", /^[^ \t\n\r]$/],
  ["w", /^[\p{L}\p{M}\p{N}\p{S}]$/u],
  ["W", /^[\p{P}\p{Z}\p{C}]$/u],
  ["i", /^[\p{L}_:]$/u],
  ["I", /^[^\p{L}_:]$/u],
  ["c", /^[\p{L}\p{N}_:.-]$/u],
  ["C", /^[^\p{L}\p{N}_:.-]$/u],
]);

function parseProperty(
  parser: Parser,
  isNegated: boolean,
): Matches | undefined {
  const match = /^\\[pP]\{([A-Za-z-]{1,40})\}/.exec(
    parser.pattern.slice(parser.at, parser.at + 50),
  );
  if (match === null) return undefined;
  const [whole, name = ""] = match;
  parser.at += whole.length;
  // Of the blocks only the first matters: candidates are Latin.
  const source = name.startsWith("Is")
    ? name === "IsBasicLatin"
      ? "[\\0-\\x7f]"
      : "[^\\0-\\x7f]"
    : `\\p{${name}}`;
  try {
    const expression = new RegExp(`^${source}$`, "u");
    return (each) => expression.test(each) !== isNegated;
  } catch {
    return undefined;
  }
}

/** `[a-z]`, `[^…]`, and subtraction `[a-z-[aeiou]]`. */
function parseClass(parser: Parser, depth: number): Matches | undefined {
  parser.at++;
  const isNegated = parser.pattern.charAt(parser.at) === "^";
  if (isNegated) parser.at++;
  const parts: Matches[] = [];
  let without: Matches | undefined;
  while (
    parser.at < parser.pattern.length &&
    parser.pattern.charAt(parser.at) !== "]"
  ) {
    if (parser.pattern.startsWith("-[", parser.at) && depth < 20) {
      parser.at++;
      without = parseClass(parser, depth + 1);
      if (without === undefined) return undefined;
      continue;
    }
    const part = parseRange(parser);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  if (parser.pattern.charAt(parser.at) !== "]") return undefined;
  parser.at++;
  return (each) =>
    parts.some((part) => part(each)) !== isNegated && without?.(each) !== true;
}

function parseRange(parser: Parser): Matches | undefined {
  const { pattern } = parser;
  const from = String.fromCodePoint(pattern.codePointAt(parser.at) ?? 0);
  const start = parser.at;
  const single = parseCharacter(parser);
  const next = pattern.charAt(parser.at + 1);
  const isRange =
    pattern.charAt(parser.at) === "-" &&
    next !== "]" &&
    next !== "[" &&
    next !== "";
  if (!isRange || single === undefined) return single;
  const low = from === "\\" ? pattern.charAt(start + 1) : from;
  parser.at++;
  const end = parser.at;
  if (parseCharacter(parser) === undefined) return undefined;
  const high =
    pattern.charAt(end) === "\\"
      ? pattern.charAt(end + 1)
      : String.fromCodePoint(pattern.codePointAt(end) ?? 0);
  return (each) => each >= low && each <= high;
}
