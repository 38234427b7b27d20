import { describe, expect, it } from "vitest";
import type { ComplexTypeDescriptor } from "../../../../src/runtime/descriptor.js";
import {
  decodeDocument,
  encodeDocument,
} from "../../../../src/runtime/codec/document.js";
import { lenient } from "../../../../src/runtime/codec/tolerant.js";
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

describe("prefixes of qualified names", () => {
  it("go out as they came, and are no part of the value", () => {
    const names = sequence([{ element: "q", type: xsd.QName, max: 5 }]);
    const inner =
      '<q xmlns:b="urn:b">b:x</q><q xmlns:b="urn:c">b:y</q><q xmlns:ns1="urn:d">ns1:z</q><q xmlns:b="urn:b">b:x</q>';
    const value = decode(names, inner);
    expect(value).toEqual({
      q: [
        { namespace: "urn:b", local: "x" },
        { namespace: "urn:c", local: "y" },
        { namespace: "urn:d", local: "z" },
        { namespace: "urn:b", local: "x" },
      ],
    });
    const xml = encodeDocument(names, value);
    expect(xml.match(/<q>[^<]*/g)).toEqual([
      "<q>b:x",
      "<q>ns1:y",
      "<q>ns2:z",
      "<q>b:x",
    ]);
    expect(decodeDocument(names, xml)).toEqual(value);
  });
});

describe("derived types, substitution and wildcards", () => {
  const base: ComplexTypeDescriptor = {
    kind: "complex",
    name: "Base",
    namespace: ns,
    abstract: true,
    members: () => [int("n")],
    derived: () => [dog, puppy],
  };
  const dog: ComplexTypeDescriptor = {
    kind: "complex",
    name: "Dog",
    namespace: ns,
    base: () => base,
    members: () => [int("bark")],
    derived: () => [puppy],
  };
  const puppy: ComplexTypeDescriptor = {
    kind: "complex",
    name: "Puppy",
    namespace: "urn:p",
    tag: "p:Puppy",
    base: () => dog,
    attributes: () => [{ attribute: "age", type: xsd.int }],
  };
  const pets = sequence([{ element: "pet", type: base, max: Infinity }]);

  it("write xsi:type for $type and read it back", () => {
    const xml = expectRoundTrip(pets, {
      pet: [
        { $type: "Dog", n: 1, bark: 2 },
        { $type: "p:Puppy", n: 1, bark: 2, age: 3 },
      ],
    });
    expect(xml).toMatch(/xsi:type="ns\d:Dog"/);
  });

  it("refuse abstract and unknown types with those that fit", () => {
    expect(() => encodeDocument(pets, { pet: [{ n: 1 }] })).toThrow(
      /pet\[0\]: expected \$type: one of Dog, p:Puppy/,
    );
    expect(() =>
      encodeDocument(pets, { pet: [{ $type: "Cat", n: 1 }] }),
    ).toThrow(/pet\[0\]\.\$type: expected one of/);
    expect(() => decode(pets, "<pet><n>1</n></pet>")).toThrow(/abstract/);
    const unknown = '<pet xsi:type="Cat"><n>1</n></pet>';
    expect(errorOf(() => decode(pets, unknown))).toMatchObject({
      path: "/r/pet",
      received: "{urn:t}Cat",
    });
    expect(() => decode(pets, '<pet xsi:type="z:Cat"/>')).toThrow(/undeclared/);
  });

  it("name the element on the wire for substitution groups", () => {
    const head = sequence([
      {
        element: "shape",
        type: xsd.anyType,
        max: Infinity,
        substitutes: () => [
          { element: "circle", type: xsd.int },
          { element: "square", namespace: "urn:s", type: xsd.string },
        ],
      },
    ]);
    expectRoundTrip(head, {
      shape: [{ circle: 1 }, { square: "x" }, { circle: 2 }],
    });
    expect(() => encodeDocument(head, { shape: [{ shape: 1 }] })).toThrow(
      /shape\[0\]: expected an object with one of circle, square/,
    );
    expect(() => decode(head, "<shape/>")).toThrow(/expected <shape>/);
  });

  it("keep wildcard matches as trees that encode unchanged", () => {
    const open = sequence([
      int("a"),
      { any: { not: ns }, min: 0, max: Infinity, process: "lax" },
    ]);
    const inner =
      '<a>1</a><x:y xmlns:x="urn:x" xmlns:q="urn:q" t="q:name" x:u="1">text<z xmlns=""> q:b </z></x:y>';
    const value = decode(open, inner);
    expect(value).toMatchObject({ a: 1, $any: [{ name: "{urn:x}y" }] });
    expectRoundTrip(open, value);
    expect(() => decode(open, "<a>1</a><b/>")).toThrow(
      /unexpected element <b>/,
    );
    expect(() =>
      encodeDocument(open, { a: 1, $any: [{ name: "{urn:t}b" }] }),
    ).toThrow(/admitted/);
    expect(() =>
      encodeDocument(open, { a: 1, $any: [{ name: "{urn:x}b c" }] }),
    ).toThrow(/XML name/);
  });

  it("read anyType by xsi:type where the type is known", () => {
    const any = sequence([
      {
        element: "v",
        type: { kind: "any", types: () => [dog, xsd.int] },
        max: Infinity,
      },
    ]);
    const value = {
      v: [
        { $type: "Dog", n: 1, bark: 2 },
        { $type: "int", $value: 5 },
        { name: "{urn:t}v", children: ["text"] },
      ],
    };
    expectRoundTrip(any, value);
  });
});

describe("mixed content", () => {
  const mixed = sequence(
    [int("b", { min: 0, max: Infinity }), { any: { not: ns }, min: 0 }],
    { mixed: true, attributes: () => [{ attribute: "id", type: xsd.string }] },
  );

  it("keeps text and elements in order", () => {
    const value = decode(
      mixed,
      "one <b>1</b> two<b>2</b><x:y xmlns:x='urn:x'/> end ",
      'id="i"',
    );
    expect(value).toEqual({
      id: "i",
      $content: [
        "one ",
        { b: 1 },
        " two",
        { b: 2 },
        { name: "{urn:x}y", children: [] },
        " end ",
      ],
    });
    expectRoundTrip(mixed, value);
  });

  it("refuses elements out of the schema's order", () => {
    const value = { $content: [{ name: "{urn:x}y", children: [] }, { b: 1 }] };
    expect(() => encodeDocument(mixed, value)).toThrow(/no further element/);
    expect(() => encodeDocument(mixed, { $content: [{ c: 1 }] })).toThrow(
      /XML element/,
    );
  });
});

describe("limits on values", () => {
  const node: ComplexTypeDescriptor = {
    kind: "complex",
    namespace: ns,
    members: () => [{ element: "node", type: () => node, min: 0 }],
  };

  it("refuse an object that contains itself", () => {
    const loop: Record<string, unknown> = {};
    loop["node"] = loop;
    expect(() => encodeDocument(element(node), loop)).toThrow(
      /inside each other/,
    );
  });

  it("ignore what is inherited", () => {
    const value: unknown = Object.create({ node: {} });
    expect(encodeDocument(element(node), value)).toBe('<r xmlns="urn:t"/>');
  });
});

describe("types concluded from samples", () => {
  const assumed = sequence(
    [
      int("a"),
      int("b", { max: Infinity }),
      { group: "choice", particles: [int("c"), int("d")] },
    ],
    { assumed: true },
  );

  it("tolerate order, absent and unknown members, and report them", () => {
    const reports: string[] = [];
    const xml = `<r xmlns="${ns}" x="1"><b>1</b><new><z/></new><a>2</a><b>3</b></r>`;
    const value = decodeDocument(assumed, xml, {
      onTolerated: ({ rule, path }) => reports.push(`${rule} ${path}`),
    });
    expect(value).toEqual({ a: 2, b: [1, 3] });
    expect(reports).toEqual([
      "unknown-attributes /r",
      "unknown-elements /r",
      "order /r",
      "missing /r",
    ]);
  });

  it("refuse a second value where there is room for one", () => {
    const xml = `<r xmlns="${ns}"><a>1</a><a>2</a></r>`;
    expect(() => decodeDocument(assumed, xml)).toThrow(/more than once/);
    const value = decodeDocument(assumed, xml, {
      lenient: lenient("repeated"),
    });
    expect(value).toEqual({ a: 1 });
  });

  it("are as strict as others about values", () => {
    expect(() => decode(assumed, "<a>x</a>")).toThrow(/int/);
  });
});

describe("lenient rules", () => {
  const strict = sequence([int("a"), int("b")]);

  it.each([
    ["unknown-elements", "<a>1</a><x/><b>2</b>"],
    ["order", "<b>2</b><a>1</a>"],
    ["namespaces", '<a xmlns="">1</a><b>2</b>'],
  ] as const)("overlook %s and nothing else", (rule, inner) => {
    const xml = `<r xmlns="${ns}">${inner}</r>`;
    expect(() => decodeDocument(strict, xml)).toThrow();
    expect(decodeDocument(strict, xml, { lenient: lenient(rule) })).toEqual({
      a: 1,
      b: 2,
    });
    expect(() =>
      decodeDocument(strict, xml, { lenient: lenient("nil") }),
    ).toThrow();
  });

  it.each([
    ["INF", Infinity],
    ["inf", Infinity],
    ["+Infinity", Infinity],
    ["-INF", -Infinity],
    ["-inf", -Infinity],
    ["NAN", Number.NaN],
    ["nan", Number.NaN],
  ])("read %s as a number", (text, number) => {
    const doubles = element({ kind: "list", item: xsd.double });
    const xml = `<r xmlns="${ns}">1 ${text}</r>`;
    const found: string[] = [];
    const value = decodeDocument(doubles, xml, {
      lenient: lenient("numbers"),
      onTolerated: ({ rule, path }) => found.push(`${rule} ${path}`),
    });
    expect(value).toEqual([1, number]);
    if (text === "INF" || text === "-INF") {
      expect(found).toEqual([]);
    } else {
      expect(found).toEqual(["numbers /r"]);
      expect(() => decodeDocument(doubles, xml)).toThrow(/a number/);
    }
  });

  it("read no other text as a number", () => {
    for (const text of ["infinit", "1,5", "", "--inf", "0x1"]) {
      const xml = `<r xmlns="${ns}">${text}</r>`;
      const options = { lenient: lenient("numbers") };
      expect(() => decodeDocument(element(xsd.float), xml, options)).toThrow();
    }
    const xml = `<r xmlns="${ns}">inf</r>`;
    expect(() =>
      decodeDocument(element(xsd.int), xml, { lenient: lenient("numbers") }),
    ).toThrow(/int/);
  });

  it("skip facets", () => {
    const small = element({
      kind: "restriction",
      base: xsd.int,
      maxInclusive: "5",
    });
    const xml = `<r xmlns="${ns}">6</r>`;
    expect(decodeDocument(small, xml, { lenient: lenient("facets") })).toBe(6);
  });
});
