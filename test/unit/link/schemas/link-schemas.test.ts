import { expect, test } from "vitest";
import { createSink } from "../../../../src/diagnostics/index.js";
import { linkSchemas } from "../../../../src/link/schemas/index.js";
import {
  derivedTypes,
  effectiveAttributes,
  effectiveContent,
  named,
  qname,
  substitutionMembers,
  xsd,
  type ComplexType,
  type SchemaSet,
} from "../../../../src/model/index.js";
import { readSchema } from "../../../../src/read/xsd/index.js";
import { link, rootOf, schemaText, TARGET } from "../../read/schema-fixture.js";

function complex(set: SchemaSet, local: string): ComplexType {
  const type = set.types.get(qname(TARGET, local).key);
  if (type?.kind !== "complex") throw new Error(`no complex type ${local}`);
  return type;
}

const A =
  '<xs:complexType name="A"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence><xs:attribute name="x" type="xs:int"/><xs:attribute name="y" type="xs:int"/></xs:complexType>';

test("one diagnostic for a missing type, with every use of it, and a suggestion", () => {
  const { set, diagnostics } = link(
    '<xs:simpleType name="Color"><xs:restriction base="xs:string"/></xs:simpleType><xs:element name="a" type="t:Colour"/><xs:element name="b" type="t:Colour"/><xs:attribute name="c" type="t:Colour"/>',
  );
  expect(diagnostics).toMatchObject([
    { code: "link/unresolved-type", severity: "error", related: [{}, {}] },
  ]);
  expect(diagnostics[0]?.message).toContain("did you mean {urn:t}Color?");
  expect(set.elements.get("{urn:t}a")?.type).toMatchObject({
    kind: "unknown",
    reason: expect.stringContaining("Colour"),
  });
});

test("a name of another namespace is suggested", () => {
  const { diagnostics } = link('<xs:element name="a" type="t:string"/>');
  expect(diagnostics[0]?.message).toContain(
    "did you mean {http://www.w3.org/2001/XMLSchema}string?",
  );
});

test.each([
  [
    '<xs:complexType name="T"><xs:sequence><xs:element ref="t:x"/></xs:sequence></xs:complexType>',
    "link/unresolved-element",
  ],
  [
    '<xs:complexType name="T"><xs:sequence><xs:group ref="t:x"/></xs:sequence></xs:complexType>',
    "link/unresolved-group",
  ],
  [
    '<xs:complexType name="T"><xs:attribute ref="t:x"/></xs:complexType>',
    "link/unresolved-attribute",
  ],
  [
    '<xs:complexType name="T"><xs:attributeGroup ref="t:x"/></xs:complexType>',
    "link/unresolved-attribute-group",
  ],
  [
    '<xs:complexType name="T"><xs:complexContent><xs:extension base="t:x"/></xs:complexContent></xs:complexType>',
    "link/unresolved-type",
  ],
  [
    '<xs:complexType name="T"><xs:simpleContent><xs:extension base="t:x"/></xs:simpleContent></xs:complexType>',
    "link/unresolved-type",
  ],
  [
    '<xs:simpleType name="T"><xs:union memberTypes="xs:int t:x"/></xs:simpleType>',
    "link/unresolved-type",
  ],
  ['<xs:element name="e" substitutionGroup="t:x"/>', "link/unresolved-element"],
  ['<xs:attribute name="e" type="t:A"/>' + A, "link/not-simple"],
  [
    '<xs:complexType name="T"><xs:complexContent><xs:extension base="xs:string"/></xs:complexContent></xs:complexType>',
    "link/not-complex",
  ],
])("%s raises %s once", (body, code) => {
  expect(link(body).codes).toEqual([code]);
});

test("the same component from two documents is one, without a word", () => {
  const { set, codes } = link(A, `${A}<!-- the same -->`);
  expect(codes).toEqual([]);
  expect(set.types.size).toBe(1);
});

test("two different components of one name are reported with both places", () => {
  const { diagnostics } = link(
    '<xs:element name="a" type="xs:int"/>',
    '<xs:element name="a" type="xs:long"/>',
  );
  expect(diagnostics).toMatchObject([
    {
      code: "link/duplicate-component",
      related: [{ message: "first declared here" }],
    },
  ]);
});

test("groups stand in place of their references, with the occurrence of the reference", () => {
  const { set } = link(
    '<xs:group name="g"><xs:sequence><xs:element name="a" type="xs:int"/><xs:group ref="t:h"/></xs:sequence></xs:group><xs:group name="h"><xs:choice><xs:element name="b" type="xs:int"/></xs:choice></xs:group><xs:complexType name="T"><xs:group ref="t:g" minOccurs="0" maxOccurs="2"/></xs:complexType>',
  );
  expect(complex(set, "T").content).toMatchObject({
    particle: {
      min: 0,
      max: 2,
      term: {
        compositor: "sequence",
        particles: [
          { term: { kind: "element" } },
          { term: { kind: "group", compositor: "choice" } },
        ],
      },
    },
  });
  expect(
    JSON.stringify([...set.types.values(), ...set.groups.values()]),
  ).not.toContain("groupRef");
});

test("attribute groups stand in place of their references; what the type says itself stands", () => {
  const { set } = link(
    '<xs:attributeGroup name="g"><xs:attribute name="a"/><xs:attributeGroup ref="t:h"/></xs:attributeGroup><xs:attributeGroup name="h"><xs:attribute name="b"/><xs:anyAttribute/></xs:attributeGroup><xs:complexType name="T"><xs:attribute name="b" use="required"/><xs:attributeGroup ref="t:g"/></xs:complexType>',
  );
  const { attributes, anyAttribute, attributeGroups } = complex(set, "T");
  expect(
    attributes.map((use) => [
      use.attribute.kind === "attribute" &&
        use.attribute.declaration.name.local,
      use.use,
    ]),
  ).toEqual([
    ["b", "required"],
    ["a", "optional"],
  ]);
  expect(anyAttribute?.namespaces.kind).toBe("any");
  expect(attributeGroups).toEqual([]);
});

test.each([
  [
    '<xs:group name="g"><xs:sequence><xs:group ref="t:h"/></xs:sequence></xs:group><xs:group name="h"><xs:sequence><xs:group ref="t:g"/></xs:sequence></xs:group>',
    "link/circular-group",
  ],
  [
    '<xs:attributeGroup name="g"><xs:attributeGroup ref="t:g"/></xs:attributeGroup>',
    "link/circular-group",
  ],
  [
    '<xs:complexType name="S"><xs:complexContent><xs:extension base="t:T"/></xs:complexContent></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:extension base="t:S"/></xs:complexContent></xs:complexType>',
    "link/circular-type",
  ],
  [
    '<xs:simpleType name="S"><xs:union memberTypes="xs:int t:S"/></xs:simpleType>',
    "link/circular-type",
  ],
  [
    '<xs:simpleType name="S"><xs:list itemType="t:S"/></xs:simpleType>',
    "link/circular-type",
  ],
  [
    '<xs:element name="a" substitutionGroup="t:b"/><xs:element name="b" substitutionGroup="t:a"/>',
    "link/circular-substitution",
  ],
])("%s raises %s once, and ends", (body, code) => {
  expect(link(body).codes).toEqual([code]);
});

test("recursion through an element is no cycle", () => {
  const { codes } = link(
    '<xs:complexType name="T"><xs:sequence><xs:element name="t" type="t:T" minOccurs="0"/></xs:sequence></xs:complexType>',
  );
  expect(codes).toEqual([]);
});

test("groups that double at every level are refused rather than expanded", () => {
  const level = (index: number): string =>
    `<xs:group name="g${index}"><xs:sequence><xs:group ref="t:g${index + 1}"/><xs:group ref="t:g${index + 1}"/></xs:sequence></xs:group>`;
  const levels = Array.from({ length: 40 }, (_, index) => level(index)).join(
    "",
  );
  const last =
    '<xs:group name="g40"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:group>';
  const { codes } = link(
    `${levels}${last}<xs:complexType name="T"><xs:group ref="t:g0"/></xs:complexType>`,
  );
  expect(new Set(codes)).toEqual(new Set(["link/group-too-large"]));
});

test("a derivation chain of hundreds links", () => {
  const types = Array.from(
    { length: 500 },
    (_, index) =>
      `<xs:complexType name="C${index + 1}"><xs:complexContent><xs:extension base="t:C${index}"/></xs:complexContent></xs:complexType>`,
  );
  const { codes, set } = link(`<xs:complexType name="C0"/>${types.join("")}`);
  expect(codes).toEqual([]);
  expect(derivedTypes(set, qname(TARGET, "C0"))).toHaveLength(500);
});

test("an element without a type has that of its substitution group's head", () => {
  const { set } = link(
    '<xs:element name="c" substitutionGroup="t:b"/><xs:element name="b" substitutionGroup="t:a"/><xs:element name="a" type="xs:int"/>',
  );
  expect(set.elements.get("{urn:t}c")?.type).toEqual(named(xsd("int")));
  expect(
    substitutionMembers(set, qname(TARGET, "a")).map(({ name }) => name.local),
  ).toEqual(["b", "c"]);
});

test("simple content of a complex base is its text, and only complex bases remain", () => {
  const { set } = link(
    '<xs:complexType name="A"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType><xs:complexType name="B"><xs:simpleContent><xs:restriction base="t:A"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleContent></xs:complexType><xs:complexType name="C"><xs:simpleContent><xs:extension base="t:B"/></xs:simpleContent></xs:complexType>',
  );
  expect(complex(set, "A")).toMatchObject({
    content: { type: named(xsd("decimal")) },
  });
  expect(complex(set, "A").base).toBeUndefined();
  const restricted = {
    kind: "anonymous",
    type: { base: named(xsd("decimal")), facets: [{ value: "9" }] },
  };
  expect(complex(set, "B")).toMatchObject({
    base: qname(TARGET, "A"),
    content: { type: restricted },
  });
  expect(complex(set, "C")).toMatchObject({
    base: qname(TARGET, "B"),
    content: { type: restricted },
  });
});

test("effective attributes and content are those of all bases", () => {
  const { set } =
    link(`${A}<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence><xs:attribute name="z"/></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="C"><xs:complexContent><xs:restriction base="t:B"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence><xs:attribute name="x" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>`);
  const names = (local: string): readonly string[] =>
    effectiveAttributes(set, complex(set, local)).attributes.map(
      ({ attribute }) =>
        attribute.kind === "attribute" ? attribute.declaration.name.local : "",
    );
  expect(names("B")).toEqual(["x", "y", "z"]);
  expect(names("C")).toEqual(["y", "z"]);
  const text = JSON.stringify(effectiveContent(set, complex(set, "B")));
  expect(text.indexOf('"local":"a"')).toBeGreaterThan(-1);
  expect(text.indexOf('"local":"b"')).toBeGreaterThan(
    text.indexOf('"local":"a"'),
  );
  expect(
    JSON.stringify(effectiveContent(set, complex(set, "C"))),
  ).not.toContain('"local":"b"');
  expect(
    derivedTypes(set, qname(TARGET, "A")).map(({ name }) => name.local),
  ).toEqual(["B", "C"]);
});

test("uses from outside are reported with those inside", () => {
  const sink = createSink();
  const { fragment } = readSchema(
    rootOf(
      schemaText(
        '<xs:complexType name="T"><xs:sequence><xs:element ref="t:go"/></xs:sequence></xs:complexType>',
      ),
    ),
    { sink },
  );
  const span = { file: "a.wsdl", line: 7, column: 1, offset: 0, length: 1 };
  linkSchemas([fragment], sink, {
    uses: [
      { kind: "element", name: qname(TARGET, "go"), span },
      { kind: "type", name: xsd("int"), span },
    ],
  });
  expect(sink.diagnostics).toMatchObject([
    { code: "link/unresolved-element", related: [{ span: { line: 7 } }] },
  ]);
});

test("of a well-known schema only what is used remains", () => {
  const sink = createSink();
  const body =
    '<xs:complexType name="Used"><xs:sequence><xs:element ref="t:inner"/></xs:sequence><xs:attribute ref="t:at"/></xs:complexType><xs:element name="inner" type="t:Inner"/><xs:simpleType name="Inner"><xs:restriction base="xs:int"/></xs:simpleType><xs:attribute name="at"/><xs:element name="Used" type="t:Other"/><xs:complexType name="Other"/><xs:element name="part" type="xs:int"/>';
  const known = readSchema(rootOf(schemaText(body)), { sink }).fragment;
  const own = readSchema(
    rootOf(
      schemaText('<xs:element name="a" type="t:Used"/>').replace(
        'targetNamespace="urn:t"',
        'targetNamespace="urn:own"',
      ),
    ),
    { sink },
  ).fragment;
  const span = { file: "a.wsdl", line: 1, column: 1, offset: 0, length: 1 };
  const uses = [
    { kind: "element", name: qname(TARGET, "part"), span },
  ] as const;
  const set = linkSchemas([own, { ...known, isWellKnown: true }], sink, {
    uses,
  });
  expect(sink.diagnostics).toEqual([]);
  expect([...set.types.keys()]).toEqual(["{urn:t}Used", "{urn:t}Inner"]);
  expect([...set.elements.keys()]).toEqual([
    "{urn:own}a",
    "{urn:t}inner",
    "{urn:t}part",
  ]);
  expect([...set.attributes.keys()]).toEqual(["{urn:t}at"]);
});

/** Types that derive each from the one before. */
function chain(length: number): string {
  const rest = Array.from(
    { length },
    (_, at) =>
      `<xs:complexType name="C${at + 1}"><xs:complexContent><xs:extension base="t:C${at}"><xs:sequence/></xs:extension></xs:complexContent></xs:complexType>`,
  );
  return `<xs:complexType name="C0"><xs:sequence/></xs:complexType>${rest.join("")}`;
}

test("a chain of derivations may have 500 steps", () => {
  expect(link(chain(500)).diagnostics).toEqual([]);
  const { diagnostics, set } = link(chain(501));
  expect(diagnostics.map(({ code, parameters }) => [code, parameters])).toEqual(
    [["link/derivation-too-deep", { name: "{urn:t}C501", limit: "500" }]],
  );
  expect(complex(set, "C501").base).toBe(undefined);
});

test("a chain as long as the input can be is refused before anything walks it", () => {
  const { diagnostics } = link(chain(20_000));
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
    new Set(["link/derivation-too-deep"]),
  );
  const unions = Array.from(
    { length: 5_000 },
    (_, at) =>
      `<xs:simpleType name="S${at}"><xs:union memberTypes="t:S${at + 1} xs:int"/></xs:simpleType>`,
  );
  const last =
    '<xs:simpleType name="S5000"><xs:list itemType="xs:int"/></xs:simpleType>';
  expect(link(unions.join("") + last).diagnostics[0]?.code).toBe(
    "link/derivation-too-deep",
  );
});
