import type { Facet } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { checkablePattern } from "./checkable-pattern.js";
import {
  array,
  number,
  object,
  strings,
  text,
  type Expression,
} from "./expression.js";

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
    ...patternEntries(facets, context),
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
function patternEntries(
  facets: readonly Facet[],
  context: PlanContext,
): Readonly<Record<string, Expression>> {
  const patterns = facets
    .filter((facet) => facet.kind === "pattern")
    .map((facet) => checkedPattern(facet, context));
  const known = patterns.filter((pattern) => pattern !== undefined);
  if (known.length === 0 || known.length < patterns.length) return {};
  if (known.some(({ length }) => length !== undefined))
    return { slowPatterns: array(known.map(slowPattern)) };
  return { patterns: array([strings(known.map(({ source }) => source))]) };
}

/** A pattern in JavaScript's words. */
interface SourcePattern {
  readonly source: string;
  /** For longer texts, JavaScript's own matching takes too long. */
  readonly length?: number;
}

function slowPattern({ source, length }: SourcePattern): Expression {
  return object({
    source: text(source),
    length: length === undefined ? undefined : number(length),
  });
}

/** Undefined where values are not checked against the pattern; says so. */
function checkedPattern(
  { value, origin }: Facet,
  context: PlanContext,
): SourcePattern | undefined {
  const checkable = checkablePattern(value);
  if (checkable.kind !== "unchecked") return checkable;
  const { span } = origin;
  const key = `${span.file}:${span.offset}`;
  if (context.uncheckedPatterns.has(key)) return undefined;
  context.uncheckedPatterns.add(key);
  const parameters = { pattern: value, reason: checkable.reason };
  context.sink.report("plan/pattern-not-checked", parameters, { span });
  return undefined;
}
