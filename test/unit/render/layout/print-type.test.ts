import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TypeExpression } from "../../../../src/plan/index.js";
import {
  printAlias,
  printProperty,
  printTypeFlat,
} from "../../../../src/render/layout/print-type.js";
import { arbitraryIdentifier } from "./arbitrary-expression.js";
import {
  arbitraryAliasType,
  arbitraryFaults,
  arbitraryIntersection,
  arbitraryPropertyType,
  flatType,
} from "./arbitrary-type.js";
import { expectAsPrettier } from "./as-prettier.js";

const name = arbitraryIdentifier.map((stem) => `x${stem}`);
const propertyName = fc.oneof(
  arbitraryIdentifier,
  fc.constantFrom("a", "order-line", "$type", "__proto__", "constructor"),
);

describe("types are what prettier makes of them:", () => {
  it.each([
    ["simple and polymorphic types", arbitraryAliasType],
    ["structures with choices", arbitraryIntersection],
    ["declared faults", arbitraryFaults],
  ])("aliases of %s", (_what, types) =>
    expectAsPrettier(fc.tuple(name, types), ([alias, type]) => ({
      printed: printAlias(alias, type),
      typed: `export type ${alias} = ${flatType(type)};`,
    })),
  );

  it("properties", () =>
    expectAsPrettier(
      fc.tuple(propertyName, fc.boolean(), arbitraryPropertyType),
      ([property, isOptional, type]) => {
        const plan = { name: property, isOptional, type, doc: [] };
        const mark = isOptional ? "?" : "";
        return {
          printed: `interface X {\n  ${printProperty(plan)}\n}`,
          typed: `interface X { ${JSON.stringify(property)}${mark}: ${flatType(type)}; }`,
        };
      },
    ));
});

describe("a name or null", () => {
  const long = fc.stringMatching(/^[A-Z][a-z]{20,60}$/);

  it.each([
    ["alone", (type: TypeExpression): TypeExpression => type],
    [
      "repeated",
      (item: TypeExpression): TypeExpression => ({ kind: "array", item }),
    ],
  ])("is not broken where it does not fit: %s", (_what, around) =>
    expectAsPrettier(fc.tuple(long, long), ([property, local]) => {
      const type = around({
        kind: "union",
        types: [
          { kind: "name", name: local },
          { kind: "keyword", text: "null" },
        ],
      });
      const plan = { name: property, isOptional: false, type, doc: [] };
      return {
        printed: `interface X {\n  ${printProperty(plan)}\n}`,
        typed: `interface X { ${property}: ${flatType(type)}; }`,
      };
    }),
  );
});

describe("a type on one line", () => {
  const union: TypeExpression = {
    kind: "union",
    types: [
      { kind: "literal", value: "a" },
      { kind: "literal", value: 1n },
    ],
  };

  it("has parentheses where its meaning needs them", () => {
    expect(printTypeFlat({ kind: "array", item: union })).toBe('("a" | 1n)[]');
    expect(
      printTypeFlat({
        kind: "intersection",
        types: [{ kind: "name", name: "Base" }, union],
      }),
    ).toBe('Base & ("a" | 1n)');
  });

  it("keeps hostile text inside its literal", () => {
    expect(
      printTypeFlat({ kind: "literal", value: '"; process.exit(); "' }),
    ).toBe(`'"; process.exit(); "'`);
  });
});
