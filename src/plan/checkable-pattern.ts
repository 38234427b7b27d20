import { translatePattern } from "./pattern.js";
import { patternCost, type PatternCost } from "./pattern-cost/pattern-cost.js";

/** How far values are checked against a pattern. */
export type CheckablePattern =
  | { readonly kind: "checked"; readonly source: string }
  /** Texts longer than this pass: the time grows too fast with their length. */
  | {
      readonly kind: "bounded";
      readonly source: string;
      readonly length: number;
    }
  | { readonly kind: "unchecked"; readonly reason: string };

/** What a match may take at most: about a tenth of a second. */
const MAX_STEPS = 16_000_000;
/** What is only known of shorter texts is not worth the work. */
const MIN_LENGTH = 5;

/** An XML Schema pattern as a JavaScript expression that no text keeps busy for long. */
export function checkablePattern(pattern: string): CheckablePattern {
  const source = translatePattern(pattern);
  if (source === undefined)
    return unchecked("JavaScript has no expression for it");
  const cost = patternCost(source);
  if (cost.kind === "unknown")
    return unchecked("it is too large to tell how long matching takes");
  if (cost.kind === "polynomial" && cost.exponent === 1)
    return { kind: "checked", source };
  const length = safeLength(cost);
  if (length < MIN_LENGTH)
    return unchecked("matching it may take exponential time");
  return { kind: "bounded", source: passLonger(source, length), length };
}

/** The length of text that takes no more than the steps allowed, whatever it is. */
function safeLength(
  cost: Exclude<PatternCost, { readonly kind: "unknown" }>,
): number {
  const steep = Math.floor(Math.log(MAX_STEPS) / Math.log(cost.branching));
  return cost.kind === "exponential"
    ? steep
    : Math.max(steep, Math.floor(MAX_STEPS ** (1 / cost.exponent)));
}

function unchecked(reason: string): CheckablePattern {
  return { kind: "unchecked", reason };
}

/** The same for texts of up to so many characters; longer ones match without being looked at. */
function passLonger(source: string, length: number): string {
  const body = source.slice("^(?:".length, -")$".length);
  return `^(?:(?=[^]{${length + 1}})[^]*|${body})$`;
}
