import type { Construct } from "../construct.js";
import { element, restricted, sequence, t, values } from "./shorthand.js";

/** A Root with one element `v` of a type named V. */
function ofV(type: string): string {
  return `${type}${sequence(element("v", "t:V"))}`;
}

function facet(
  facets: string,
  {
    base,
    good,
    bad,
    admitted = "",
    refusedByType = "{ v: {} }",
  }: {
    base: string;
    good: readonly [unknown, string];
    bad: readonly [unknown, string][];
    admitted?: string;
    refusedByType?: string;
  },
): Pick<
  Construct,
  "schema" | "value" | "xml" | "rejects" | "refused" | "unsendable" | "accepts"
> {
  return {
    schema: ofV(restricted("V", base, facets)),
    value: { v: good[0] },
    xml: `<Root ${t}><v>${good[1]}</v></Root>`,
    accepts: admitted === "" ? [] : [admitted],
    rejects: [refusedByType],
    refused: bad.map(([, text]) => `<Root ${t}><v>${text}</v></Root>`),
    unsendable: bad.map(([value]) => ({ v: value })),
  };
}

/** Simple types: facets, lists, unions, enumerations of every kind (part 2 §4). */
export const simpleValues: readonly Construct[] = [
  {
    shows: "length holds",
    ...facet('<xs:length value="3"/>', {
      base: "xs:string",
      good: ["abc", "abc"],
      bad: [
        ["ab", "ab"],
        ["abcd", "abcd"],
      ],
    }),
  },
  {
    shows: "minLength and maxLength hold",
    ...facet('<xs:minLength value="2"/><xs:maxLength value="3"/>', {
      base: "xs:string",
      good: ["abc", "abc"],
      bad: [
        ["a", "a"],
        ["abcd", "abcd"],
      ],
    }),
  },
  {
    shows: "length counts characters, not code units",
    ...facet('<xs:length value="2"/>', {
      base: "xs:string",
      good: ["𝔸b", "𝔸b"],
      bad: [["abc", "abc"]],
    }),
  },
  {
    shows: "length of binary counts bytes",
    ...facet('<xs:maxLength value="2"/>', {
      base: "xs:hexBinary",
      good: [new Uint8Array([1, 2]), "0102"],
      bad: [[new Uint8Array(3), "000000"]],
      refusedByType: '{ v: "0102" }',
    }),
  },
  {
    shows: "inclusive bounds hold",
    ...facet('<xs:minInclusive value="1"/><xs:maxInclusive value="10"/>', {
      base: "xs:int",
      good: [10, "10"],
      bad: [
        [0, "0"],
        [11, "11"],
      ],
    }),
  },
  {
    shows: "exclusive bounds hold",
    ...facet('<xs:minExclusive value="0"/><xs:maxExclusive value="1"/>', {
      base: "xs:decimal",
      good: ["0.999999999999999999999", "0.999999999999999999999"],
      bad: [
        ["0", "0"],
        ["1.0", "1.0"],
      ],
    }),
  },
  {
    shows: "bounds of dates compare instants",
    ...facet('<xs:minInclusive value="2020-01-01T00:00:00Z"/>', {
      base: "xs:dateTime",
      good: ["2020-01-01T01:00:00+01:00", "2020-01-01T01:00:00+01:00"],
      bad: [["2020-01-01T00:30:00+01:00", "2020-01-01T00:30:00+01:00"]],
    }),
  },
  {
    shows: "totalDigits and fractionDigits hold",
    ...facet('<xs:totalDigits value="4"/><xs:fractionDigits value="2"/>', {
      base: "xs:decimal",
      good: ["12.34", "12.34"],
      bad: [
        ["123.45", "123.45"],
        ["1.234", "1.234"],
      ],
    }),
  },
  {
    shows: "a pattern holds",
    ...facet('<xs:pattern value="[A-Z]{2}\\d+"/>', {
      base: "xs:string",
      good: ["AB1", "AB1"],
      bad: [
        ["A1", "A1"],
        ["xAB1", "xAB1"],
      ],
    }),
  },
  {
    shows: "patterns of one step are alternatives",
    ...facet('<xs:pattern value="\\d+"/><xs:pattern value="x"/>', {
      base: "xs:token",
      good: ["x", "x"],
      bad: [["y", "y"]],
    }),
  },
  {
    shows: "patterns with subtraction, blocks and name classes hold",
    ...facet(
      '<xs:pattern value="[\\p{IsBasicLatin}-[aeiou]]\\i\\c*[^\\P{L}]"/>',
      {
        base: "xs:token",
        good: ["b_-é", "b_-é"],
        bad: [
          ["a_x", "a_x"],
          ["b-x", "b-x"],
        ],
      },
    ),
  },
  {
    shows: "patterns of several steps hold together",
    ...facet("", {
      base: "xs:string",
      good: ["a1", "a1"],
      bad: [
        ["a", "a"],
        ["1", "1"],
      ],
    }),
    schema: ofV(
      `${restricted("W", "xs:string", '<xs:pattern value="[^a]*a.*"/>')}${restricted("V", "t:W", '<xs:pattern value="[^1]*1.*"/>')}`,
    ),
  },
  {
    shows: "whiteSpace is handled before facets",
    ...facet('<xs:whiteSpace value="collapse"/><xs:length value="3"/>', {
      base: "xs:string",
      good: ["a b", "a b"],
      bad: [["abcd", "abcd"]],
    }),
    sameAs: [`<Root ${t}><v>  a \n b </v></Root>`],
  },
  {
    shows: "facets of a base hold for what restricts it",
    ...facet("", {
      base: "xs:string",
      good: [7, "7"],
      bad: [
        [4, "4"],
        [11, "11"],
      ],
    }),
    schema: ofV(
      `${restricted("W", "xs:int", '<xs:maxInclusive value="10"/>')}${restricted("V", "t:W", '<xs:minInclusive value="5"/>')}`,
    ),
  },
  {
    shows: "an enumeration of numbers is a union of numbers",
    schema: ofV(restricted("V", "xs:int", values("1", "2", "+3"))),
    value: { v: 3 },
    xml: `<Root ${t}><v>3</v></Root>`,
    accepts: ["{ v: 1 }"],
    rejects: ["{ v: 4 }", '{ v: "1" }'],
    refused: [`<Root ${t}><v>4</v></Root>`],
  },
  {
    shows: "an enumeration of big integers is a union of these",
    schema: ofV(restricted("V", "xs:long", values("1", "9007199254740993"))),
    value: { v: 9007199254740993n },
    xml: `<Root ${t}><v>9007199254740993</v></Root>`,
    rejects: ["{ v: 2n }", "{ v: 1 }"],
  },
  {
    shows: "an enumeration that narrows another has only its own values",
    schema: ofV(
      `${restricted("W", "xs:NMTOKEN", values("a", "b", "c"))}${restricted("V", "t:W", values("a", "b"))}`,
    ),
    value: { v: "a" },
    xml: `<Root ${t}><v>a</v></Root>`,
    rejects: ['{ v: "c" }'],
    refused: [`<Root ${t}><v>c</v></Root>`],
  },
  {
    shows: "a type that narrows an enumeration by a pattern keeps its literals",
    schema: ofV(
      `${restricted("W", "xs:string", values("ax", "bx", "cy"))}${restricted("V", "t:W", '<xs:pattern value=".x"/>')}`,
    ),
    value: { v: "ax" },
    xml: `<Root ${t}><v>ax</v></Root>`,
    rejects: ['{ v: "other" }'],
    refused: [`<Root ${t}><v>cy</v></Root>`],
  },
  {
    shows: "enumerated values may be empty, blank, quoted or hostile",
    schema: ofV(
      restricted(
        "V",
        "xs:string",
        values(
          "",
          " ",
          "it&apos;s",
          "&quot;q&quot;",
          "back\\slash",
          "&#10;",
          "${x}",
          "*/",
          "__proto__",
        ),
      ),
    ),
    value: { v: "__proto__" },
    xml: `<Root ${t}><v>__proto__</v></Root>`,
    accepts: [
      '{ v: "" }',
      '{ v: " " }',
      `{ v: "it's" }`,
      `{ v: '"q"' }`,
      '{ v: "back\\\\slash" }',
      '{ v: "*/" }',
    ],
    rejects: ['{ v: "x" }'],
  },
  {
    shows:
      "an enumeration of numbers in floating point is one of literals, INF left open",
    schema: ofV(restricted("V", "xs:double", values("1.5", "INF"))),
    value: { v: Infinity },
    xml: `<Root ${t}><v>INF</v></Root>`,
    rejects: ['{ v: "INF" }'],
    refused: [`<Root ${t}><v>2</v></Root>`],
  },
  {
    shows: "an enumeration compares values, not spellings",
    schema: ofV(restricted("V", "xs:decimal", values("1.0", "2"))),
    value: { v: "1.0" },
    xml: `<Root ${t}><v>1.0</v></Root>`,
    accepts: ['{ v: "2" }'],
    rejects: ["{ v: 1 }"],
    refused: [`<Root ${t}><v>3</v></Root>`],
  },
  {
    shows: "an enumeration of qualified names is of values",
    schema: ofV(restricted("V", "xs:QName", values("t:a", "t:b"))),
    value: { v: { namespace: "urn:t", local: "a" } },
    xml: `<Root ${t}><v xmlns:ns1="urn:t">ns1:a</v></Root>`,
    sameAs: [`<x:Root xmlns:x="urn:t"><x:v>x:a</x:v></x:Root>`],
    warns: ["plan/no-fixture"],
    rejects: ['{ v: "t:a" }'],
    refused: [`<x:Root xmlns:x="urn:t"><x:v>x:c</x:v></x:Root>`],
  },
  {
    shows: "a list of enumerated items is an array of literals",
    schema: ofV(
      `${restricted("W", "xs:string", values("a", "b"))}<xs:simpleType name="V"><xs:list itemType="t:W"/></xs:simpleType>`,
    ),
    value: { v: ["a", "b", "a"] },
    xml: `<Root ${t}><v>a b a</v></Root>`,
    rejects: ['{ v: ["c"] }', '{ v: "a" }'],
    refused: [`<Root ${t}><v>a c</v></Root>`],
  },
  {
    shows: "facets of a list count its items",
    schema: ofV(
      `<xs:simpleType name="W"><xs:list itemType="xs:int"/></xs:simpleType>${restricted("V", "t:W", '<xs:minLength value="1"/><xs:maxLength value="2"/>')}`,
    ),
    value: { v: [1, 2] },
    xml: `<Root ${t}><v>1 2</v></Root>`,
    rejects: ['{ v: ["1"] }'],
    refused: [`<Root ${t}><v>1 2 3</v></Root>`, `<Root ${t}><v/></Root>`],
    unsendable: [{ v: [] }, { v: [1, 2, 3] }],
  },
  {
    shows: "a list may have an item type in place, and items may be unions",
    schema: ofV(
      `<xs:simpleType name="V"><xs:list><xs:simpleType><xs:union memberTypes="xs:int xs:boolean"/></xs:simpleType></xs:list></xs:simpleType>`,
    ),
    value: { v: [1, true] },
    xml: `<Root ${t}><v>1 true</v></Root>`,
    rejects: ['{ v: ["x"] }', "{ v: 1 }"],
  },
  {
    shows: "an attribute may be a list",
    schema: `<xs:simpleType name="V"><xs:list itemType="xs:NMTOKEN"/></xs:simpleType><xs:element name="Root"><xs:complexType><xs:attribute name="v" type="t:V"/><xs:attribute name="w" type="xs:IDREFS"/></xs:complexType></xs:element>`,
    value: { v: ["a", "b"], w: ["x"] },
    xml: `<Root ${t} v="a b" w="x"/>`,
    rejects: ['{ v: "a b" }'],
  },
  {
    shows: "a union of enumerations is a union of all literals",
    schema: ofV(
      `${restricted("A", "xs:string", values("a"))}${restricted("B", "xs:string", values("b"))}<xs:simpleType name="V"><xs:union memberTypes="t:A t:B"/></xs:simpleType>`,
    ),
    value: { v: "b" },
    xml: `<Root ${t}><v>b</v></Root>`,
    accepts: ['{ v: "a" }'],
    rejects: ['{ v: "c" }'],
    refused: [`<Root ${t}><v>c</v></Root>`],
  },
  {
    shows: "a union may have a list among its members",
    schema: ofV(
      `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType><xs:simpleType name="V"><xs:union memberTypes="xs:boolean t:L"/></xs:simpleType>`,
    ),
    value: { v: [1, 2] },
    xml: `<Root ${t}><v>1 2</v></Root>`,
    accepts: ["{ v: true }"],
    rejects: ['{ v: "x" }'],
  },
  {
    shows: "a restriction of a union by enumeration has literals",
    schema: ofV(
      `<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType>${restricted("V", "t:U", values("1", "auto"))}`,
    ),
    value: { v: "auto" },
    xml: `<Root ${t}><v>auto</v></Root>`,
    accepts: ["{ v: 1 }"],
    rejects: ["{ v: 2 }", '{ v: "other" }'],
    refused: [`<Root ${t}><v>2</v></Root>`],
  },
  {
    shows: "defaults and fixed values of elements",
    schema: sequence(
      `${element("d", "xs:int", 'default="5"')}${element("f", "xs:string", 'fixed="only"')}`,
    ),
    value: { d: 7, f: "only" },
    xml: `<Root ${t}><d>7</d><f>only</f></Root>`,
    rejects: ['{ d: "7", f: "only" }', "{ d: 7 }", '{ d: 7, f: "other" }'],
    refused: [`<Root ${t}><d>7</d><f>other</f></Root>`],
    unsendable: [{ d: 7, f: "other" }],
  },
  {
    shows: "an empty element takes its default",
    schema: sequence(
      `${element("d", "xs:int", 'default="5"')}${element("f", "xs:string", 'fixed="only"')}`,
    ),
    value: { d: 5, f: "only" },
    xml: `<Root ${t}><d>5</d><f>only</f></Root>`,
    sameAs: [`<Root ${t}><d/><f/></Root>`],
    rejects: ["{}"],
  },
  {
    shows: "a fixed number is a literal",
    schema: sequence(
      `${element("f", "xs:int", 'fixed="+7"')}${element("g", "xs:boolean", 'fixed="1" minOccurs="0"')}`,
    ),
    value: { f: 7, g: true },
    xml: `<Root ${t}><f>7</f><g>true</g></Root>`,
    accepts: ["{ f: 7 }"],
    rejects: ["{ f: 8 }", "{ f: 7, g: false }"],
    refused: [`<Root ${t}><f>8</f></Root>`],
  },
];
