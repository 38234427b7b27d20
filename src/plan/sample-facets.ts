import type { Facet } from "../model/index.js";
import { builtinType } from "./builtin-values.js";
import { checkablePattern } from "./checkable-pattern.js";
import { textsForPattern } from "./sample-pattern.js";
import { defaultLexical } from "./sample-values.js";

/** Facets of each derivation step, the most derived first. */
export type FacetSteps = readonly (readonly Facet[])[];

/** Texts worth trying for a type with facets, the most natural first. */
export function candidatesFor(
  name: string,
  steps: FacetSteps,
): readonly string[] {
  const facets = steps.flat();
  const usual = defaultLexical(name);
  const patterns = facets.filter((facet) => facet.kind === "pattern");
  return [
    usual,
    ...textsOfLength(name, usual, facets),
    ...boundaryTexts(facets),
    ...patterns.flatMap((facet) => textsForPattern(facet.value)),
    ...["1", "0", "12", "A", "AB", "ABC", ""],
  ];
}

/** The bounds themselves, the nearest whole numbers inside them, and what lies in the middle. */
function boundaryTexts(facets: readonly Facet[]): readonly string[] {
  const limits = facets
    .filter(({ kind }) => /^(?:min|max)(?:In|Ex)clusive$/.test(kind))
    .map(({ value }) => Number(value));
  const middle = (Math.min(...limits) + Math.max(...limits)) / 2;
  const texts = facets.flatMap(({ kind, value }) => {
    const text = value.trim();
    if (kind === "minInclusive" || kind === "maxInclusive") return [text];
    if (kind !== "minExclusive" && kind !== "maxExclusive") return [];
    if (!/^[+-]?\d{1,40}$/.test(text))
      return [String(Number(text) / 2), String(Number(text) * 2)];
    const bound = BigInt(text.replace("+", ""));
    return [String(kind === "minExclusive" ? bound + 1n : bound - 1n)];
  });
  return limits.length > 1 && Number.isFinite(middle)
    ? [...texts, String(middle)]
    : texts;
}

function textsOfLength(
  name: string,
  usual: string,
  facets: readonly Facet[],
): readonly string[] {
  const wanted = facets
    .filter(
      ({ kind }) =>
        kind === "length" || kind === "minLength" || kind === "maxLength",
    )
    .map(({ value }) => Number(value))
    .filter((length) => length <= 10_000);
  if (name === "hexBinary") return wanted.map((length) => "01".repeat(length));
  if (name === "base64Binary")
    return wanted.map((length) => "\u0001".repeat(length));
  return wanted.flatMap((length) => [
    usual.repeat(Math.ceil(length / usual.length) || 1).slice(0, length),
    "1".repeat(length),
  ]);
}

/** Patterns of one step are alternatives, everything else holds at once (XML Schema part 2 §4.3.4.3). */
export function satisfies(
  value: string,
  steps: FacetSteps,
  name: string,
): boolean {
  return steps.every((facets) => {
    const patterns = facets.filter(({ kind }) => kind === "pattern");
    const enumeration = facets.filter(({ kind }) => kind === "enumeration");
    const others = facets.filter(
      ({ kind }) => kind !== "pattern" && kind !== "enumeration",
    );
    return (
      (patterns.length === 0 ||
        patterns.some((facet) => matches(value, facet.value))) &&
      (enumeration.length === 0 ||
        enumeration.some((facet) => facet.value === value)) &&
      others.every((facet) => satisfiesFacet(value, facet, name))
    );
  });
}

function matches(value: string, pattern: string): boolean {
  const checkable = checkablePattern(pattern);
  if (checkable.kind === "unchecked") return true;
  // An example needs no text that takes long to check.
  const isTooLong =
    checkable.kind === "slow" && value.length > checkable.length;
  return !isTooLong && new RegExp(checkable.source, "u").test(value);
}

function satisfiesFacet(value: string, facet: Facet, name: string): boolean {
  const limit = Number(facet.value);
  const length = lengthOf(value, name);
  switch (facet.kind) {
    case "length":
      return length === limit;
    case "minLength":
      return length >= limit;
    case "maxLength":
      return length <= limit;
    case "totalDigits":
      return value.replace(/\D/g, "").replace(/^0+(?=\d)/, "").length <= limit;
    case "fractionDigits":
      return (value.split(".")[1] ?? "").length <= limit;
    default:
      return satisfiesBound(value, facet, name);
  }
}

function lengthOf(value: string, name: string): number {
  return name === "hexBinary" ? value.length / 2 : [...value].length;
}

/** Numbers by value, dates and times by text, which orders those of one form. */
function satisfiesBound(
  value: string,
  { kind, value: bound }: Facet,
  name: string,
): boolean {
  const type = builtinType(name);
  const isNumber =
    name === "decimal" ||
    (type.kind === "keyword" &&
      (type.text === "number" || type.text === "bigint"));
  const [left, right] = isNumber
    ? [Number(value), Number(bound)]
    : [value, bound.trim()];
  switch (kind) {
    case "minInclusive":
      return left >= right;
    case "maxInclusive":
      return left <= right;
    case "minExclusive":
      return left > right;
    case "maxExclusive":
      return left < right;
    default:
      return true;
  }
}
