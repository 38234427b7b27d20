import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../../../src/plan/index.js";
import { moduleNames } from "../../../../src/render/layout/module-names.js";
import {
  printExpression,
  propertyKey,
} from "../../../../src/render/layout/print-expression.js";
import { printConstant } from "../../../../src/render/layout/print-statements.js";
import {
  arbitraryExpression,
  arbitraryIdentifier,
  flat,
} from "./arbitrary-expression.js";
import { expectAsPrettier } from "./as-prettier.js";

function print(value: Expression, column = 0): string {
  return printExpression(value, {
    indent: 0,
    column,
    trailing: 0,
    names: moduleNames(new Map([["urn:orders", "ns"]])),
  });
}

describe("a printed value", () => {
  it("is what prettier makes of it", () =>
    expectAsPrettier(
      fc.tuple(arbitraryIdentifier, arbitraryExpression),
      ([name, value]) => {
        const head = `export const x${name}: ElementDescriptor =`;
        return {
          printed: printConstant(head, value, moduleNames()),
          typed: `${head} ${flat(value)};`,
        };
      },
    ));

  it("stays behind a key that is too short to gain by a new line", () =>
    expectAsPrettier(
      fc.tuple(
        fc.stringMatching(/^[a-z]{1,8}$/),
        fc.integer({ min: 60, max: 80 }),
        fc.constantFrom<"string" | "reference">("string", "reference"),
      ),
      ([key, length, kind]) => {
        const text = "x".repeat(length);
        const value: Expression =
          kind === "string"
            ? { kind, value: text }
            : { kind, module: "schemas", name: text };
        const entries = [{ key, value }];
        return {
          printed: printConstant(
            "export const x: T =",
            { kind: "object", entries },
            moduleNames(),
          ),
          typed: `export const x: T = { ${key}: ${flat(value)} };`,
        };
      },
    ));

  it.each<[string, Expression, string]>([
    ["a signed zero", { kind: "number", value: -0 }, "-0"],
    ["infinity", { kind: "number", value: Infinity }, "Infinity"],
    ["an exponent", { kind: "number", value: 1e21 }, "1e21"],
    ["a bigint", { kind: "bigint", value: -5n }, "-5n"],
    ["null", { kind: "null" }, "null"],
    ["nothing in it", { kind: "array", items: [] }, "[]"],
    [
      "a known namespace",
      { kind: "reference", module: "namespaces", name: "urn:orders" },
      "ns",
    ],
    [
      "another namespace",
      { kind: "reference", module: "namespaces", name: "urn:other" },
      '"urn:other"',
    ],
  ])("spells %s", (_what, value, expected) => {
    expect(print(value)).toBe(expected);
  });

  it("takes one line where it just fits, several where it does not", () => {
    const value: Expression = {
      kind: "array",
      items: [{ kind: "string", value: "a".repeat(66) }],
    };
    const width = '[""]'.length + 66;
    expect(print(value, 80 - width)).not.toContain("\n");
    expect(print(value, 81 - width)).toContain("\n");
  });
});

describe("a key", () => {
  it("is quoted where it has to be", () => {
    expect(["Id", "$type", "order-line", "1"].map(propertyKey)).toEqual([
      "Id",
      "$type",
      '"order-line"',
      '"1"',
    ]);
  });

  it("never sets the prototype", () => {
    expect(propertyKey("__proto__")).toBe('["__proto__"]');
  });
});
