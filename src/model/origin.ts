import type { Span } from "../source/index.js";

/** How a fact came to be known. */
export type How = "declared" | "sampled" | "assumed" | "override";

/** How sure a fact is; the words of the sample grammar. `unknown` marks what the input does not show. */
export type Certainty = "certain" | "likely" | "ambiguous" | "unknown";

/** Where a fact comes from. */
export interface Origin {
  readonly span: Span;
  readonly how: How;
  readonly certainty: Certainty;
  /** Why, in a few words: what was seen, or which prior was applied. */
  readonly note?: string;
}

export function declared(span: Span): Origin {
  return { span, how: "declared", certainty: "certain" };
}
