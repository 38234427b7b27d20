import { describe, expect, it } from "vitest";
import {
  parseLexical,
  sampleBuiltin,
} from "../../../src/plan/sample-values.js";
import { encodeDocument } from "../../../src/runtime/codec/document.js";
import type { SimpleTypeDescriptor } from "../../../src/runtime/descriptor.js";
import * as xsd from "../../../src/runtime/xsd.js";
import { valueOf } from "./plan-fixture.js";

const builtins =
  "string normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth hexBinary base64Binary anyURI QName NOTATION integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger anySimpleType guid char".split(
    " ",
  );

function descriptorOf(name: string): SimpleTypeDescriptor {
  const all: Readonly<Record<string, unknown>> = { ...xsd };
  return all[name] as SimpleTypeDescriptor; // The names above are those of simple types.
}

/** The text that the runtime writes for a made-up value; it throws for values that are none of the type. */
function encoded(name: string, examples: readonly string[] = []): string {
  const sample = sampleBuiltin(
    name,
    examples.map((text) => ({ text })),
  );
  const element = { element: "r", namespace: "", type: descriptorOf(name) };
  const xml = encodeDocument(element, valueOf(sample));
  return /<r[^>]*>(.*)<\/r>/s.exec(xml)?.[1] ?? "";
}

describe("a made-up value", () => {
  it.each(builtins)("of %s is one the runtime sends", (name) => {
    expect(encoded(name)).not.toBe("");
  });

  it.each([
    ["int", "17", "17"],
    ["int", " 17 ", "17"],
    ["long", "9007199254740993", "9007199254740993"],
    ["boolean", "false", "false"],
    ["boolean", "1", "true"],
    ["decimal", "0.10", "0.10"],
    ["dateTime", "2001-01-01T00:00:00.5+14:00", "2001-01-01T00:00:00.5+14:00"],
    ["string", "  as is ", "  as is "],
    ["hexBinary", "00ff", "00FF"],
    ["NMTOKENS", "a", "a"],
  ])("of %s is the documented %j", (name, example, expected) => {
    expect(encoded(name, [example])).toBe(expected);
  });

  it.each([
    ["int", "seventeen"],
    ["long", "1.5"],
    ["boolean", "yes"],
    ["decimal", "1e3"],
    ["dateTime", "yesterday"],
    ["date", "31.12.2024"],
    ["gYear", "24"],
    ["guid", "1234"],
    ["hexBinary", "0g"],
  ])("of %s is not %j, which is none of the type", (name, example) => {
    expect(encoded(name, [example])).toBe(encoded(name));
  });

  it("is the first documented one that fits", () => {
    expect(encoded("int", ["?", "n/a", "3", "4"])).toBe("3");
  });
});

describe("a lexical value", () => {
  it("of digits without end is no number", () => {
    expect(parseLexical("integer", "9".repeat(41))).toBeUndefined();
    expect(parseLexical("double", "1e999")).toBeUndefined();
  });

  it("keeps every digit of a big number", () => {
    expect(parseLexical("integer", "+123456789012345678901")).toEqual({
      kind: "bigint",
      value: 123456789012345678901n,
    });
  });
});
