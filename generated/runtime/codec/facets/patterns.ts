// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { ValueError } from "../../xsd/value-error.js";
import type { CodecFeature, FacetCheck } from "../codec-feature.js";

function checkPattern(sources: readonly string[]): FacetCheck {
  let expressions: readonly RegExp[] | undefined;
  return (_value, text) => {
    expressions ??= sources.map((source) => new RegExp(`^(?:${source})$`, "u"));
    if (expressions.some((expression) => expression.test(text))) return;
    const shown = sources.map((source) =>
      source.replace(
        /^\^\(\?:(?:\(\?=\[\^\]\{\d+\}\)\[\^\]\*\|)?(.*)\)\$$/,
        "$1",
      ),
    );
    throw new ValueError(`a text like ${shown.join(" or ")}`, text);
  };
}

const PADDED_LENGTH = 20;

/** All texts of a value, its own first: patterns may ask for leading zeros, or for 1 instead of true. */
function* allTexts(value: unknown, text: string): Generator<string> {
  yield text;
  if (typeof value === "boolean") yield value ? "1" : "0";
  if (typeof value === "bigint" || Number.isInteger(value)) {
    const [sign = "", digits = ""] = text.split(/(?=\d)(.*)/);
    for (let length = digits.length + 1; length <= PADDED_LENGTH; length++) {
      yield sign + digits.padStart(length, "0");
    }
    yield `+${text}`;
  }
  if (typeof value === "number" && Number.isFinite(value)) {
    const [mantissa = "", exponent = ""] = value.toExponential().split(/e\+?/);
    yield `${mantissa}E${exponent}`;
    yield `${mantissa}.0E${exponent}`;
    yield `${text}.0`;
    for (const places of [1, 2, 3, 4]) yield value.toFixed(places);
  }
}

/** `patterns`. */
export const patterns: CodecFeature = {
  patterns: ({ patterns: groups = [] }) => groups.map(checkPattern),
  texts: allTexts,
};
