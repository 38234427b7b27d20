// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { AtomicTypeDescriptor } from "../descriptor.js";
import { compareValues } from "./compare.js";
import { ValueError } from "./value-error.js";

/** How the text of a type becomes that of a dateTime, so that one rule checks and orders them all. */
interface TemporalShape {
  /** Characters dropped in front. */
  readonly drop?: number;
  readonly before?: string;
  readonly after?: string;
  readonly shape: RegExp;
  readonly zoned?: true;
  /** Texts that are valid for certain: most of them, found quickly. */
  readonly plain?: RegExp;
}

const DATE_TIME =
  /^(-?(?:[1-9]\d{4,}|\d{4}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?|24:00:00(?:\.0+)?)$/;
/** Without the leap days and the centuries that few write. */
const PLAIN_DATE_TIME =
  /^[12]\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?$/;
const ZONE = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

function daysInMonth(year: number, month: number): number {
  if (month !== 2)
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The parts of a valid text; XSD 1.0 Part 2 §3.2.7.1 has no year 0000. */
function readTemporal(
  text: string,
  rule: TemporalShape,
): RegExpExecArray | null {
  if (!rule.shape.test(text)) return null;
  const zone = ZONE.exec(text);
  if (zone === null && rule.zoned === true) return null;
  const core = zone === null ? text : text.slice(0, zone.index);
  const full =
    (rule.before ?? "") + core.slice(rule.drop ?? 0) + (rule.after ?? "");
  const parts = DATE_TIME.exec(full);
  if (parts === null) return null;
  const year = Number(parts[1]);
  if (year === 0) return null;
  // There is no year 0 before Christ: -0001 is the leap year 0 of the calendar.
  const era = year < 0 ? year + 1 : year;
  if (Number(parts[3]) > daysInMonth(era, Number(parts[2]))) return null;
  return parts;
}

interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

/** Seconds from the epoch; a text without offset counts as UTC. */
function toInstant(text: string, rule: TemporalShape): Instant {
  const parts = readTemporal(text, rule);
  if (parts === null) return { seconds: Number.NaN, fraction: "" };
  const year = Number(parts[1]);
  const date = new Date(0);
  date.setUTCFullYear(
    year < 0 ? year + 1 : year,
    Number(parts[2]) - 1,
    Number(parts[3]),
  );
  const hours = parts[4] === undefined ? 24 : Number(parts[4]);
  const minutes = hours * 60 + Number(parts[5] ?? 0) - zoneMinutes(text);
  const seconds = date.getTime() / 1000 + minutes * 60 + Number(parts[6] ?? 0);
  return { seconds, fraction: (parts[7] ?? "").replace(/0+$/, "") };
}

function zoneMinutes(text: string): number {
  const zone = ZONE.exec(text)?.[0] ?? "Z";
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith("-") ? 0 - minutes : minutes;
}

/** A type whose value is its text, kept as written: offset and fraction are not touched. */
function temporal(name: string, rule: TemporalShape): TemporalType {
  const check = (value: unknown): string => {
    if (typeof value === "string") {
      const isValid = rule.plain?.test(value) || readTemporal(value, rule);
      if (isValid) return value;
    }
    throw new ValueError(`${name} as in XML Schema`, value);
  };
  return {
    kind: "atomic",
    name,
    rule,
    whiteSpace: "collapse",
    parse: check,
    print: check,
    compare(left, right) {
      const a = toInstant(left, rule);
      const b = toInstant(right, rule);
      return (
        compareValues(a.seconds, b.seconds) ||
        compareValues(a.fraction, b.fraction)
      );
    },
  };
}

interface TemporalType extends AtomicTypeDescriptor<string> {
  readonly rule: TemporalShape;
}

/** The same for all texts of one point in time; undefined for other types. What has no offset is no such point. */
export function instantKey(
  text: string,
  type: AtomicTypeDescriptor,
): string | undefined {
  if (!("rule" in type)) return undefined;
  // No other built-in type has a rule.
  const { seconds, fraction } = toInstant(text, type.rule as TemporalShape);
  return `${seconds}.${fraction}${ZONE.test(text) ? "Z" : ""}`;
}

export const dateTime: TemporalType = /* @__PURE__ */ temporal("dateTime", {
  shape: /T/,
  plain: PLAIN_DATE_TIME,
});
export const dateTimeStamp: TemporalType = /* @__PURE__ */ temporal(
  "dateTimeStamp",
  { shape: /T/, zoned: true },
);
export const date: TemporalType = /* @__PURE__ */ temporal("date", {
  shape: /^-?\d{4,}-\d\d-\d\d/,
  after: "T00:00:00",
});
export const time: TemporalType = /* @__PURE__ */ temporal("time", {
  shape: /^\d\d:/,
  before: "1972-12-31T",
});
export const gYearMonth: TemporalType = /* @__PURE__ */ temporal("gYearMonth", {
  shape: /^-?\d{4,}-\d\d/,
  after: "-01T00:00:00",
});
export const gYear: TemporalType = /* @__PURE__ */ temporal("gYear", {
  shape: /^-?\d{4,}/,
  after: "-01-01T00:00:00",
});
export const gMonthDay: TemporalType = /* @__PURE__ */ temporal("gMonthDay", {
  shape: /^--\d\d-/,
  drop: 1,
  before: "1972",
  after: "T00:00:00",
});
export const gDay: TemporalType = /* @__PURE__ */ temporal("gDay", {
  shape: /^---\d\d/,
  drop: 2,
  before: "1972-12",
  after: "T00:00:00",
});
export const gMonth: TemporalType = /* @__PURE__ */ temporal("gMonth", {
  shape: /^--\d\d/,
  drop: 1,
  before: "1972",
  after: "-01T00:00:00",
});
