import type { CharacterSet } from "./character-set.js";

/** A regular expression as a tree; what looks ahead is left out, so that it admits no less than the expression. */
export type ExpressionTree =
  | { readonly kind: "empty" }
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "sequence"; readonly parts: readonly ExpressionTree[] }
  | { readonly kind: "choice"; readonly branches: readonly ExpressionTree[] }
  | {
      readonly kind: "repeat";
      readonly part: ExpressionTree;
      readonly min: number;
      readonly max: number;
    };

export const empty: ExpressionTree = { kind: "empty" };
