import type { Facet } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { checkablePattern } from "./checkable-pattern.js";
import { array, number, strings, text, type Expression } from "./expression.js";

/** The facets of one derivation step, as entries of a descriptor. */
export function facetEntries(
  facets: readonly Facet[],
  context: PlanContext,
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
  return {
    enumeration: enumeration.length === 0 ? undefined : strings(enumeration),
    patterns: patternsEntry(facets, context),
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

/** Patterns of one derivation step are alternatives (XML Schema part 2 §4.3.4.3): all are checked, or none. */
function patternsEntry(
  facets: readonly Facet[],
  context: PlanContext,
): Expression | undefined {
  const patterns = facets
    .filter((facet) => facet.kind === "pattern")
    .map((facet) => checkedPattern(facet, context));
  const known = patterns.filter((pattern) => pattern !== undefined);
  return patterns.length === 0 || known.length < patterns.length
    ? undefined
    : array([strings(known)]);
}

/** Values of this many characters are rare where patterns hold; to check only shorter ones is worth a warning. */
const LONG = 50;

/** The pattern in JavaScript's words; undefined where values are not checked against it. Says how far they are not. */
function checkedPattern(
  { value, origin }: Facet,
  context: PlanContext,
): string | undefined {
  const checkable = checkablePattern(value);
  const source = checkable.kind === "unchecked" ? undefined : checkable.source;
  if (checkable.kind === "checked") return source;
  const { span } = origin;
  const key = `${span.file}:${span.offset}`;
  if (context.uncheckedPatterns.has(key)) return source;
  context.uncheckedPatterns.add(key);
  if (checkable.kind === "unchecked") {
    const parameters = { pattern: value, reason: checkable.reason };
    context.sink.report("plan/pattern-not-checked", parameters, { span });
  } else {
    const parameters = { pattern: value, length: String(checkable.length) };
    const severity = checkable.length < LONG ? "warning" : "info";
    const place = { span, severity } as const;
    context.sink.report("plan/pattern-checked-to-length", parameters, place);
  }
  return source;
}
