import type { Scenario } from "./scenario.js";

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const ordinary = {
  text: "plain",
  flag: true,
  int8: -1,
  int16: -300,
  int32: 70_000,
  int64: 1_099_511_627_776n,
  uint8: 200,
  uint16: 60_000,
  uint32: 4_000_000_000,
  uint64: 5n,
  big: 123_456_789n,
  money: "12.5",
  single: 1.5,
  double: -2.25,
  instant: "2024-05-31T12:30:00Z",
  day: "2024-05-31",
  clock: "12:30:00",
  span: "P1DT2H",
  base64: Uint8Array.of(1, 2, 3),
  hex: Uint8Array.of(0xde, 0xad),
  uri: "http://example.com/a?b=c&d=e",
};

const largest: typeof ordinary = {
  text: "größte",
  flag: false,
  int8: 127,
  int16: 32_767,
  int32: 2_147_483_647,
  int64: 9_223_372_036_854_775_807n,
  uint8: 255,
  uint16: 65_535,
  uint32: 4_294_967_295,
  uint64: 9_223_372_036_854_775_807n,
  big: 1_000_000_000_000_000_000_000_000_000_007n,
  money: "79228162514264337593543950.335",
  single: 16_777_216,
  double: Number.MAX_VALUE,
  instant: "2024-02-29T23:59:59.1234567+05:30",
  day: "9999-12-31",
  clock: "23:59:59.999",
  span: "P1Y2M3DT4H5M6.7S",
  base64: Uint8Array.from({ length: 256 }, (_, index) => index),
  hex: Uint8Array.of(255, 254, 0),
  uri: "urn:example:x",
};

const smallest: typeof ordinary = {
  text: "",
  flag: false,
  int8: -128,
  int16: -32_768,
  int32: -2_147_483_648,
  int64: -9_223_372_036_854_775_808n,
  uint8: 0,
  uint16: 0,
  uint32: 0,
  uint64: 0n,
  big: -1_000_000_000_000_000_000_000_000_000_000n,
  money: "-0.0000000000000000000000000001",
  single: -0,
  double: Number.MIN_VALUE,
  instant: "1969-12-31T16:00:00.5-08:00",
  day: "0001-01-01",
  clock: "00:00:00",
  span: "-PT0.001S",
  base64: new Uint8Array(0),
  hex: new Uint8Array(0),
  uri: "",
};

interface NativeForms {
  readonly single: string;
  readonly double: string;
  readonly instant: string;
}

/** Bits of `ordinary`, and its instant. */
const ordinaryForms: NativeForms = {
  single: "3fc00000",
  double: "c002000000000000",
  instant: "2024-05-31T12:30:00Z",
};

/** Bits and instants have a form that no stack prints by itself, so that all can be held against it. */
function scenario(
  name: string,
  value: typeof ordinary,
  native: NativeForms,
): Scenario {
  const lines = Object.entries({ ...value, ...native }).map(
    ([key, member]) =>
      `${key}=${member instanceof Uint8Array ? hex(member) : String(member)}`,
  );
  return { name, operation: "echoScalars", value: { value }, view: lines };
}

/** Every kind of scalar. `single` and `double` are seen as their bits, `instant` in UTC. */
export const scalars: readonly Scenario[] = [
  scenario("ordinary scalars", ordinary, ordinaryForms),
  scenario("the largest scalars", largest, {
    single: "4b800000",
    double: "7fefffffffffffff",
    instant: "2024-02-29T18:29:59.1234567Z",
  }),
  scenario("the smallest scalars", smallest, {
    single: "80000000",
    double: "0000000000000001",
    instant: "1970-01-01T00:00:00.5Z",
  }),
  scenario(
    "the largest unsigned integer of 64 bits",
    { ...ordinary, uint64: 18_446_744_073_709_551_615n },
    ordinaryForms,
  ),
  scenario(
    "infinite numbers",
    { ...ordinary, single: Infinity, double: -Infinity },
    { ...ordinaryForms, single: "7f800000", double: "fff0000000000000" },
  ),
  scenario(
    "what is not a number",
    { ...ordinary, single: NaN, double: NaN },
    { ...ordinaryForms, single: "7fc00000", double: "7ff8000000000000" },
  ),
];
