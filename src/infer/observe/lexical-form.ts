/** The values of built-in types, roughly: enough to see that a message contradicts one. */
const forms: ReadonlyMap<string, RegExp> = new Map([
  ["boolean", /^(?:true|false|0|1)$/],
  ["decimal", /^[+-]?(?:\d+\.?\d*|\.\d+)$/],
  ["double", /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/],
  [
    "dateTime",
    /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  ],
  ["date", /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/],
  ["time", /^\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/],
  ["guid", /^\{?[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}\}?$/],
]);

const integerBits: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["byte", [-128n, 127n]],
  ["short", [-32_768n, 32_767n]],
  ["int", [-2_147_483_648n, 2_147_483_647n]],
  ["long", [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n]],
  ["unsignedByte", [0n, 255n]],
  ["unsignedShort", [0n, 65_535n]],
  ["unsignedInt", [0n, 4_294_967_295n]],
  ["unsignedLong", [0n, 18_446_744_073_709_551_615n]],
]);

/** Longer digits are no number that any of these types has. */
const maxDigits = 40;

/** Whether a text can be a value of a built-in type; types that are not known admit anything. */
export function fitsBuiltin(text: string, local: string): boolean {
  const value = text.trim();
  const range = integerBits.get(local);
  if (range !== undefined) {
    if (!/^[+-]?\d+$/.test(value) || value.length > maxDigits) return false;
    const number = BigInt(value.replace(/^\+/, ""));
    return number >= range[0] && number <= range[1];
  }
  if (local === "integer") return /^[+-]?\d+$/.test(value);
  return forms.get(local === "float" ? "double" : local)?.test(value) ?? true;
}
