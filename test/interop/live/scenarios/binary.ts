import { adler32 } from "../support/adler32.js";
import type { Scenario } from "./scenario.js";

function scenario(name: string, value: Uint8Array): Scenario {
  return {
    name,
    operation: "echoBytes",
    value: { value },
    view: [`bytes=${value.length} ${adler32(value)}`],
  };
}

/** Bytes are seen as their number and checksum. */
export const binary: readonly Scenario[] = [
  scenario("no bytes", new Uint8Array(0)),
  scenario("a single byte", Uint8Array.of(0)),
  scenario(
    "three million bytes",
    Uint8Array.from(
      { length: 3_000_000 },
      (_, at) => (at * 31 + (at >> 8)) & 255,
    ),
  ),
];
