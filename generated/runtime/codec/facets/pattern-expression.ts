// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** A regular expression as a tree. */
export type PatternExpression =
  /** One code point that the expression matches. */
  | { readonly kind: "character"; readonly expression: RegExp }
  | { readonly kind: "sequence"; readonly parts: readonly PatternExpression[] }
  | { readonly kind: "choice"; readonly parts: readonly PatternExpression[] }
  | {
      readonly kind: "repeat";
      readonly part: PatternExpression;
      readonly min: number;
      readonly max: number;
    };

interface Position {
  readonly source: string;
  at: number;
}

const NOTHING: PatternExpression = { kind: "sequence", parts: [] };

/** Reads an expression (flag `u`) as pattern facets have them: without captures, references and boundaries. */
export function parsePattern(source: string): PatternExpression {
  return readChoice({ source, at: 0 });
}

function readChoice(position: Position): PatternExpression {
  const parts = [readSequence(position)];
  while (position.source[position.at] === "|") {
    position.at++;
    parts.push(readSequence(position));
  }
  const [only = NOTHING] = parts;
  return parts.length === 1 ? only : { kind: "choice", parts };
}

function readSequence(position: Position): PatternExpression {
  const { source } = position;
  const parts: PatternExpression[] = [];
  while (position.at < source.length && !/[|)]/.test(next(position))) {
    parts.push(readRepeat(readAtom(position), position));
  }
  return { kind: "sequence", parts };
}

function next({ source, at }: Position): string {
  return source.charAt(at);
}

/** A class, an escape or a character; what looks ahead says which characters of a class are none. */
const CHARACTER =
  /\[(?:\\[^]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[^])|[^]/uy;

function readAtom(position: Position): PatternExpression {
  const { source, at } = position;
  if (/^[\^$]$/.test(next(position))) {
    position.at++;
    return NOTHING;
  }
  if (source.startsWith("(?:(?!", at)) {
    position.at = endOfGroup(source, at);
    return character(source.slice(at, position.at));
  }
  if (source.startsWith("(?:", at)) {
    position.at += 3;
    const inner = readChoice(position);
    position.at++;
    return inner;
  }
  return character(readCharacter(position));
}

function readCharacter(position: Position): string {
  CHARACTER.lastIndex = position.at;
  const [text = ""] = CHARACTER.exec(position.source) ?? [];
  position.at += text.length;
  return text;
}

function character(source: string): PatternExpression {
  return { kind: "character", expression: new RegExp(`^${source}$`, "u") };
}

/** Behind the parenthesis that closes the one at `start`. */
function endOfGroup(source: string, start: number): number {
  const position = { source, at: start };
  let depth = 0;
  do {
    const text = readCharacter(position);
    if (text === "(") depth++;
    if (text === ")") depth--;
  } while (depth > 0 && position.at < source.length);
  return position.at;
}

const QUANTIFIER = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y;

function readRepeat(
  part: PatternExpression,
  position: Position,
): PatternExpression {
  QUANTIFIER.lastIndex = position.at;
  const found = QUANTIFIER.exec(position.source);
  if (found === null) return part;
  const [text, least, comma, most] = found;
  position.at += text.length;
  if (least === undefined) {
    const min = text === "+" ? 1 : 0;
    return { kind: "repeat", part, min, max: text === "?" ? 1 : Infinity };
  }
  const min = Number(least);
  const max = most === "" ? Infinity : Number(most);
  return { kind: "repeat", part, min, max: comma === undefined ? min : max };
}
