import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anonymous,
  named,
  qname,
  xsd,
  type SimpleType,
} from "../../../src/model/index.js";
import { simpleDescriptor } from "../../../src/plan/references.js";
import { sampleSimple } from "../../../src/plan/sample-simple.js";
import { encodeDocument } from "../../../src/runtime/codec/document.js";
import type { SimpleTypeDescriptor } from "../../../src/runtime/descriptor.js";
import {
  contextOf,
  facet,
  origin,
  restriction,
  valueOf,
} from "./plan-fixture.js";

/** The value made up for type `T`, as the runtime writes it: it throws where a facet is not satisfied. */
function encoded(
  types: Readonly<Record<string, SimpleType>> & { readonly T: SimpleType },
  examples: readonly string[] = [],
): string | undefined {
  const context = contextOf(types);
  const sample = sampleSimple(
    qname("urn:t", "T").key,
    examples.map((text) => ({ text })),
    context,
  );
  if (sample === undefined) return undefined;
  const descriptors = Object.fromEntries(
    Object.entries(types).map(([local, type]) => {
      const use = {
        ownerKey: local,
        ownerName: local,
        local: "",
        namespace: "",
      };
      return [local, simpleDescriptor(type, use, context)];
    }),
  );
  const descriptor = valueOf(
    { kind: "reference", module: "schemas", name: "T" },
    descriptors,
  ) as SimpleTypeDescriptor; // What was just planned.
  const element = { element: "r", namespace: "", type: descriptor };
  const xml = encodeDocument(element, valueOf(sample));
  return /<r[^>]*>(.*)<\/r>/s.exec(xml)?.[1] ?? "";
}

function sampled(
  type: SimpleType,
  examples: readonly string[] = [],
): string | undefined {
  return encoded({ T: type }, examples);
}

const string = xsd("string");
const int = xsd("int");

describe("a value for facets", () => {
  it.each([
    ["an enumeration", restriction(string, facet("enumeration", "A-1")), "A-1"],
    ["a length", restriction(string, facet("length", "9")), "stringstr"],
    [
      "a least length",
      restriction(string, facet("minLength", "8")),
      "stringst",
    ],
    ["a greatest length", restriction(string, facet("maxLength", "2")), "st"],
    ["a lower bound", restriction(int, facet("minInclusive", "100")), "100"],
    [
      "an open lower bound",
      restriction(int, facet("minExclusive", "99")),
      "100",
    ],
    [
      "an open upper bound",
      restriction(int, facet("maxExclusive", "-5")),
      "-6",
    ],
    [
      "digits of a fraction",
      restriction(xsd("decimal"), facet("fractionDigits", "0")),
      "1",
    ],
  ])("satisfies %s", (_what, type, expected) => {
    expect(sampled(type)).toBe(expected);
  });

  it.each([
    "[A-Z]{3}\\d{2}",
    "\\d{4}-\\d{2}-\\d{2}",
    "[a-z]+@[a-z]+\\.(com|org)",
    "(0[1-9]|1[0-2])/\\d{2}",
    "[^\\d\\s]{4,6}",
    "\\p{Lu}{2}[-_]?x*",
    "[a-z-[aeiou]]{3}",
    "\\+?\\(\\d{3}\\)",
  ])("matches the pattern %s", (pattern) => {
    const text = sampled(restriction(string, facet("pattern", pattern)));
    expect(text).toBeDefined();
    if (!pattern.includes("-["))
      expect(text).toMatch(new RegExp(`^(?:${pattern})$`, "u"));
  });

  it("matches one of several patterns, and those of every step", () => {
    const base = restriction(string, facet("pattern", "[ab]{2}"));
    const type = restriction(
      named(qname("urn:t", "Base")),
      facet("pattern", "c+"),
      facet("pattern", "bb"),
    );
    expect(encoded({ T: type, Base: base })).toBe("bb");
  });

  it("is the documented one where that satisfies them", () => {
    const type = restriction(int, facet("maxInclusive", "10"));
    expect(sampled(type, ["11", "ten", "7"])).toBe("7");
  });

  it("is one the runtime accepts, whatever the facets, or none", () => {
    const count = fc.nat({ max: 30 }).map(String);
    const bound = fc.integer({ min: -1000, max: 1000 }).map(String);
    const texts = fc
      .tuple(fc.constantFrom("minLength", "maxLength", "length"), count)
      .map(([kind, value]) => facet(kind as "length", value));
    const bounds = fc
      .tuple(
        fc.constantFrom(
          ...["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"],
        ),
        bound,
      )
      .map(([kind, value]) => facet(kind as "minInclusive", value));
    const type = fc.oneof(
      fc
        .tuple(
          fc.constantFrom("string", "token", "hexBinary", "anyURI"),
          fc.array(texts, { maxLength: 2 }),
        )
        .map(([name, facets]) => restriction(xsd(name), ...facets)),
      fc
        .tuple(
          fc.constantFrom("int", "decimal", "long", "double", "integer"),
          fc.array(bounds, { maxLength: 2 }),
        )
        .map(([name, facets]) => restriction(xsd(name), ...facets)),
    );
    let found = 0;
    fc.assert(
      fc.property(type, (each) => {
        if (sampled(each) !== undefined) found++;
      }),
      { seed: 2024, numRuns: 1000 },
    );
    // Facets at odds with each other have no value at all.
    expect(found).toBeGreaterThan(700);
  });
});

describe("a value for", () => {
  it("a list has as many items as it has to", () => {
    const list: SimpleType = {
      kind: "simple",
      variety: "list",
      itemType: named(int),
      origin,
    };
    const type = restriction(anonymous(list), facet("minLength", "3"));
    expect(sampled(type)).toBe("1 1 1");
    expect(sampled(list)).toBe("1");
  });

  it("a union is one of its first member that has any", () => {
    const never = restriction(
      int,
      facet("minInclusive", "2"),
      facet("maxInclusive", "1"),
    );
    expect(
      sampled({
        kind: "simple",
        variety: "union",
        memberTypes: [anonymous(never), named(xsd("boolean"))],
        origin,
      }),
    ).toBe("true");
  });

  it("facets at odds with each other is not made up", () => {
    expect(
      sampled(
        restriction(string, facet("length", "3"), facet("maxLength", "2")),
      ),
    ).toBeUndefined();
  });

  it("a type that is not there is not made up", () => {
    expect(sampleSimple("{urn:t}Missing", [], contextOf({}))).toBeUndefined();
  });
});
