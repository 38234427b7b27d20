// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** A text or value that a simple type does not admit. The codec adds the path and turns it into a `SoapError`. */
export class ValueError extends Error {
  readonly expected: string;
  readonly received: string;

  constructor(expected: string, received: unknown) {
    const shown = describeValue(received);
    super(`expected ${expected}, received ${shown}`);
    this.expected = expected;
    this.received = shown;
  }
}

const SHOWN_LENGTH = 60;

/** A value in a few words, for messages: texts are quoted and cut, objects are named, never printed. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") {
    const cut = value.length > SHOWN_LENGTH;
    return JSON.stringify(cut ? value.slice(0, SHOWN_LENGTH) + "…" : value);
  }
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Date) return "a Date (give its text instead)";
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (typeof value === "object" && value !== null) {
    return value instanceof Uint8Array ? "bytes" : "an object";
  }
  return String(value);
}
