// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { CodecFeature, FacetCheck } from "../codec-feature.js";
import { refuseText } from "./refuse-text.js";
import { allTexts } from "./texts.js";

function checkPattern(sources: readonly string[]): FacetCheck {
  let expressions: readonly RegExp[] | undefined;
  return (_value, text) => {
    expressions ??= sources.map((source) => new RegExp(`^(?:${source})$`, "u"));
    if (expressions.some((expression) => expression.test(text))) return;
    refuseText(text, sources);
  };
}

/** `patterns`. */
export const patterns: CodecFeature = {
  patterns: ({ patterns: groups = [] }) => groups.map(checkPattern),
  texts: allTexts,
};
