import {
  anyCharacter,
  characterSet,
  complement,
  type CharacterSet,
} from "./character-set.js";
import { readCharacter, type CharacterRead } from "./read-character.js";
import { empty, type ExpressionTree } from "./expression-tree.js";

/** Groups inside groups deeper than this are not looked into: undefined is returned. */
const MAX_DEPTH = 200;

interface Position {
  readonly source: string;
  at: number;
  depth: number;
}

/** The tree of a JavaScript expression that `translatePattern` made; undefined where it nests too deep. */
export function parseExpression(source: string): ExpressionTree | undefined {
  const position = { source, at: 0, depth: 0 };
  return readChoice(position);
}

function readChoice(position: Position): ExpressionTree | undefined {
  if (++position.depth > MAX_DEPTH) return undefined;
  const branches: ExpressionTree[] = [];
  do {
    if (branches.length > 0) position.at++;
    const branch = readSequence(position);
    if (branch === undefined) return undefined;
    branches.push(branch);
  } while (position.source.charAt(position.at) === "|");
  position.depth--;
  const [only] = branches;
  return branches.length === 1 ? only : { kind: "choice", branches };
}

function readSequence(position: Position): ExpressionTree | undefined {
  const { source } = position;
  const parts: ExpressionTree[] = [];
  let excluded: CharacterSet = [];
  while (position.at < source.length) {
    const next = source.charAt(position.at);
    if (next === "|" || next === ")") break;
    const isLookahead = source.startsWith("(?!", position.at);
    const part = readAtom(position);
    if (part === undefined) return undefined;
    if (isLookahead) {
      excluded = characterSet([...excluded, ...(asSet(part) ?? [])]);
      continue;
    }
    parts.push(readRepeat(without(part, excluded), position));
    excluded = [];
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? only
    : { kind: "sequence", parts };
}

/** What remains of one character after those that a lookahead refuses: class subtraction is said in this way. */
function without(part: ExpressionTree, excluded: CharacterSet): ExpressionTree {
  const set = excluded.length === 0 ? undefined : asSet(part);
  if (set === undefined) return part;
  const outside = complement(set);
  const remaining = complement(characterSet([...outside, ...excluded]));
  return { kind: "character", set: remaining };
}

/** The characters of an expression that is one character; undefined for others. */
function asSet(part: ExpressionTree): CharacterSet | undefined {
  if (part.kind === "character") return part.set;
  if (part.kind !== "choice") return undefined;
  const sets = part.branches.map(asSet);
  const known = sets.filter((set) => set !== undefined);
  return known.length < sets.length ? undefined : characterSet(known.flat());
}

function readAtom(position: Position): ExpressionTree | undefined {
  const { source, at } = position;
  const character = source.charAt(at);
  if (character === "^" || character === "$") {
    position.at++;
    return empty;
  }
  if (character === "(") return readGroup(position);
  const read: CharacterRead = source.startsWith("[^]", at)
    ? { set: anyCharacter, end: at + 3 }
    : readCharacter(source, at);
  position.at = read.end;
  return { kind: "character", set: read.set };
}

function readGroup(position: Position): ExpressionTree | undefined {
  position.at += 3;
  const inner = readChoice(position);
  position.at++;
  return inner;
}

function readRepeat(part: ExpressionTree, position: Position): ExpressionTree {
  const { source, at } = position;
  const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(source.slice(at, at + 40));
  if (match === null) return part;
  const [whole, least, comma, most] = match;
  position.at += whole.length;
  if (least === undefined) {
    const min = whole === "+" ? 1 : 0;
    return { kind: "repeat", part, min, max: whole === "?" ? 1 : Infinity };
  }
  const min = Number(least);
  const max = comma === undefined ? min : most === "" ? Infinity : Number(most);
  return { kind: "repeat", part, min, max };
}
