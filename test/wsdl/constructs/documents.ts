import type { Construct } from "../construct.js";
import { element, int, sequence, string, t } from "./shorthand.js";

function xsd(
  content: string,
  attributes = 'targetNamespace="urn:t" xmlns:t="urn:t"',
): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" ${attributes}>${content}</xs:schema>`;
}

const original = xsd(
  `<xs:complexType name="C"><xs:sequence><xs:element name="a" ${string}/></xs:sequence><xs:attributeGroup ref="t:AG"/></xs:complexType>
  <xs:simpleType name="S"><xs:restriction base="xs:int"><xs:maxInclusive value="10"/></xs:restriction></xs:simpleType>
  <xs:group name="G"><xs:sequence><xs:element name="g" ${string}/></xs:sequence></xs:group>
  <xs:attributeGroup name="AG"><xs:attribute name="x" ${string}/></xs:attributeGroup>`,
);

/** Schemas of several documents (part 1 §4.2). */
export const documents: readonly Construct[] = [
  {
    shows:
      "an included document without namespace takes that of the including one, its references too",
    files: {
      "parts.xsd": xsd(
        `<xs:complexType name="C"><xs:sequence><xs:element name="s" type="S"/><xs:element ref="e"/></xs:sequence></xs:complexType>
        <xs:simpleType name="S"><xs:restriction base="xs:string"><xs:enumeration value="a"/></xs:restriction></xs:simpleType><xs:element name="e" ${int}/>`,
        "",
      ),
    },
    schema: `<xs:include schemaLocation="parts.xsd"/>${sequence(element("c", "t:C"))}`,
    value: { c: { s: "a", e: 1 } },
    xml: `<Root ${t}><c><s>a</s><e>1</e></c></Root>`,
    rejects: ['{ c: { s: "b", e: 1 } }'],
  },
  {
    shows: "documents may include each other",
    files: {
      "one.xsd": xsd(
        `<xs:include schemaLocation="two.xsd"/><xs:complexType name="One"><xs:sequence><xs:element name="two" type="t:Two" minOccurs="0"/></xs:sequence></xs:complexType>`,
      ),
      "two.xsd": xsd(
        `<xs:include schemaLocation="one.xsd"/><xs:complexType name="Two"><xs:sequence><xs:element name="one" type="t:One" minOccurs="0"/></xs:sequence></xs:complexType>`,
      ),
    },
    schema: `<xs:include schemaLocation="one.xsd"/>${sequence(element("one", "t:One"))}`,
    value: { one: { two: { one: {} } } },
    xml: `<Root ${t}><one><two><one/></two></one></Root>`,
    rejects: ["{ one: { one: {} } }"],
  },
  {
    shows: "types of one name in two namespaces stay apart",
    files: {
      "other.xsd": xsd(
        `<xs:complexType name="Item"><xs:sequence><xs:element name="other" ${int}/></xs:sequence></xs:complexType>`,
        'targetNamespace="urn:o"',
      ),
    },
    schema: `<xs:import namespace="urn:o" schemaLocation="other.xsd"/><xs:complexType name="Item"><xs:sequence>${element("own", "xs:int")}</xs:sequence></xs:complexType>
      ${sequence(`${element("a", "t:Item")}<xs:element name="b" xmlns:o="urn:o" type="o:Item"/>`)}`,
    value: { a: { own: 1 }, b: { other: 2 } },
    xml: `<Root ${t}><a><own>1</own></a><b><o:other xmlns:o="urn:o">2</o:other></b></Root>`,
    rejects: ["{ a: { other: 1 }, b: { own: 1 } }"],
  },
  {
    shows:
      "a type may extend one of another namespace, whose members stay in theirs",
    files: {
      "base.xsd": xsd(
        `<xs:complexType name="Base" abstract="true"><xs:sequence><xs:element name="id" ${int}/></xs:sequence></xs:complexType>`,
        'targetNamespace="urn:o"',
      ),
    },
    schema: `<xs:import namespace="urn:o" schemaLocation="base.xsd"/>
      <xs:complexType name="Mine"><xs:complexContent><xs:extension xmlns:o="urn:o" base="o:Base"><xs:sequence>${element("own", "xs:int")}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      ${sequence('<xs:element name="x" xmlns:o="urn:o" type="o:Base"/>')}`,
    value: { x: { $type: "Mine", id: 1, own: 2 } },
    xml: `<Root ${t}><x xmlns:ns1="urn:t" xsi:type="ns1:Mine"><o:id xmlns:o="urn:o">1</o:id><own>2</own></x></Root>`,
    rejects: ["{ x: { id: 1, own: 2 } }"],
  },
  {
    shows: "redefined types, groups and attribute groups replace the originals",
    files: { "original.xsd": original },
    schema: `<xs:redefine schemaLocation="original.xsd">
        <xs:complexType name="C"><xs:complexContent><xs:extension base="t:C"><xs:sequence><xs:element name="b" ${string}/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
        <xs:simpleType name="S"><xs:restriction base="t:S"><xs:minInclusive value="5"/></xs:restriction></xs:simpleType>
        <xs:group name="G"><xs:sequence><xs:group ref="t:G"/><xs:element name="h" ${string}/></xs:sequence></xs:group>
        <xs:attributeGroup name="AG"><xs:attributeGroup ref="t:AG"/><xs:attribute name="y" ${string} use="required"/></xs:attributeGroup>
      </xs:redefine>${sequence(`${element("c", "t:C")}${element("s", "t:S")}<xs:group ref="t:G"/>`)}`,
    value: { c: { a: "1", b: "2", x: "3", y: "4" }, s: 7, g: "5", h: "6" },
    xml: `<Root ${t}><c x="3" y="4"><a>1</a><b>2</b></c><s>7</s><g>5</g><h>6</h></Root>`,
    rejects: [
      '{ c: { a: "", y: "" }, s: 7, g: "", h: "" }',
      '{ c: { a: "", b: "" }, s: 7, g: "", h: "" }',
      '{ c: { a: "", b: "", y: "" }, s: 7, g: "" }',
    ],
    refused: [
      `<Root ${t}><c y="4"><a>1</a><b>2</b></c><s>4</s><g>5</g><h>6</h></Root>`,
      `<Root ${t}><c y="4"><a>1</a><b>2</b></c><s>11</s><g>5</g><h>6</h></Root>`,
    ],
  },
  {
    shows: "a redefinition may restrict a type",
    files: { "original.xsd": original },
    schema: `<xs:redefine schemaLocation="original.xsd">
        <xs:complexType name="C"><xs:complexContent><xs:restriction base="t:C"><xs:sequence><xs:element name="a" ${string} fixed="f"/></xs:sequence><xs:attribute name="x" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>
      </xs:redefine>${sequence(element("c", "t:C"))}`,
    value: { c: { a: "f" } },
    xml: `<Root ${t}><c><a>f</a></c></Root>`,
    rejects: ['{ c: { a: "f", x: "" } }'],
    refused: [`<Root ${t}><c x="1"><a>f</a></c></Root>`],
  },
  {
    shows: "an overridden component is the overriding one",
    files: { "original.xsd": original },
    schema: `<xs:override schemaLocation="original.xsd">
        <xs:complexType name="C"><xs:sequence><xs:element name="z" ${int}/></xs:sequence></xs:complexType>
        <xs:simpleType name="S"><xs:restriction base="xs:string"><xs:enumeration value="s"/></xs:restriction></xs:simpleType>
      </xs:override>${sequence(`${element("c", "t:C")}${element("s", "t:S")}`)}`,
    warns: ["xsd/version-1.1"],
    value: { c: { z: 1 }, s: "s" },
    xml: `<Root ${t}><c><z>1</z></c><s>s</s></Root>`,
    rejects: ['{ c: { a: "" }, s: "s" }', "{ c: { z: 1 }, s: 1 }"],
  },
];
