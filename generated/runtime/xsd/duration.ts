// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { AtomicTypeDescriptor } from "../descriptor.js";
import { compareValues } from "./compare.js";
import { ValueError } from "./value-error.js";

const DURATION =
  /^(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** XSD 1.0 Part 2 §3.2.6.2: durations are ordered if they are so from each of these months on (as months from year 0). */
const REFERENCE_DATES = [
  [1696, 8],
  [1697, 1],
  [1903, 2],
  [1903, 6],
] as const;

interface Span {
  readonly months: number;
  readonly seconds: number;
}

function toSpan(text: string): Span {
  const parts = DURATION.exec(text) ?? [];
  const number = (index: number): number => Number(parts[index] ?? 0);
  const sign = parts[1] === "-" ? -1 : 1;
  const hours = number(4) * 24 + number(5);
  return {
    months: sign * (number(2) * 12 + number(3)),
    seconds: sign * ((hours * 60 + number(6)) * 60 + number(7)),
  };
}

/** The same for all texts of one duration. */
export function spanKey(text: string): string {
  const { months, seconds } = toSpan(text);
  return `${months + 0} ${seconds + 0}`;
}

function endOf(year: number, month: number, span: Span): number {
  return Date.UTC(year, month + span.months, 1) / 1000 + span.seconds;
}

function compareDurations(left: string, right: string): number {
  const a = toSpan(left);
  const b = toSpan(right);
  const orders = REFERENCE_DATES.map(([year, month]) =>
    compareValues(endOf(year, month, a), endOf(year, month, b)),
  );
  const [first = Number.NaN] = orders;
  return orders.every((order) => order === first) ? first : Number.NaN;
}

function durationType(
  name: string,
  shape: RegExp,
): AtomicTypeDescriptor<string> {
  const check = (value: unknown): string => {
    if (
      typeof value === "string" &&
      DURATION.test(value) &&
      shape.test(value)
    ) {
      return value;
    }
    throw new ValueError(`${name}, like P1DT2H`, value);
  };
  return {
    kind: "atomic",
    name,
    whiteSpace: "collapse",
    parse: check,
    print: check,
    compare: compareDurations,
  };
}

export const duration: AtomicTypeDescriptor<string> =
  /* @__PURE__ */ durationType("duration", /P/);
export const yearMonthDuration: AtomicTypeDescriptor<string> =
  /* @__PURE__ */ durationType("yearMonthDuration", /^[^DT]*$/);
export const dayTimeDuration: AtomicTypeDescriptor<string> =
  /* @__PURE__ */ durationType("dayTimeDuration", /^[^YM]*(?:T.*)?$/);
