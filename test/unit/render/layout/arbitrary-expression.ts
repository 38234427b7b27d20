import fc from "fast-check";
import type { Expression, ObjectEntry } from "../../../../src/plan/index.js";

/** Texts as schemas and pages have them, and some that no one would write. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 20 }),
  },
  {
    weight: 3,
    arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 90 }),
  },
  fc.constantFrom(
    "",
    "it's",
    'say "hello"',
    `"both" and 'both'`,
    "back\\slash",
    "line\nbreak\ttab",
    "漢字かな交じり文",
    "emoji 🙂 here",
    "http://www.example.com/a/long/namespace/name/that/takes/most/of/a/line/2024",
  ),
);

/** Names as long as those of schemas get. */
export const arbitraryIdentifier: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.stringMatching(/^[A-Za-z_$][A-Za-z0-9_$]{0,30}$/),
  },
  fc.stringMatching(/^[A-Z][A-Za-z0-9]{30,75}$/),
);

const key = fc.oneof(
  { weight: 5, arbitrary: arbitraryIdentifier },
  fc.constantFrom("a", "$type", "order-line", "xml:lang", "__proto__", "1"),
);

const text = arbitraryText.map((value): Expression => ({
  kind: "string",
  value,
}));
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true }))
  .map((value): Expression => ({ kind: "number", value }));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  text,
  number,
  fc
    .bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
    .map((value): Expression => ({ kind: "bigint", value })),
  fc.boolean().map((value): Expression => ({ kind: "boolean", value })),
  fc.constant<Expression>({ kind: "null" }),
  fc
    .array(fc.nat({ max: 255 }), { maxLength: 40 })
    .map((value): Expression => ({ kind: "bytes", value })),
  arbitraryIdentifier.map((name): Expression => ({
    kind: "reference",
    module: "xsd",
    name,
  })),
  arbitraryIdentifier.map((name): Expression => ({
    kind: "reference",
    module: "schemas",
    name,
  })),
);

const reference: fc.Arbitrary<Expression> = arbitraryIdentifier.map((name) => ({
  kind: "reference",
  module: "schemas",
  name,
}));

export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{
  value: Expression;
  array: Expression;
  list: Expression;
  object: Expression;
}>((tie) => ({
  array: fc
    .array(tie("value"), { maxLength: 5 })
    .map((items): Expression => ({ kind: "array", items })),
  list: fc
    .oneof(
      fc.array(text, { maxLength: 12 }),
      fc.array(reference, { maxLength: 12 }),
      fc.array(number, { maxLength: 30 }),
      fc.array(tie("array"), { maxLength: 3 }),
      fc.array(tie("object"), { maxLength: 3 }),
    )
    .map((items): Expression => ({ kind: "array", items })),
  object: fc
    .uniqueArray(fc.record({ key, value: tie("value") }), {
      maxLength: 5,
      selector: (entry: ObjectEntry) => entry.key,
    })
    .map((entries): Expression => ({ kind: "object", entries })),
  value: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    leaf,
    tie("array"),
    tie("list"),
    tie("object"),
    fc
      .oneof(reference, tie("array"), tie("object"))
      .map((body): Expression => ({ kind: "thunk", body })),
  ),
})).value;

/** The value as anyone would type it, on one line. */
export function flat(value: Expression): string {
  switch (value.kind) {
    case "string":
      return JSON.stringify(value.value);
    case "number":
      return Object.is(value.value, -0) ? "-0" : String(value.value);
    case "boolean":
      return String(value.value);
    case "bigint":
      return `${value.value}n`;
    case "null":
      return "null";
    case "bytes":
      return `Uint8Array.of(${value.value.join(",")})`;
    case "reference":
      return value.module === "xsd" ? `xsd.${value.name}` : value.name;
    case "thunk":
      return value.body.kind === "object"
        ? `()=>(${flat(value.body)})`
        : `()=>${flat(value.body)}`;
    case "array":
      return `[${value.items.map(flat).join(",")}]`;
    case "object":
      return `{${value.entries.map(flatEntry).join(",")}}`;
  }
}

function flatEntry({ key, value }: ObjectEntry): string {
  const label = key === "__proto__" ? '["__proto__"]' : JSON.stringify(key);
  return `${label}:${flat(value)}`;
}
