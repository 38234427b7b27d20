import { expect, test } from "vitest";
import {
  named,
  qname,
  xsd,
  type ComplexType,
  type Particle,
} from "../../../../src/model/index.js";
import { read, schemaText, TARGET } from "../schema-fixture.js";

function only(body: string, attributes?: string): ComplexType {
  const { fragment, codes } = read(schemaText(body, attributes));
  expect(codes).toEqual([]);
  const type = fragment.types[0];
  if (type?.kind !== "complex") throw new Error("no complex type");
  return type;
}

function members(type: ComplexType): readonly Particle[] {
  const { content } = type;
  if (!("particle" in content) || content.particle?.term.kind !== "group")
    throw new Error("no group");
  return content.particle.term.particles;
}

function type(body: string): ComplexType {
  return only(`<xs:complexType name="T">${body}</xs:complexType>`);
}

test("elements have type, occurrence, nillability, values and documentation", () => {
  const { fragment, codes } = read(
    schemaText(
      `<xs:element name="a" type="xs:int" nillable="true" default="1"><xs:annotation><xs:documentation> How
         many. </xs:documentation></xs:annotation></xs:element>`,
    ),
  );
  expect(codes).toEqual([]);
  expect(fragment.elements).toMatchObject([
    {
      name: qname(TARGET, "a"),
      type: named(xsd("int")),
      nillable: true,
      default: "1",
      documentation: "How\nmany.",
      scope: "global",
    },
  ]);
});

test.each([
  ['elementFormDefault="qualified"', "", TARGET],
  ['elementFormDefault="unqualified"', "", ""],
  ["", "", ""],
  ["", 'form="qualified"', TARGET],
  ['elementFormDefault="qualified"', 'form="unqualified"', ""],
])("with %s and %s a local element is in %j", (attributes, form, namespace) => {
  const found = only(
    `<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int" ${form}/></xs:sequence></xs:complexType>`,
    attributes,
  );
  expect(members(found)[0]?.term).toMatchObject({
    declaration: { name: qname(namespace, "a"), scope: "local" },
  });
});

test("nested groups keep compositor and occurrence", () => {
  const found = type(
    '<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:sequence><xs:element name="a" type="xs:int" maxOccurs="3"/></xs:sequence><xs:element ref="t:b"/><xs:any namespace="##other" processContents="lax"/></xs:choice>',
  );
  expect(found.content).toMatchObject({
    contentKind: "elementOnly",
    particle: { min: 0, max: "unbounded", term: { compositor: "choice" } },
  });
  expect(members(found)).toMatchObject([
    {
      term: {
        kind: "group",
        compositor: "sequence",
        particles: [{ min: 1, max: 3 }],
      },
    },
    { term: { kind: "elementRef", name: qname(TARGET, "b") } },
    {
      term: {
        kind: "wildcard",
        namespaces: { kind: "not", namespace: TARGET },
        processContents: "lax",
      },
    },
  ]);
});

test("a member that may not occur is not there", () => {
  expect(
    members(
      type(
        '<xs:sequence><xs:element name="a" type="xs:int" minOccurs="0" maxOccurs="0"/><xs:element name="b" type="xs:int"/></xs:sequence>',
      ),
    ),
  ).toHaveLength(1);
});

test.each([
  ["", "empty"],
  ["<xs:sequence/>", "empty"],
  ["<xs:all/>", "empty"],
  ['<xs:choice minOccurs="0"/>', "empty"],
  ['<xs:group ref="t:g"/>', "elementOnly"],
])("content %j is %s", (body, kind) => {
  expect(type(body).content.contentKind).toBe(kind);
});

test("mixed may be said of the type or of its complex content", () => {
  expect(only('<xs:complexType name="T" mixed="true"/>').content).toEqual({
    contentKind: "mixed",
  });
  const derived = only(
    '<xs:complexType name="T"><xs:complexContent mixed="true"><xs:extension base="t:B"/></xs:complexContent></xs:complexType>',
  );
  expect(derived).toMatchObject({
    base: qname(TARGET, "B"),
    derivation: "extension",
    content: { contentKind: "mixed" },
  });
});

test("extending xs:anyType keeps anything and has no base", () => {
  const found = type(
    '<xs:complexContent><xs:extension base="xs:anyType"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent>',
  );
  expect(found.base).toBeUndefined();
  expect(found.content.contentKind).toBe("mixed");
  expect(members(found).map(({ term }) => term.kind)).toEqual([
    "wildcard",
    "group",
  ]);
});

test("simple content is text of the base, restricted in place", () => {
  const found = type(
    '<xs:simpleContent><xs:restriction base="t:B"><xs:maxLength value="3"/><xs:attribute name="a"/></xs:restriction></xs:simpleContent>',
  );
  expect(found).toMatchObject({
    base: qname(TARGET, "B"),
    derivation: "restriction",
    content: {
      contentKind: "simple",
      type: {
        kind: "anonymous",
        type: {
          base: named(qname(TARGET, "B")),
          facets: [{ kind: "maxLength", value: "3" }],
        },
      },
    },
    attributes: [
      {
        attribute: {
          declaration: {
            name: qname("", "a"),
            type: named(xsd("anySimpleType")),
          },
        },
      },
    ],
  });
});

test("attributes have use, form, values, references and wildcards", () => {
  const found = type(
    '<xs:attribute name="a" type="xs:int" use="required" form="qualified"/><xs:attribute name="b" fixed="x"/><xs:attribute ref="t:c" default="y"/><xs:attribute name="d" use="prohibited"/><xs:attributeGroup ref="t:g"/><xs:anyAttribute namespace="##local urn:x"/>',
  );
  expect(found.attributes).toMatchObject([
    {
      use: "required",
      attribute: { declaration: { name: qname(TARGET, "a") } },
    },
    { use: "optional", attribute: { declaration: { fixed: "x" } } },
    {
      default: "y",
      attribute: { kind: "attributeRef", name: qname(TARGET, "c") },
    },
    { use: "prohibited" },
  ]);
  expect(found.attributeGroups).toEqual([qname(TARGET, "g")]);
  expect(found.anyAttribute?.namespaces).toEqual({
    kind: "in",
    namespaces: ["", "urn:x"],
  });
});

test("wsdl:arrayType names the items of a SOAP array", () => {
  const found = type(
    '<xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="t:Item[][2]"/></xs:restriction></xs:complexContent>',
  );
  expect(found.attributes[0]?.arrayType).toEqual({
    itemType: qname(TARGET, "Item"),
    dimensions: "[][2]",
  });
});

test("simple types are atomic, list or union", () => {
  const { fragment } = read(
    schemaText(`<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:enumeration value=" a "/><xs:pattern value="\\d"/><xs:length value=" 2 " fixed="true"/></xs:restriction></xs:simpleType>
<xs:simpleType name="L"><xs:list itemType="t:A"/></xs:simpleType>
<xs:simpleType name="U"><xs:union memberTypes="t:A xs:int"><xs:simpleType><xs:restriction base="xs:date"/></xs:simpleType></xs:union></xs:simpleType>`),
  );
  expect(fragment.types).toMatchObject([
    {
      variety: "atomic",
      base: named(xsd("string")),
      facets: [
        { value: " a " },
        { value: "\\d" },
        { kind: "length", value: "2", isFixed: true },
      ],
    },
    { variety: "list", itemType: named(qname(TARGET, "A")) },
    {
      variety: "union",
      memberTypes: [
        named(qname(TARGET, "A")),
        named(xsd("int")),
        { kind: "anonymous" },
      ],
    },
  ]);
});

test("identity constraints are kept in words", () => {
  const { fragment, codes } = read(
    schemaText(
      '<xs:element name="a"><xs:key name="k"><xs:selector xpath="i"/><xs:field xpath="@x"/></xs:key></xs:element>',
    ),
  );
  expect(codes).toEqual([]);
  expect(fragment.elements[0]?.constraints).toEqual(["key k: @x of i"]);
});

test("a chameleon takes the namespace of the including schema, its references too", () => {
  const text =
    '<schema xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"><xs:element xmlns:xs="http://www.w3.org/2001/XMLSchema" name="a" xmlns="" type="B"/></schema>';
  expect(read(text, "urn:in").fragment.elements).toMatchObject([
    { name: qname("urn:in", "a"), type: named(qname("urn:in", "B")) },
  ]);
  expect(read(text).fragment.elements).toMatchObject([
    { name: qname("", "a"), type: named(qname("", "B")) },
  ]);
});

test("imports, includes and redefines are listed with what they need", () => {
  const { references } = read(
    schemaText(
      '<xs:import namespace="urn:i" schemaLocation=" i.xsd "/><xs:import namespace="urn:j"/><xs:include schemaLocation="n.xsd"/><xs:redefine schemaLocation="r.xsd"><xs:simpleType name="A"><xs:restriction base="t:A"/></xs:simpleType></xs:redefine>',
    ),
  );
  expect(references).toMatchObject([
    { kind: "import", namespace: "urn:i", location: "i.xsd" },
    { kind: "import", namespace: "urn:j" },
    { kind: "include", namespace: TARGET, location: "n.xsd" },
    {
      kind: "redefine",
      location: "r.xsd",
      redefinitions: {
        isOverride: false,
        components: { types: [{ name: qname(TARGET, "A") }] },
      },
    },
  ]);
  expect(references[1]).not.toHaveProperty("location");
});

test("schemas of the drafts read like those of the Recommendation", () => {
  const { fragment, codes } = read(
    '<schema xmlns="http://www.w3.org/1999/XMLSchema" targetNamespace="urn:t"><complexType name="T"><element name="when" type="timeInstant" minOccurs="0" maxOccurs="*"/><attribute name="a" type="uriReference"/></complexType><simpleType name="S" base="string"><maxLength value="3"/></simpleType></schema>',
  );
  expect(codes).toEqual([]);
  expect(fragment.types).toMatchObject([
    {
      content: {
        particle: {
          term: {
            particles: [
              {
                min: 0,
                max: "unbounded",
                term: { declaration: { type: named(xsd("dateTime")) } },
              },
            ],
          },
        },
      },
      attributes: [
        { attribute: { declaration: { type: named(xsd("anyURI")) } } },
      ],
    },
    { base: named(xsd("string")), facets: [{ kind: "maxLength" }] },
  ]);
});

test.each([
  ["<xs:element/>", "xsd/missing-name"],
  ['<xs:element name="a b"/>', "xsd/invalid-name"],
  ['<xs:element name="a" type="u:B"/>', "xsd/undeclared-prefix"],
  ['<xs:element name="a" nillable="yes"/>', "xsd/invalid-value"],
  ['<xs:element name="a" minOccur="0"/>', "xsd/unknown-attribute"],
  [
    '<xs:group name="g"><xs:sequence minOccurs="2" maxOccurs="1"/></xs:group>',
    "xsd/invalid-occurs",
  ],
  [
    '<xs:group name="g"><xs:sequence minOccurs="-1"/></xs:group>',
    "xsd/invalid-occurs",
  ],
  [
    '<xs:group name="g"><xs:sequence maxOccurs="many"/></xs:group>',
    "xsd/invalid-occurs",
  ],
  ["<xs:elment name='a'/>", "xsd/unknown-construct"],
  [
    "<xs:complexType name='T'><xs:sequence><xs:attribute name='a'/></xs:sequence></xs:complexType>",
    "xsd/unknown-construct",
  ],
  [
    "<xs:complexType name='T'><xs:assert test='a'/></xs:complexType>",
    "xsd/version-1.1",
  ],
  ["<xs:attribute name='a' inheritable='true'/>", "xsd/version-1.1"],
  ["<xs:override schemaLocation='a.xsd'/>", "xsd/version-1.1"],
  [
    "<xs:complexType name='T'><xs:attribute ref='soapenc:arrayType' wsdl:arrayType='t:A'/></xs:complexType>",
    "xsd/invalid-array-type",
  ],
])("%s raises %s at its place", (body, code) => {
  const { diagnostics } = read(schemaText(body));
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(diagnostics[0]?.span?.line).toBe(1);
});

test("a near miss of an attribute is suggested", () => {
  const { diagnostics } = read(
    schemaText('<xs:element name="a" nilable="true"/>'),
  );
  expect(diagnostics[0]?.message).toContain('did you mean "nillable"?');
});
