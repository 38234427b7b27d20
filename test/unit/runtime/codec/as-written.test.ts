import { describe, expect, it } from "vitest";
import {
  decodeDocument,
  encodeDocument,
} from "../../../../src/runtime/codec/document.js";
import type {
  ElementDescriptor,
  SimpleTypeDescriptor,
} from "../../../../src/runtime/descriptor.js";
import * as xsd from "../../../../src/runtime/xsd.js";
import { decode, element, errorOf, ns, sequence } from "./codec-fixture.js";

/** What comes out for what went in, prefixes aside. */
function again(descriptor: ElementDescriptor, inner: string): string {
  return encodeDocument(descriptor, decode(descriptor, inner));
}

const state: ElementDescriptor = sequence([
  { element: "n", type: xsd.int, default: "12", max: Infinity },
]);

describe("empty elements that stand for a default", () => {
  it("have its value, and go out empty", () => {
    const value = decode(state, "<n/><n>12</n><n></n>");
    expect(value).toEqual({ n: [12, 12, 12] });
    expect(encodeDocument(state, value)).toContain("<n/><n>12</n><n/>");
  });

  it("go out with their value once it is another object's", () => {
    const { n } = decode(state, "<n/>") as { n: number[] };
    expect(encodeDocument(state, { n: [...n] })).toContain("<n>12</n>");
  });

  it("are not mistaken for what took their place", () => {
    const value = decode(state, "<n/>") as { n: number[] };
    value.n[0] = 7;
    expect(encodeDocument(state, value)).toContain("<n>7</n>");
  });

  it("are of no weight to comparisons", () => {
    expect(decode(state, "<n/>")).toEqual({ n: [12] });
    expect(JSON.stringify(decode(state, "<n/>"))).toBe('{"n":[12]}');
  });
});

describe("nil elements", () => {
  const item = {
    kind: "complex",
    namespace: ns,
    attributes: () => [{ attribute: "row", type: xsd.string }],
  } as const;
  const nillable = sequence([
    { element: "t", type: item, nillable: true, max: Infinity },
  ]);

  it("keep their attributes", () => {
    const xml = again(nillable, '<t xsi:nil="true" row="1"/><t row="2"/>');
    expect(xml).toContain('<t xsi:nil="true" row="1"/><t row="2"/>');
  });

  it("may say that they are not nil, where they may be", () => {
    const text = sequence([
      { element: "t", type: xsd.string, nillable: true },
      { element: "u", type: xsd.string },
    ]);
    const xml = again(text, '<t xsi:nil="false">a</t><u>b</u>');
    expect(xml).toContain('<t xsi:nil="false">a</t>');
    const refused = '<t>a</t><u xsi:nil="false">b</u>';
    expect(errorOf(() => decode(text, refused))).toMatchObject({
      path: "/r/u",
      received: "xsi:nil",
    });
    expect(
      errorOf(() => decode(text, '<t xsi:nil="no"/><u>b</u>')),
    ).toMatchObject({ path: "/r/t", expected: "true, false, 1 or 0" });
  });
});

describe("xsi:type of a text", () => {
  it("is kept beside the value", () => {
    const any = sequence([{ element: "v", type: xsd.anySimpleType }]);
    const xsdNamespace = 'xmlns:x="http://www.w3.org/2001/XMLSchema"';
    const xml = again(any, `<v ${xsdNamespace} xsi:type="x:int">5</v>`);
    expect(xml).toContain('xsi:type="xsd:int">5</v>');
    expect(decode(any, "<v>5</v>")).toEqual({ v: "5" });
  });

  it("is kept in mixed content and substitution groups", () => {
    const v: ElementDescriptor = { element: "v", type: xsd.string };
    const mixed = sequence([v], { mixed: true });
    const substituted = sequence([{ ...v, substitutes: () => [v] }]);
    const inner = '<v xmlns:t="urn:t" xsi:type="t:name">a</v>';
    expect(again(mixed, inner)).toMatch(/<v xsi:type="(\w+:)?name">a<\/v>/);
    expect(again(substituted, inner)).toMatch(/xsi:type="(\w+:)?name">a/);
  });
});

describe("lists", () => {
  const list = (item: SimpleTypeDescriptor): ElementDescriptor =>
    element({ kind: "list", item });
  const read = (descriptor: ElementDescriptor, text: string): unknown =>
    decodeDocument(descriptor, `<r xmlns="${ns}">${text}</r>`);

  it.each([
    ["numbers", xsd.double, "1.50E2 007 -0 INF"],
    ["truth", xsd.boolean, "1 true 0 false"],
    ["unbounded integers", xsd.integer, "+1 -0009 12345678901234567890"],
    ["bytes", xsd.hexBinary, "ab CD"],
  ])("of %s keep the texts of their items", (_name, item, text) => {
    const descriptor = list(item);
    expect(again(descriptor, text)).toContain(`>${text}</r>`);
  });

  it("are written from their items once these are others", () => {
    const descriptor = list(xsd.double);
    const items = read(descriptor, "1.0 2.0") as number[];
    expect(items).toEqual([1, 2]);
    items[1] = 3;
    expect(encodeDocument(descriptor, items)).toContain(">1 3</r>");
  });

  it("satisfy patterns about texts with what was read", () => {
    const padded = element({
      kind: "restriction",
      base: { kind: "list", item: xsd.boolean },
      patterns: [["1 true 0"]],
    });
    expect(again(padded, "1 true 0")).toContain(">1 true 0</r>");
  });

  it("are equal to a fixed one by value", () => {
    const fixed: ElementDescriptor = { ...list(xsd.int), fixed: "1 02" };
    expect(read(fixed, "01 2")).toEqual([1, 2]);
    expect(encodeDocument(fixed, [1, 2])).toContain(">1 2</r>");
    expect(errorOf(() => encodeDocument(fixed, [1, 3]))).toMatchObject({
      expected: '"1 02"',
    });
  });
});
