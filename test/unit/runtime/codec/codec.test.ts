import { describe, expect, it } from "vitest";
import type {
  ElementDescriptor,
  SimpleTypeDescriptor,
} from "../../../../src/runtime/descriptor.js";
import {
  decodeDocument,
  encodeDocument,
} from "../../../../src/runtime/codec/document.js";
import * as xsd from "../../../../src/runtime/xsd.js";
import {
  ns,
  element,
  sequence,
  decode,
  errorOf,
  expectRoundTrip,
  int,
} from "./codec-fixture.js";

describe("sequences", () => {
  const descriptor = sequence([
    int("a"),
    int("b", { min: 0 }),
    int("c", { min: 0, max: Infinity }),
    int("d", { nillable: true }),
  ]);

  it("keep required, optional, repeated and nil apart", () => {
    expect(
      decode(descriptor, '<a>1</a><c>2</c><c>3</c><d xsi:nil="true"/>'),
    ).toEqual({
      a: 1,
      c: [2, 3],
      d: null,
    });
    expectRoundTrip(descriptor, { a: 1, b: 2, d: 4 });
    expectRoundTrip(descriptor, { a: 1, c: [1, 2, 3], d: null });
  });

  it("write elements in the schema's order with one declaration", () => {
    expect(encodeDocument(descriptor, { d: 4, a: 1 })).toBe(
      '<r xmlns="urn:t"><a>1</a><d>4</d></r>',
    );
  });

  it.each([
    ["<b>1</b><d>1</d>", "/r", "expected <a>, received <b>"],
    ["<a>1</a>", "/r", "expected <d>, received the end"],
    ["<a>1</a><d>1</d><e/>", "/r", "unexpected element <e>"],
    ["<a>1</a><d>1</d><a>1</a>", "/r", "unexpected element <a>"],
    ["<a>x</a><d>1</d>", "/r/a", 'received "x"'],
    ["<a><b/></a><d>1</d>", "/r/a", "unexpected element <b>"],
    ['<a xsi:nil="true"/><d>1</d>', "/r/a", "may not be nil"],
    ['<a>1</a><d xsi:nil="true">1</d>', "/r/d", "nil element with content"],
    ['<a x="1">1</a><d>1</d>', "/r/a", "unexpected attribute x"],
    ["<a>1</a>text<d>1</d>", "/r", "unexpected text"],
    ['<a xmlns="urn:other">1</a><d>1</d>', "/r", "expected <a>"],
  ])("refuse %s on receipt", (xml, path, message) => {
    const error = errorOf(() => decode(descriptor, xml));
    expect(error["path"]).toBe(path);
    expect(error["message"]).toContain(message);
  });

  it.each([
    [{ d: 1 }, "a", "a value"],
    [{ a: "1", d: 1 }, "a", "int"],
    [{ a: 1, c: [1, "x"], d: 1 }, "c[1]", "int"],
    [{ a: 1, c: 5, d: 1 }, "c", "an array"],
    [{ a: 1, b: [1], d: 1 }, "b", "int"],
    [{ a: 1, D: 1 }, "D", "did you mean d?"],
    [{ a: null, d: 1 }, "a", "int"],
    [5, "", "an object"],
    [[], "", "an object"],
  ])("refuse %j before sending", (value, path, message) => {
    const error = errorOf(() => encodeDocument(descriptor, value));
    expect(error).toMatchObject({ kind: "encode", path });
    expect(error["message"]).toContain(message);
  });

  it("count occurrences both ways", () => {
    const bounded = sequence([int("a", { min: 2, max: 3 })]);
    expectRoundTrip(bounded, { a: [1, 2] });
    expect(() => encodeDocument(bounded, { a: [1] })).toThrow(/at least 2/);
    expect(() => encodeDocument(bounded, { a: [1, 2, 3, 4] })).toThrow(
      /at most 3/,
    );
    expect(() => decode(bounded, "<a>1</a>")).toThrow(/expected <a>/);
    expect(() => decode(bounded, "<a>1</a>".repeat(4))).toThrow(/unexpected/);
  });

  it("share one array between particles with the same property", () => {
    const shared = sequence([int("a"), int("b"), int("a")]);
    expect(expectRoundTrip(shared, { a: [1, 3], b: 2 })).toContain(
      "<a>1</a><b>2</b><a>3</a>",
    );
    expect(() => encodeDocument(shared, { a: [1], b: 2 })).toThrow(
      /at least 2/,
    );
  });
});

describe("groups", () => {
  const choice = sequence([
    {
      group: "choice",
      particles: [
        int("a"),
        { group: "sequence", particles: [int("b"), int("c", { min: 0 })] },
      ],
    },
  ]);

  it("admit the members of one branch", () => {
    expectRoundTrip(choice, { a: 1 });
    expectRoundTrip(choice, { b: 1, c: 2 });
    expect(() => encodeDocument(choice, { a: 1, b: 2 })).toThrow(/only one of/);
    expect(() => encodeDocument(choice, {})).toThrow(/one of a, b, c/);
    expect(() => encodeDocument(choice, { c: 1 })).toThrow(
      /^b: expected a value/,
    );
    expect(() => decode(choice, "<a>1</a><b>1</b>")).toThrow(/unexpected/);
    expect(() => decode(choice, "")).toThrow(/expected <a> or <b>/);
  });

  it("tell branches with shared members apart by all that is given", () => {
    const shared = sequence([
      {
        group: "choice",
        particles: [
          { group: "sequence", particles: [int("a"), int("b")] },
          { group: "sequence", particles: [int("c"), int("a")] },
        ],
      },
    ]);
    expectRoundTrip(shared, { a: 1, b: 2 });
    expect(expectRoundTrip(shared, { a: 1, c: 2 })).toContain(
      "<c>2</c><a>1</a>",
    );
  });

  it("keep the order of repeated choices", () => {
    const repeated = sequence([
      {
        group: "choice",
        min: 0,
        max: Infinity,
        particles: [int("a"), int("b")],
      },
    ]);
    const value = { $choice: [{ b: 1 }, { a: 2 }, { b: 3 }] };
    expectRoundTrip(repeated, value);
    expectRoundTrip(repeated, {});
    expect(() =>
      encodeDocument(repeated, { $choice: [{ a: 1, b: 2 }] }),
    ).toThrow(/\$choice\[0\]: expected only one/);
    expect(() => encodeDocument(repeated, { $choice: [{ x: 1 }] })).toThrow(
      /\$choice\[0\]\.x/,
    );
  });

  it("nest", () => {
    const nested = sequence([
      {
        group: "sequence",
        property: "rows",
        max: Infinity,
        particles: [
          int("k"),
          {
            group: "choice",
            min: 0,
            particles: [int("x"), int("y", { max: 2 })],
          },
        ],
      },
    ]);
    expectRoundTrip(nested, {
      rows: [{ k: 1 }, { k: 2, x: 1 }, { k: 3, y: [1, 2] }],
    });
  });

  it("write all groups in the order of the properties", () => {
    const all = sequence([
      { group: "all", particles: [int("a"), int("b", { min: 0 }), int("c")] },
    ]);
    expect(decode(all, "<c>3</c><a>1</a>")).toEqual({ a: 1, c: 3 });
    expect(encodeDocument(all, { c: 3, a: 1 })).toContain("<c>3</c><a>1</a>");
    expect(() => decode(all, "<a>1</a><a>1</a><c>1</c>")).toThrow(
      /unexpected|expected/,
    );
    expect(() => decode(all, "<a>1</a>")).toThrow(/expected <c>/);
    expect(() => encodeDocument(all, { a: 1 })).toThrow(/^c: expected a value/);
  });
});

describe("attributes and simple content", () => {
  const priced = element({
    kind: "complex",
    namespace: ns,
    text: () => xsd.decimal,
    attributes: () => [
      { attribute: "currency", type: xsd.token, required: true },
      { attribute: "v", type: xsd.string, fixed: "1" },
      { attribute: "q", namespace: "urn:q", type: xsd.QName },
    ],
    anyAttribute: { not: ns },
  });

  it("are properties beside $value", () => {
    const value = {
      currency: "EUR",
      q: { namespace: "urn:z", local: "n" },
      $attributes: { "{urn:o}extra": "x" },
      $value: "1.10",
    };
    expectRoundTrip(priced, value);
  });

  it.each([
    ["1.1", "", "attribute currency is missing"],
    ["1.1", 'currency="E" v="2"', '"1"'],
    ["x", 'currency="E"', "decimal"],
    ["1.1", 'currency="E" other="2"', "unexpected attribute other"],
  ])("refuse %s %s", (text, attributes, message) => {
    expect(() => decode(priced, text, attributes)).toThrow(message);
  });

  it("escape what attributes and text would change", () => {
    const type = element({
      kind: "complex",
      namespace: ns,
      text: () => xsd.string,
      attributes: () => [{ attribute: "a", type: xsd.string }],
    });
    expectRoundTrip(type, {
      a: "\t\n\r\"'<>&\u00A0😀",
      $value: " \r\n\t<![CDATA[]]>&amp; 😀 ",
    });
    for (const text of ["\u0000", "\u0001", "\uD800", "a\uFFFE"]) {
      expect(() => encodeDocument(type, { $value: text })).toThrow(
        /XML allows/,
      );
    }
  });

  it("keep hostile property names as data", () => {
    const open = sequence(
      [int("__proto__", { min: 0 }), int("constructor", { min: 0 })],
      {
        anyAttribute: "any",
      },
    );
    const value = decode(open, "<__proto__>1</__proto__>", '__proto__="p"');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(Object(value))).toEqual(["$attributes", "__proto__"]);
    expect(encodeDocument(open, value)).toContain("<__proto__>1</__proto__>");
    expect(encodeDocument(open, {})).toBe('<r xmlns="urn:t"/>');
  });
});

function restricted(
  facets: object,
  base: SimpleTypeDescriptor,
): ElementDescriptor {
  return element({ kind: "restriction", base, ...facets });
}

describe("simple types", () => {
  it.each([
    [{ enumeration: ["A", "B"] }, xsd.string, "A", "C"],
    [{ enumeration: ["1.0"] }, xsd.decimal, "1.00", "2"],
    [{ enumeration: ["1"] }, xsd.int, 1, 2],
    [{ patterns: [["[A-Z]+", "\\d"], [".."]] }, xsd.string, "AB", "ABC"],
    [{ length: 2 }, xsd.string, "😀a", "abc"],
    [
      { minLength: 1, maxLength: 2 },
      xsd.hexBinary,
      new Uint8Array(2),
      new Uint8Array(3),
    ],
    [{ minInclusive: "0", maxExclusive: "10" }, xsd.int, 0, 10],
    [
      { maxInclusive: "9007199254740993" },
      xsd.long,
      9007199254740993n,
      9007199254740994n,
    ],
    [{ minExclusive: "2024-01-01" }, xsd.date, "2024-01-02", "2024-01-01"],
    [{ totalDigits: 3, fractionDigits: 1 }, xsd.decimal, "12.30", "12.34"],
    [{ totalDigits: 3 }, xsd.integer, 123n, 1234n],
  ])("check %j", (facets, base, good, bad) => {
    const descriptor = restricted(facets, base);
    expectRoundTrip(descriptor, good);
    expect(errorOf(() => encodeDocument(descriptor, bad))["kind"]).toBe(
      "encode",
    );
    const free = encodeDocument(element(base), bad);
    expect(errorOf(() => decodeDocument(descriptor, free))["kind"]).toBe(
      "decode",
    );
  });

  it("read lists, and unions by the first member that fits", () => {
    const union: SimpleTypeDescriptor = {
      kind: "union",
      members: () => [
        xsd.int,
        xsd.boolean,
        { kind: "restriction", base: xsd.string, enumeration: ["x"] },
      ],
    };
    const list = element({ kind: "list", item: union });
    expect(decode(list, " 1 true\n x ")).toEqual([1, true, "x"]);
    expectRoundTrip(list, [1, false, "x"]);
    expectRoundTrip(list, []);
    expect(() => encodeDocument(list, ["y"])).toThrow(/one of "x"/);
    expect(() => encodeDocument(element(xsd.NMTOKENS), [])).toThrow(/length/);
  });

  it("handle white space as the type says", () => {
    expect(decode(element(xsd.int), " 5\n")).toBe(5);
    expect(decode(element(xsd.token), " a  b ")).toBe("a b");
    expect(decode(element(xsd.normalizedString), "a\tb")).toBe("a b");
    expect(decode(element(xsd.string), " a\t")).toBe(" a\t");
  });

  it("take default and fixed values for empty elements", () => {
    const withDefault = sequence([
      { element: "a", type: xsd.int, default: "7", min: 0 },
      { element: "b", type: xsd.string, fixed: "F" },
    ]);
    expect(decode(withDefault, "<a/><b/>")).toEqual({ a: 7, b: "F" });
    expect(() => decode(withDefault, "<b>G</b>")).toThrow('"F"');
    expect(encodeDocument(withDefault, {})).toContain("<b>F</b>");
    expect(() => encodeDocument(withDefault, { b: "G" })).toThrow('"F"');
  });

  it("declare prefixes for qualified names", () => {
    const value = { namespace: "urn:z", local: "n" };
    expectRoundTrip(element(xsd.QName), value);
    expectRoundTrip(element(xsd.QName), { namespace: "", local: "n" });
    const members = sequence([{ element: "q", type: xsd.QName, max: 3 }]);
    expectRoundTrip(members, {
      q: [value, { namespace: "", local: "n" }, { namespace: ns, local: "m" }],
    });
  });
});
