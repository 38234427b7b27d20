// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { SlowPattern } from "../../descriptor.js";
import type { CodecFeature, FacetCheck } from "../codec-feature.js";
import { compileExpression, type Matcher } from "./pattern-matcher.js";
import { refuseText } from "./refuse-text.js";
import { allTexts } from "./texts.js";

/** Short texts are for JavaScript's own engine, which tries one way after the other; long ones are gone through once. */
function matcherOf({ source, length = Infinity }: SlowPattern): Matcher {
  const expression = new RegExp(`^(?:${source})$`, "u");
  let matches: Matcher | undefined;
  return (text) => {
    if (text.length <= length) return expression.test(text);
    matches ??= compileExpression(source);
    return matches(text);
  };
}

function checkSlow(patterns: readonly SlowPattern[]): FacetCheck {
  let matchers: readonly Matcher[] | undefined;
  return (_value, text) => {
    matchers ??= patterns.map(matcherOf);
    if (matchers.some((matches) => matches(text))) return;
    const sources = patterns.map(({ source }) => source);
    refuseText(text, sources);
  };
}

/** `slowPatterns`. */
export const slowPatterns: CodecFeature = {
  slowPatterns: ({ slowPatterns: patterns = [] }) => [checkSlow(patterns)],
  texts: allTexts,
};
