import { translatePattern } from "./pattern.js";
import type { ExpressionTree } from "./pattern-cost/expression-tree.js";
import { parseExpression } from "./pattern-cost/parse-expression.js";
import { patternCost, type PatternCost } from "./pattern-cost/pattern-cost.js";

/** How far values are checked against a pattern. */
export type CheckablePattern =
  | { readonly kind: "checked"; readonly source: string }
  /** For texts longer than this, JavaScript's own matching takes too long: all ways have to be followed at once. */
  | {
      readonly kind: "slow";
      readonly source: string;
      readonly length: number;
    }
  | { readonly kind: "unchecked"; readonly reason: string };

/** What a match may take at most: about a tenth of a second. */
const MAX_STEPS = 16_000_000;
/** Characters that a pattern may be made of, to be followed all at once. */
const MAX_CHARACTERS = 2_000;

/** An XML Schema pattern as a JavaScript expression that no text keeps busy for long. */
export function checkablePattern(pattern: string): CheckablePattern {
  const source = translatePattern(pattern);
  if (source === undefined)
    return unchecked("JavaScript has no expression for it");
  const cost = patternCost(source);
  if (cost.kind === "polynomial" && cost.exponent === 1)
    return { kind: "checked", source };
  const tree = parseExpression(source);
  if (tree === undefined || countCharacters(tree) > MAX_CHARACTERS)
    return unchecked("it is too large");
  return { kind: "slow", source, length: safeLength(cost) };
}

const counts = new WeakMap<ExpressionTree, number>();

/** The characters of an expression, those of repetitions as often as they have to be told apart. */
function countCharacters(tree: ExpressionTree): number {
  const known = counts.get(tree);
  if (known !== undefined) return known;
  const count = addCharacters(tree);
  counts.set(tree, count);
  return count;
}

function addCharacters(tree: ExpressionTree): number {
  const sum = (parts: readonly ExpressionTree[]): number =>
    parts.reduce((total, part) => total + countCharacters(part), 0);
  switch (tree.kind) {
    case "empty":
      return 0;
    case "character":
      return 1;
    case "sequence":
      return sum(tree.parts);
    case "choice":
      return tree.branches.length + sum(tree.branches);
    case "repeat": {
      const { part, min, max } = tree;
      // What is repeated may be empty: repetitions of nothing are states, too.
      return (max === Infinity ? min + 1 : max) * (countCharacters(part) + 1);
    }
  }
}

/** The length of text that takes no more than the steps allowed, whatever it is. */
function safeLength(cost: PatternCost): number {
  if (cost.kind === "unknown") return 0;
  const steep = Math.floor(Math.log(MAX_STEPS) / Math.log(cost.branching));
  return cost.kind === "exponential"
    ? steep
    : Math.max(steep, Math.floor(MAX_STEPS ** (1 / cost.exponent)));
}

function unchecked(reason: string): CheckablePattern {
  return { kind: "unchecked", reason };
}
