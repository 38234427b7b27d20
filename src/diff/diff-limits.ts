import type { Facet } from "../model/index.js";
import { edit, type DiffSite } from "./diff-node.js";
import type { AtomicShape } from "./simple-shape.js";

/** Compares facets but literals: bounds, lengths, digits and patterns (XML Schema part 2 §4.3). */
export function diffLimits(
  site: DiffSite,
  was: AtomicShape,
  is: AtomicShape,
): void {
  const changes = [
    ...[...new Set([...was.limits.keys(), ...is.limits.keys()])].map((kind) =>
      compareLimit(kind, was, is),
    ),
    comparePatterns(was, is),
  ];
  for (const rule of ["narrowed", "widened", "changed"] as const) {
    const found = changes.filter((change) => change?.kind === rule);
    if (found.length > 0) edit(site, `values-${rule}`, sides(found));
  }
}

interface LimitChange {
  readonly kind: "narrowed" | "widened" | "changed";
  readonly was: string;
  readonly is: string;
}

function sides(
  changes: readonly (LimitChange | undefined)[],
): readonly [string, string] {
  const text = (side: "was" | "is"): string =>
    changes.flatMap((change) => change?.[side] ?? []).join(", ");
  return [text("was"), text("is")];
}

/** A higher value of these admits less. */
const lowerBounds: ReadonlySet<Facet["kind"]> = new Set([
  "minLength",
  "minInclusive",
  "minExclusive",
]);

function compareLimit(
  kind: Facet["kind"],
  { limits: old }: AtomicShape,
  { limits: current }: AtomicShape,
): LimitChange | undefined {
  const [was, is] = [old.get(kind), current.get(kind)];
  if (was === is) return undefined;
  const texts = { was: show(kind, was), is: show(kind, is) };
  if (was === undefined) return { kind: "narrowed", ...texts };
  if (is === undefined) return { kind: "widened", ...texts };
  const order = kind === "length" ? undefined : compareNumbers(was, is);
  if (order === 0) return undefined;
  // Dates, other lengths: some values went and others came.
  if (order === undefined) return { kind: "changed", ...texts };
  const isWidened = lowerBounds.has(kind) === order > 0;
  return { kind: isWidened ? "widened" : "narrowed", ...texts };
}

/** Sign of `was - is`; undefined where the two are no numbers, or too near each other to be told apart. */
function compareNumbers(was: string, is: string): number | undefined {
  const isNumber = [was, is].every((text) =>
    /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text),
  );
  if (!isNumber) return undefined;
  if ([was, is].every((text) => /^[+-]?\d{1,4000}$/.test(text))) {
    const difference =
      BigInt(was.replace("+", "")) - BigInt(is.replace("+", ""));
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  }
  const difference = Number(was) - Number(is);
  return difference === 0 ? undefined : Math.sign(difference);
}

function show(kind: Facet["kind"], value: string | undefined): string {
  return value === undefined ? `no ${kind}` : `${kind} ${value}`;
}

function comparePatterns(
  { patterns: old }: AtomicShape,
  { patterns: current }: AtomicShape,
): LimitChange | undefined {
  const removed = old.filter((pattern) => !current.includes(pattern));
  const added = current.filter((pattern) => !old.includes(pattern));
  if (removed.length + added.length === 0) return undefined;
  const texts = { was: showPatterns(removed), is: showPatterns(added) };
  if (removed.length === 0) return { kind: "narrowed", ...texts };
  return { kind: added.length === 0 ? "widened" : "changed", ...texts };
}

function showPatterns(patterns: readonly string[]): string {
  return patterns.length === 0
    ? "no pattern"
    : `pattern ${patterns.join(" and ")}`;
}
