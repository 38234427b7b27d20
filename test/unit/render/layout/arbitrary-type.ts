import fc from "fast-check";
import type { TypeExpression } from "../../../../src/plan/index.js";
import { arbitraryIdentifier, arbitraryText } from "./arbitrary-expression.js";

const keyword = fc
  .constantFrom("string", "number", "boolean", "bigint", "unknown", "never")
  .map((text): TypeExpression => ({ kind: "keyword", text }));

const nullType: TypeExpression = { kind: "keyword", text: "null" };

/** Not a built-in name, which the plan never gives to a type of an SDK. */
const name = arbitraryIdentifier.map((stem): TypeExpression => ({
  kind: "name",
  name: `T${stem}`,
}));

const literal = fc
  .oneof(
    arbitraryText,
    fc.nat(),
    fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fc.boolean(),
  )
  .map((value): TypeExpression => ({ kind: "literal", value }));

/** What the runtime exports for the shapes of values. */
const shape = fc.oneof(
  fc.constantFrom("XmlElement", "QNameValue").map((each) => runtime(each, [])),
  fc
    .tuple(
      fc.constantFrom("ExactlyOne", "AtMostOne", "EachOf", "Untagged"),
      name,
    )
    .map(([each, argument]) => runtime(each, [argument])),
  fc
    .tuple(
      fc.constantFrom("OneOf", "AtMostOneOf"),
      fc.array(name, { minLength: 1, maxLength: 4 }),
    )
    .map(([each, items]) => runtime(each, [{ kind: "tuple", items }])),
);

function runtime(
  name: string,
  args: readonly TypeExpression[],
): TypeExpression {
  return { kind: "runtime", name, arguments: args };
}

const bytes: TypeExpression = {
  kind: "global",
  name: "Uint8Array",
  arguments: [],
};

/** Of attributes whose names a wildcard leaves open. */
const attributes: TypeExpression = {
  kind: "global",
  name: "Record",
  arguments: [
    { kind: "keyword", text: "string" },
    { kind: "keyword", text: "string" },
  ],
};

const single = fc.oneof(keyword, name, fc.constant(bytes));

const enumeration = unionOf(fc.array(literal, { minLength: 2, maxLength: 12 }));
const polymorphic = unionOf(fc.array(name, { minLength: 2, maxLength: 8 }));
const nillable = single.map((type): TypeExpression => ({
  kind: "union",
  types: [type, nullType],
}));

function unionOf(
  members: fc.Arbitrary<readonly TypeExpression[]>,
): fc.Arbitrary<TypeExpression> {
  return members.map((types): TypeExpression => ({ kind: "union", types }));
}

const value = fc.oneof(single, enumeration, polymorphic, nillable);

/** What the alias of a simple or polymorphic type is. */
export const arbitraryAliasType: fc.Arbitrary<TypeExpression> = fc.oneof(
  value,
  value.map((item): TypeExpression => ({ kind: "array", item })),
);

export const arbitraryPropertyType: fc.Arbitrary<TypeExpression> = fc.oneof(
  arbitraryAliasType,
  fc.constant(attributes),
  shape,
  shape.map((item): TypeExpression => ({ kind: "array", item })),
  single.map((item): TypeExpression => ({
    kind: "union",
    types: [{ kind: "array", item }, nullType],
  })),
);

/** Structures with choices in them. */
export const arbitraryIntersection: fc.Arbitrary<TypeExpression> = fc
  .array(fc.oneof(name, shape), { minLength: 2, maxLength: 4 })
  .map((types): TypeExpression => ({ kind: "intersection", types }));

/** The union of the declared faults of an operation. */
export const arbitraryFaults: fc.Arbitrary<TypeExpression> = fc
  .array(fc.tuple(arbitraryIdentifier, name), { minLength: 1, maxLength: 3 })
  .map((faults) => ({
    kind: "union",
    types: [
      ...faults.map(([fault, type]) =>
        runtime("DeclaredFault", [{ kind: "literal", value: fault }, type]),
      ),
      runtime("UndeclaredFault", []),
    ],
  }));

/** The type as anyone would type it, on one line. */
export function flatType(type: TypeExpression): string {
  switch (type.kind) {
    case "keyword":
      return type.text;
    case "name":
      return type.name;
    case "runtime":
    case "global":
      return type.arguments.length === 0
        ? type.name
        : `${type.name}<${type.arguments.map(flatType).join(",")}>`;
    case "literal":
      return typeof type.value === "string"
        ? JSON.stringify(type.value)
        : `${type.value}${typeof type.value === "bigint" ? "n" : ""}`;
    case "array":
      return `(${flatType(type.item)})[]`;
    case "union":
      return type.types.map((each) => `(${flatType(each)})`).join("|");
    case "intersection":
      return type.types.map((each) => `(${flatType(each)})`).join("&");
    case "tuple":
      return `[${type.items.map(flatType).join(",")}]`;
  }
}
