import type { Facet } from "../model/index.js";
import { array, number, strings, text, type Expression } from "./expression.js";
import { translatePattern } from "./pattern.js";

/** The facets of one derivation step, as entries of a descriptor. */
export function facetEntries(
  facets: readonly Facet[],
): Readonly<Record<string, Expression | undefined>> {
  const valueOf = (kind: Facet["kind"]): string | undefined =>
    facets.find((facet) => facet.kind === kind)?.value.trim();
  const count = (kind: Facet["kind"]): Expression | undefined => {
    const value = valueOf(kind);
    return value === undefined || !/^\+?\d+$/.test(value)
      ? undefined
      : number(Number(value));
  };
  const bound = (kind: Facet["kind"]): Expression | undefined => {
    const value = valueOf(kind);
    return value === undefined ? undefined : text(value);
  };
  const enumeration = facets
    .filter((facet) => facet.kind === "enumeration")
    .map((facet) => facet.value);
  const patterns = facets
    .filter((facet) => facet.kind === "pattern")
    .map((facet) => translatePattern(facet.value));
  return {
    enumeration: enumeration.length === 0 ? undefined : strings(enumeration),
    // Patterns of one derivation step are alternatives (XML Schema part 2 §4.3.4.3).
    patterns:
      patterns.length === 0 || patterns.includes(undefined)
        ? undefined
        : array([strings(patterns.filter((pattern) => pattern !== undefined))]),
    length: count("length"),
    minLength: count("minLength"),
    maxLength: count("maxLength"),
    minInclusive: bound("minInclusive"),
    maxInclusive: bound("maxInclusive"),
    minExclusive: bound("minExclusive"),
    maxExclusive: bound("maxExclusive"),
    totalDigits: count("totalDigits"),
    fractionDigits: count("fractionDigits"),
    whiteSpace: bound("whiteSpace"),
  };
}
