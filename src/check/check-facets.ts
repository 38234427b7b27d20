import type { DiagnosticSink } from "../diagnostics/index.js";
import type { Facet, SimpleType } from "../model/index.js";
import type { SimpleCodec } from "../runtime/codec/contracts.js";
import { readValue, type ValueSpaces } from "./value-space.js";

type AtomicType = Extract<SimpleType, { variety: "atomic" }>;

/**
 * Whether the facets of a restriction mean something: their values are of the base type, and some value can meet them all
 * (XML Schema part 2 §4.3).
 */
export function checkFacets(
  type: AtomicType,
  spaces: ValueSpaces,
  sink: DiagnosticSink,
): void {
  const report = (facet: Facet, reason: string): void => {
    const parameters = { facet: facet.kind, value: facet.value, reason };
    sink.report("xsd/invalid-facet", parameters, { span: facet.origin.span });
  };
  const base = spaces.codecOf(type.base);
  const bounds = new Map<Facet["kind"], unknown>();
  for (const facet of type.facets) {
    const problem = problemOf(facet, base, bounds);
    if (problem !== undefined) report(facet, problem);
  }
  for (const [low, high, isMet] of PAIRS) {
    const first = type.facets.find(({ kind }) => kind === low);
    const second = type.facets.find(({ kind }) => kind === high);
    if (first === undefined || second === undefined) continue;
    const order = compareBounds(bounds.get(low), bounds.get(high), base);
    if (order !== undefined && !isMet(order)) {
      report(second, `cannot be met together with ${low}="${first.value}"`);
    }
  }
}

const COUNTS: ReadonlySet<Facet["kind"]> = new Set([
  "length",
  "minLength",
  "maxLength",
  "totalDigits",
  "fractionDigits",
]);
const BOUNDS: ReadonlySet<Facet["kind"]> = new Set([
  "minInclusive",
  "maxInclusive",
  "minExclusive",
  "maxExclusive",
]);

const atMost = (order: number): boolean => order <= 0;
const below = (order: number): boolean => order < 0;

/** Facets of one step that some value has to meet together. */
const PAIRS: readonly (readonly [
  low: Facet["kind"],
  high: Facet["kind"],
  isMet: (order: number) => boolean,
])[] = [
  ["minLength", "maxLength", atMost],
  ["minLength", "length", atMost],
  ["length", "maxLength", atMost],
  ["fractionDigits", "totalDigits", atMost],
  ["minInclusive", "maxInclusive", atMost],
  ["minInclusive", "maxExclusive", below],
  ["minExclusive", "maxInclusive", below],
  ["minExclusive", "maxExclusive", below],
];

/** What is wrong with one facet by itself; keeps its value in `bounds` otherwise. */
function problemOf(
  { kind, value }: Facet,
  base: SimpleCodec | undefined,
  bounds: Map<Facet["kind"], unknown>,
): string | undefined {
  if (kind === "pattern") return undefined;
  if (kind === "whiteSpace") {
    const isKnown = ["preserve", "replace", "collapse"].includes(value);
    return isKnown ? undefined : "is not preserve, replace or collapse";
  }
  if (COUNTS.has(kind)) {
    if (!/^\+?\d+$/.test(value)) return "is not a whole number from 0";
    bounds.set(kind, Number(value));
    return undefined;
  }
  if (base === undefined) return undefined;
  if (BOUNDS.has(kind) && base.compare === undefined)
    return "does not apply: the values of the base type have no order";
  const read = readValue(base, value);
  if ("expected" in read)
    return `is not a value of the base type: expected ${read.expected}`;
  bounds.set(kind, read.value);
  return undefined;
}

/** Undefined where a bound is missing or has no place in the order. */
function compareBounds(
  low: unknown,
  high: unknown,
  base: SimpleCodec | undefined,
): number | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (typeof low === "number" && typeof high === "number") return low - high;
  const order = base?.compare?.(low, high);
  return Number.isNaN(order) ? undefined : order;
}
