import { describe, expect, it } from "vitest";
import { checkValues } from "../../../src/check/index.js";
import { createSink, type Diagnostic } from "../../../src/diagnostics/index.js";
import { link } from "../read/schema-fixture.js";

function check(body: string): readonly Diagnostic[] {
  const linked = link(body);
  expect(linked.codes).toEqual([]);
  const sink = createSink();
  checkValues(linked.set, sink);
  return sink.diagnostics;
}

function restriction(base: string, facets: string): string {
  return `<xs:simpleType name="R"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
}

const min = (value: string): string => `<xs:minInclusive value="${value}"/>`;
const max = (value: string): string => `<xs:maxInclusive value="${value}"/>`;
const values = (...all: readonly string[]): string =>
  all.map((value) => `<xs:enumeration value="${value}"/>`).join("");

describe("a facet that means nothing", () => {
  it.each([
    ["a bound that is no number", "xs:int", min("abc"), "whole number"],
    ["a bound outside the base", "xs:byte", max("300"), "base type"],
    [
      "bounds the wrong way round",
      "xs:int",
      min("2") + max("1"),
      "minInclusive",
    ],
    [
      "bounds that leave nothing between",
      "xs:decimal",
      '<xs:minExclusive value="1.0"/><xs:maxExclusive value="1"/>',
      "minExclusive",
    ],
    [
      "dates the wrong way round",
      "xs:date",
      min("2020-02-01") + max("2020-01-01"),
      "minInclusive",
    ],
    [
      "lengths the wrong way round",
      "xs:string",
      '<xs:minLength value="3"/><xs:maxLength value="2"/>',
      "minLength",
    ],
    [
      "a length below the least",
      "xs:string",
      '<xs:length value="1"/><xs:minLength value="2"/>',
      "minLength",
    ],
    [
      "a length that is no count",
      "xs:string",
      '<xs:maxLength value="-1"/>',
      "whole number from 0",
    ],
    [
      "more decimal places than digits",
      "xs:decimal",
      '<xs:totalDigits value="2"/><xs:fractionDigits value="3"/>',
      "fractionDigits",
    ],
    ["a bound of what has no order", "xs:string", min("a"), "no order"],
    [
      "white space of no known kind",
      "xs:string",
      '<xs:whiteSpace value="trim"/>',
      "collapse",
    ],
    [
      "an enumeration of other values",
      "xs:int",
      values("1", "two"),
      "base type",
    ],
  ])("%s is a warning", (_what, base, facets, reason) => {
    const found = check(restriction(base, facets));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ["xsd/invalid-facet", "warning"],
    ]);
    expect(found[0]?.message).toContain(reason);
    expect(found[0]?.span?.line).toBe(1);
  });

  it("may stand against a base of the schema", () => {
    const base = restriction("xs:string", values("a", "b"));
    const narrowed = restriction("t:R", values("a", "c")).replace('"R"', '"S"');
    expect(check(base + narrowed)).toMatchObject([
      { code: "xsd/invalid-facet", parameters: { value: "c" } },
    ]);
  });

  it("is found in types in place, also deep ones", () => {
    const inner = restriction("xs:int", min("x")).replace(' name="R"', "");
    const deep = `<xs:complexType name="T"><xs:sequence><xs:choice><xs:element name="a"><xs:complexType><xs:attribute name="b">${inner}</xs:attribute></xs:complexType></xs:element></xs:choice></xs:sequence></xs:complexType>`;
    expect(check(deep)).toMatchObject([{ code: "xsd/invalid-facet" }]);
  });
});

describe("a default or fixed value", () => {
  it.each([
    '<xs:element name="a" type="xs:int" default="abc"/>',
    '<xs:element name="a" type="xs:boolean" fixed="yes"/>',
    `${restriction("xs:string", values("x", "y"))}<xs:element name="a" type="t:R" default="z"/>`,
    `${restriction("xs:string", '<xs:pattern value="[0-9]+"/>')}<xs:element name="a" type="t:R" default="z"/>`,
    '<xs:complexType name="T"><xs:attribute name="a" type="xs:date" default="today"/></xs:complexType>',
    '<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:byte" default="1000"/></xs:sequence></xs:complexType>',
    '<xs:element name="a" default="x"><xs:complexType><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType></xs:element>',
    '<xs:attribute name="g" type="xs:int"/><xs:complexType name="T"><xs:attribute ref="t:g" fixed="x"/></xs:complexType>',
    '<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType><xs:element name="a" type="t:L" default="1 b"/>',
    '<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:boolean"/></xs:simpleType><xs:element name="a" type="t:U" default="maybe"/>',
  ])("that its type refuses is a warning: %s", (body) => {
    const found = check(body);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ["xsd/invalid-default", "warning"],
    ]);
    expect(found[0]?.message).toContain("expected");
  });
});

it.each([
  restriction("xs:int", min("1") + max("1")),
  restriction("xs:double", min("-INF") + max("INF")),
  restriction(
    "xs:dateTime",
    min("2020-01-01T00:00:00") + max("2020-01-01T00:00:00Z"),
  ),
  restriction("xs:duration", min("P1M") + max("P30D")),
  restriction("xs:QName", values("t:a", "x:b")),
  restriction("xs:string", '<xs:length value="2"/><xs:minLength value="1"/>'),
  restriction("xs:NMTOKENS", '<xs:minLength value="1"/>'),
  restriction(
    "xs:decimal",
    '<xs:totalDigits value="3"/><xs:fractionDigits value="3"/>',
  ),
  '<xs:element name="a" type="xs:int" default=" 5 "/>',
  '<xs:element name="a" type="xs:string" default=""/>',
  '<xs:element name="a" type="xs:QName" default="t:x"/>',
  '<xs:element name="a" default="anything"/>',
  '<xs:element name="a" default="text"><xs:complexType mixed="true"/></xs:element>',
  '<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType><xs:element name="a" type="t:U" default="maybe"/>',
])("values that make sense raise nothing: %s", (body) => {
  expect(check(body)).toEqual([]);
});
