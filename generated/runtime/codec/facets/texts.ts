// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

const PADDED_LENGTH = 20;

/** All texts of a value, its own first: patterns may ask for leading zeros, or for 1 instead of true. */
export function* allTexts(value: unknown, text: string): Generator<string> {
  yield text;
  if (typeof value === "boolean") yield value ? "1" : "0";
  if (typeof value === "bigint" || Number.isInteger(value)) {
    const [sign = "", digits = ""] = text.split(/(?=\d)(.*)/);
    for (let length = digits.length + 1; length <= PADDED_LENGTH; length++) {
      yield sign + digits.padStart(length, "0");
    }
    yield `+${text}`;
  }
  if (typeof value === "number" && Number.isFinite(value)) {
    const [mantissa = "", exponent = ""] = value.toExponential().split(/e\+?/);
    yield `${mantissa}E${exponent}`;
    yield `${mantissa}.0E${exponent}`;
    yield `${text}.0`;
    for (const places of [1, 2, 3, 4]) yield value.toFixed(places);
  }
}
