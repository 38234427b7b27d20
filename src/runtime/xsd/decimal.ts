import type { AtomicTypeDescriptor } from "../descriptor.js";
import { compareValues } from "./compare.js";
import { ValueError } from "./value-error.js";

/** The digits of a decimal text without zeros that mean nothing. */
export interface DecimalDigits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Takes apart what `DECIMAL` admits. */
export function decimalDigits(text: string): DecimalDigits {
  const negative = text.startsWith("-");
  const unsigned = negative || text.startsWith("+") ? text.slice(1) : text;
  const [head = "", tail = ""] = unsigned.split(".", 2);
  let from = 0;
  while (head.charCodeAt(from) === 48) from++;
  let to = tail.length;
  while (to > 0 && tail.charCodeAt(to - 1) === 48) to--;
  const whole = head.slice(from);
  const fraction = tail.slice(0, to);
  const isZero = whole === "" && fraction === "";
  return { negative: negative && !isZero, whole, fraction };
}

/** Orders decimal texts of any length without losing a digit. */
export function compareDecimals(left: string, right: string): number {
  const a = decimalDigits(left);
  const b = decimalDigits(right);
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const size =
    compareValues(a.whole.length, b.whole.length) ||
    compareValues(a.whole, b.whole) ||
    compareValues(a.fraction, b.fraction);
  return a.negative ? 0 - size : size;
}

function check(value: unknown): string {
  if (typeof value === "string" && DECIMAL.test(value)) return value;
  throw new ValueError("decimal digits as a string", value);
}

/** The value is the text as written: every digit is kept. */
export const decimal: AtomicTypeDescriptor<string> = {
  kind: "atomic",
  name: "decimal",
  whiteSpace: "collapse",
  parse: check,
  print: check,
  compare: compareDecimals,
};
