// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { AtomicTypeDescriptor, NamespaceContext } from "../descriptor.js";
import { compareValues } from "./compare.js";
import { ValueError } from "./value-error.js";

/** A plain decimal integer as a number; `NaN` for any other text. */
function parseDigits(text: string): number {
  const first = text.charCodeAt(0);
  let index = first === 45 || first === 43 ? 1 : 0;
  if (index === text.length) return Number.NaN;
  let value = 0;
  for (; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return first === 45 ? 0 - value : value;
}

/** An integer type that fits a number. */
function smallInteger(
  name: string,
  min: number,
  max: number,
): AtomicTypeDescriptor<number> {
  const check = (value: unknown, source: unknown): number => {
    if (typeof value === "number" && value >= min && value <= max) {
      if (Number.isInteger(value)) return value;
    }
    throw new ValueError(`${name} (a whole number ${min} to ${max})`, source);
  };
  return {
    kind: "atomic",
    name,
    whiteSpace: "collapse",
    parse: (text) => check(parseDigits(text), text),
    print: (value) => String(check(value, value)),
    compare: compareValues,
  };
}

interface IntegerRange {
  readonly min?: bigint;
  readonly max?: bigint;
}

/** An integer type that needs every digit: its value is a bigint. */
function bigInteger(
  name: string,
  range: IntegerRange,
): AtomicTypeDescriptor<bigint> {
  const { min, max } = range;
  const check = (value: unknown, source: unknown): bigint => {
    if (typeof value === "bigint") {
      if (!(min !== undefined && value < min)) {
        if (!(max !== undefined && value > max)) return value;
      }
    }
    const from = min === undefined ? "" : ` from ${min}`;
    const to = max === undefined ? "" : ` to ${max}`;
    throw new ValueError(`${name} (a bigint${from}${to})`, source);
  };
  return {
    kind: "atomic",
    name,
    whiteSpace: "collapse",
    parse: (text) => check(parseBig(text), text),
    print: (value) => String(check(value, value)),
    compare: compareValues,
  };
}

function parseBig(text: string): bigint | undefined {
  if (text.length < 16) {
    const small = parseDigits(text);
    return Number.isNaN(small) ? undefined : BigInt(small);
  }
  return /^[+-]?\d+$/.test(text) ? BigInt(text.replace("+", "")) : undefined;
}

/**
 * A plain decimal number of few digits, `NaN` for any other text. Both sides of the division are exact, so that the
 * quotient is rounded once, as it has to be.
 */
function parseShort(text: string): number {
  const { length } = text;
  const isNegative = text.charCodeAt(0) === 45;
  const start = isNegative ? 1 : 0;
  let digits = 0;
  let scale = 0;
  for (let index = start; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code !== 46 || scale > 0 || index === start) return Number.NaN;
    scale = code === 46 ? 1 : scale * 10;
  }
  if (length > 15 || length === start) return Number.NaN;
  const value = scale > 0 ? digits / scale : digits;
  return isNegative ? 0 - value || -0 : value;
}

function parseBinary(text: string): number | undefined {
  const short = parseShort(text);
  if (!Number.isNaN(short)) return short;
  if (/^[-+.\deE]+$/.test(text)) {
    // Of these characters, `Number` reads what the lexical space has and nothing else.
    const value = Number(text);
    return Number.isNaN(value) ? undefined : value;
  }
  if (text === "INF") return Infinity;
  if (text === "-INF") return -Infinity;
  return text === "NaN" ? Number.NaN : undefined;
}

const MISSPELT = /^([-+]?)(?:inf(?:inity)?|(nan))$/i;

/** A number as programming languages print it, where that is overlooked. */
function parseMisspelt(
  text: string,
  context: NamespaceContext,
): number | undefined {
  const [found, sign, nan] = MISSPELT.exec(text) ?? [];
  if (found === undefined || context.allows?.("numbers") !== true) {
    return undefined;
  }
  const value = sign === "-" ? -Infinity : Infinity;
  const result = nan === undefined ? value : Number.NaN;
  context.tolerate?.("numbers", `${text} stands for ${printBinary(result)}`);
  return result;
}

function printBinary(value: number): string {
  if (value === Infinity) return "INF";
  if (value === -Infinity) return "-INF";
  return Object.is(value, -0) ? "-0" : String(value);
}

function binary(name: string): AtomicTypeDescriptor<number> {
  return {
    kind: "atomic",
    name,
    whiteSpace: "collapse",
    parse(text, context) {
      const value = parseBinary(text) ?? parseMisspelt(text, context);
      if (value === undefined) throw new ValueError(`a number (${name})`, text);
      return value;
    },
    print(value) {
      if (typeof value === "number") return printBinary(value);
      throw new ValueError(`a number (${name})`, value);
    },
    // XSD 1.0 Part 2 §3.2.4: NaN equals itself.
    compare: (left, right) =>
      Number.isNaN(left) && Number.isNaN(right)
        ? 0
        : compareValues(left, right),
  };
}

export const float: AtomicTypeDescriptor<number> =
  /* @__PURE__ */ binary("float");
export const double: AtomicTypeDescriptor<number> =
  /* @__PURE__ */ binary("double");

export const int: AtomicTypeDescriptor<number> = /* @__PURE__ */ smallInteger(
  "int",
  -2147483648,
  2147483647,
);
export const short: AtomicTypeDescriptor<number> = /* @__PURE__ */ smallInteger(
  "short",
  -32768,
  32767,
);
export const byte: AtomicTypeDescriptor<number> = /* @__PURE__ */ smallInteger(
  "byte",
  -128,
  127,
);
export const unsignedInt: AtomicTypeDescriptor<number> =
  /* @__PURE__ */ smallInteger("unsignedInt", 0, 4294967295);
export const unsignedShort: AtomicTypeDescriptor<number> =
  /* @__PURE__ */ smallInteger("unsignedShort", 0, 65535);
export const unsignedByte: AtomicTypeDescriptor<number> =
  /* @__PURE__ */ smallInteger("unsignedByte", 0, 255);
/** .NET's `System.Char` on the wire: a UTF-16 code unit as a number. */
export const char: AtomicTypeDescriptor<number> = /* @__PURE__ */ smallInteger(
  "char",
  0,
  65535,
);

export const integer: AtomicTypeDescriptor<bigint> = /* @__PURE__ */ bigInteger(
  "integer",
  {},
);
export const nonNegativeInteger: AtomicTypeDescriptor<bigint> =
  /* @__PURE__ */ bigInteger("nonNegativeInteger", { min: 0n });
export const positiveInteger: AtomicTypeDescriptor<bigint> =
  /* @__PURE__ */ bigInteger("positiveInteger", { min: 1n });
export const nonPositiveInteger: AtomicTypeDescriptor<bigint> =
  /* @__PURE__ */ bigInteger("nonPositiveInteger", { max: 0n });
export const negativeInteger: AtomicTypeDescriptor<bigint> =
  /* @__PURE__ */ bigInteger("negativeInteger", { max: -1n });
export const long: AtomicTypeDescriptor<bigint> = /* @__PURE__ */ bigInteger(
  "long",
  { min: -9223372036854775808n, max: 9223372036854775807n },
);
export const unsignedLong: AtomicTypeDescriptor<bigint> =
  /* @__PURE__ */ bigInteger("unsignedLong", {
    min: 0n,
    max: 18446744073709551615n,
  });
