import type { Construct } from "../construct.js";
import { root, sequence, string, t } from "./shorthand.js";

/** The constructs that most schemas are made of. */
export const basicConstructs: readonly Construct[] = [
  {
    shows: "required, optional, nillable and optional-nillable differ",
    schema: sequence(
      `<xs:element name="a" ${string}/><xs:element name="b" ${string} minOccurs="0"/>
       <xs:element name="c" ${string} nillable="true"/><xs:element name="d" ${string} nillable="true" minOccurs="0"/>`,
    ),
    value: { a: "1", c: null, d: null },
    xml: `<Root ${t}><a>1</a><c xsi:nil="true"/><d xsi:nil="true"/></Root>`,
    accepts: ['{ a: "", c: "" }', '{ a: "", b: "", c: null, d: "" }'],
    rejects: [
      '{ c: "" }',
      '{ a: null, c: "" }',
      '{ a: "" }',
      '{ a: "", b: null, c: "" }',
    ],
  },
  {
    shows: "a choice takes exactly one branch",
    schema: root(
      `<xs:choice><xs:element name="a" type="xs:int"/><xs:element name="b" ${string}/></xs:choice>`,
    ),
    value: { b: "x" },
    xml: `<Root ${t}><b>x</b></Root>`,
    accepts: ["{ a: 1 }"],
    rejects: ["{}", '{ a: 1, b: "x" }', '{ a: "x" }'],
  },
  {
    shows: "all takes each of its members once",
    schema: root(
      `<xs:all><xs:element name="a" ${string}/><xs:element name="b" ${string} minOccurs="0"/></xs:all>`,
    ),
    value: { a: "1", b: "2" },
    xml: `<Root ${t}><a>1</a><b>2</b></Root>`,
    accepts: ['{ a: "" }'],
    rejects: ['{ b: "" }', '{ a: ["", ""] }'],
  },
  {
    shows: "what may repeat is an array",
    schema: sequence(
      `<xs:element name="a" type="xs:int" maxOccurs="unbounded"/><xs:element name="b" type="xs:int" minOccurs="0" maxOccurs="3"/>`,
    ),
    value: { a: [1, 2], b: [3] },
    xml: `<Root ${t}><a>1</a><a>2</a><b>3</b></Root>`,
    rejects: ["{ a: 1 }", '{ a: ["1"] }'],
  },
  {
    shows: "an enumeration is a union of literals",
    schema: `<xs:simpleType name="Colour"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="deep blue"/></xs:restriction></xs:simpleType>
      ${sequence('<xs:element name="c" type="t:Colour"/>')}`,
    value: { c: "deep blue" },
    xml: `<Root ${t}><c>deep blue</c></Root>`,
    accepts: ['{ c: "red" }'],
    rejects: ['{ c: "green" }'],
  },
  {
    shows: "attributes are properties, and prohibited ones are not",
    schema: root(
      `<xs:attribute name="id" type="xs:int" use="required"/><xs:attribute name="note" ${string}/><xs:attribute name="old" ${string} use="prohibited"/>`,
    ),
    value: { id: 7, note: "n" },
    xml: `<Root ${t} id="7" note="n"/>`,
    accepts: ["{ id: 7 }"],
    rejects: ["{}", '{ id: "7" }', '{ id: 7, old: "" }'],
  },
  {
    shows: "an attribute group gives its attributes",
    schema: `<xs:attributeGroup name="G"><xs:attribute name="id" type="xs:int" use="required"/></xs:attributeGroup>
      ${root('<xs:attributeGroup ref="t:G"/>')}`,
    value: { id: 1 },
    xml: `<Root ${t} id="1"/>`,
    rejects: ["{}"],
  },
  {
    shows: "a model group gives its members in place",
    schema: `<xs:group name="G"><xs:sequence><xs:element name="x" ${string}/><xs:element name="y" ${string}/></xs:sequence></xs:group>
      ${sequence(`<xs:element name="a" ${string}/><xs:group ref="t:G"/>`)}`,
    value: { a: "1", x: "2", y: "3" },
    xml: `<Root ${t}><a>1</a><x>2</x><y>3</y></Root>`,
    rejects: ['{ a: "" }'],
  },
  {
    shows: "simple content with attributes has $value",
    schema: `<xs:element name="Root"><xs:complexType><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" ${string} use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>`,
    value: { $value: "1.50", unit: "kg" },
    xml: `<Root ${t} unit="kg">1.50</Root>`,
    rejects: ['{ unit: "" }', '{ $value: 1.5, unit: "" }'],
  },
  {
    shows: "an extension has what its base has, first",
    schema: `<xs:complexType name="Base"><xs:sequence><xs:element name="a" ${string}/></xs:sequence></xs:complexType>
      <xs:element name="Root"><xs:complexType><xs:complexContent><xs:extension base="t:Base"><xs:sequence><xs:element name="b" ${string}/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:element>`,
    value: { a: "1", b: "2" },
    xml: `<Root ${t}><a>1</a><b>2</b></Root>`,
    rejects: ['{ b: "" }', '{ a: "" }'],
  },
  {
    shows: "a restriction has only what it says",
    schema: `<xs:complexType name="Base"><xs:sequence><xs:element name="a" ${string}/><xs:element name="b" ${string} minOccurs="0"/></xs:sequence></xs:complexType>
      <xs:element name="Root"><xs:complexType><xs:complexContent><xs:restriction base="t:Base"><xs:sequence><xs:element name="a" ${string}/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType></xs:element>`,
    value: { a: "1" },
    xml: `<Root ${t}><a>1</a></Root>`,
    rejects: ["{}", '{ a: "", b: "" }'],
  },
  {
    shows: "an abstract type is a union told apart by $type",
    schema: `<xs:complexType name="Shape" abstract="true"><xs:sequence><xs:element name="name" ${string}/></xs:sequence></xs:complexType>
      <xs:complexType name="Circle"><xs:complexContent><xs:extension base="t:Shape"><xs:sequence><xs:element name="r" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:complexType name="Square"><xs:complexContent><xs:extension base="t:Shape"><xs:sequence><xs:element name="side" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      ${sequence('<xs:element name="shape" type="t:Shape"/>')}`,
    value: { shape: { $type: "Circle", name: "c", r: 2 } },
    xml: `<Root ${t}><shape xmlns:ns1="urn:t" xsi:type="ns1:Circle"><name>c</name><r>2</r></shape></Root>`,
    accepts: ['{ shape: { $type: "Square", name: "", side: 1 } }'],
    rejects: [
      '{ shape: { $type: "Shape", name: "" } }',
      '{ shape: { $type: "Circle", name: "", side: 1 } }',
    ],
  },
  {
    shows: "a substitution group takes any of its members",
    schema: `<xs:element name="pay" abstract="true" ${string}/><xs:element name="card" substitutionGroup="t:pay" ${string}/><xs:element name="cash" substitutionGroup="t:pay" ${string}/>
      ${sequence('<xs:element ref="t:pay"/>')}`,
    value: { pay: { card: "visa" } },
    xml: `<Root ${t}><card>visa</card></Root>`,
    accepts: ['{ pay: { cash: "" } }'],
    rejects: ["{}", '{ pay: { card: "", cash: "" } }', '{ pay: { pay: "" } }'],
  },
  {
    shows: "a list is an array",
    schema: `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>${sequence('<xs:element name="l" type="t:L"/>')}`,
    value: { l: [1, 2, 3] },
    xml: `<Root ${t}><l>1 2 3</l></Root>`,
    rejects: ["{ l: 1 }", '{ l: ["1"] }'],
  },
  {
    shows: "64-bit and arbitrary numbers keep their digits",
    schema: sequence(
      '<xs:element name="l" type="xs:long"/><xs:element name="i" type="xs:integer"/><xs:element name="d" type="xs:decimal"/>',
    ),
    value: { l: 9007199254740993n, i: 12345678901234567890123n, d: "0.10" },
    xml: `<Root ${t}><l>9007199254740993</l><i>12345678901234567890123</i><d>0.10</d></Root>`,
    rejects: ['{ l: 1, i: 1n, d: "" }', "{ l: 1n, i: 1n, d: 1 }"],
  },
  {
    shows: "binary is bytes",
    schema: sequence(
      '<xs:element name="b" type="xs:base64Binary"/><xs:element name="h" type="xs:hexBinary"/>',
    ),
    value: { b: new Uint8Array([1, 2]), h: new Uint8Array([255]) },
    xml: `<Root ${t}><b>AQI=</b><h>FF</h></Root>`,
    rejects: ['{ b: "AQI=", h: "FF" }'],
  },
  {
    shows: "a recursive type nests",
    schema: `<xs:complexType name="Node"><xs:sequence><xs:element name="v" type="xs:int"/><xs:element name="n" type="t:Node" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>${sequence('<xs:element name="n" type="t:Node"/>')}`,
    value: { n: { v: 1, n: [{ v: 2, n: [{ v: 3 }] }] } },
    xml: `<Root ${t}><n><v>1</v><n><v>2</v><n><v>3</v></n></n></n></Root>`,
    rejects: ["{ n: { v: 1, n: [{}] } }"],
  },
  {
    shows: "local elements may be unqualified",
    schema: sequence(`<xs:element name="a" form="unqualified" ${string}/>`),
    value: { a: "1" },
    xml: `<t:Root xmlns:t="urn:t"><a>1</a></t:Root>`,
    rejects: ["{}"],
  },
  {
    shows: "member names that are no identifiers are quoted, also hostile ones",
    schema: sequence(
      `<xs:element name="first-name" ${string}/><xs:element name="class" ${string}/><xs:element name="__proto__" ${string} minOccurs="0"/><xs:element name="größe" ${string}/>`,
    ),
    value: { "first-name": "1", class: "2", größe: "3" },
    xml: `<Root ${t}><first-name>1</first-name><class>2</class><größe>3</größe></Root>`,
    rejects: ['{ "first-name": "", class: "" }'],
  },
  {
    shows: "a repeated choice keeps its order",
    schema: root(
      `<xs:choice maxOccurs="unbounded"><xs:element name="a" type="xs:int"/><xs:element name="b" ${string}/></xs:choice>`,
    ),
    value: { $choice: [{ a: 1 }, { b: "x" }, { a: 2 }] },
    xml: `<Root ${t}><a>1</a><b>x</b><a>2</a></Root>`,
    rejects: ['{ $choice: [{ a: 1, b: "" }] }', "{ $choice: [{}] }"],
  },
  {
    shows: "mixed content keeps its order",
    schema: `<xs:element name="Root"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" ${string} minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`,
    value: { $content: ["one ", { b: "two" }, " three"] },
    xml: `<Root ${t}>one <b>two</b> three</Root>`,
    rejects: ["{ $content: [1] }", "{ $content: [{ c: 1 }] }"],
  },
  {
    shows: "a wildcard takes elements of other namespaces",
    schema: sequence(
      `<xs:element name="a" ${string}/><xs:any namespace="##other" processContents="lax" minOccurs="0"/>`,
    ),
    value: { a: "1" },
    xml: `<Root ${t}><a>1</a></Root>`,
    accepts: ['{ a: "", $any: { name: "{urn:x}y" } }'],
    rejects: ['{ a: "", $any: 1 }'],
  },
  {
    shows: "a union takes what its members take",
    schema: `<xs:simpleType name="U"><xs:union memberTypes="xs:int"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="none"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>
      ${sequence('<xs:element name="u" type="t:U"/><xs:element name="v" type="t:U"/>')}`,
    value: { u: 5, v: "none" },
    xml: `<Root ${t}><u>5</u><v>none</v></Root>`,
    rejects: ['{ u: 1, v: "other" }', "{ u: true, v: 1 }"],
  },
];
