import type { Construct } from "../construct.js";
import {
  complex,
  derived,
  element,
  int,
  root,
  sequence,
  string,
  t,
} from "./shorthand.js";

const a = `<xs:sequence><xs:element name="a" ${string}/></xs:sequence>`;
const b = `<xs:sequence><xs:element name="b" ${string}/></xs:sequence>`;
const ns = 'xmlns:ns1="urn:t"';

/** Derivation, xsi:type, abstract types and substitution groups (part 1 §3.4, §3.3.6). */
export const derivations: readonly Construct[] = [
  {
    shows: "a base that may be used itself is one of the union",
    schema: `${complex("Base", a)}${derived("More", "extension", { base: "Base", content: b })}${sequence('<xs:element name="x" type="t:Base"/>')}`,
    value: { x: { $type: "More", a: "1", b: "2" } },
    xml: `<Root ${t}><x ${ns} xsi:type="ns1:More"><a>1</a><b>2</b></x></Root>`,
    accepts: ['{ x: { a: "" } }', '{ x: { $type: "Base", a: "" } }'],
    rejects: [
      '{ x: { $type: "More", a: "" } }',
      '{ x: { $type: "Other", a: "" } }',
    ],
    refused: [`<Root ${t}><x ${ns} xsi:type="ns1:Other"><a>1</a></x></Root>`],
  },
  {
    shows: "abstract types between are passed over",
    schema: `${complex("Top", a, 'abstract="true"')}${derived("Middle", "extension", { base: "Top", attributes: 'abstract="true"' })}
      ${derived("Leaf", "extension", { base: "Middle", content: b })}${sequence('<xs:element name="x" type="t:Top"/>')}`,
    value: { x: { $type: "Leaf", a: "1", b: "2" } },
    xml: `<Root ${t}><x ${ns} xsi:type="ns1:Leaf"><a>1</a><b>2</b></x></Root>`,
    rejects: ['{ x: { $type: "Middle", a: "" } }', '{ x: { a: "" } }'],
    refused: [
      `<Root ${t}><x><a>1</a></x></Root>`,
      `<Root ${t}><x ${ns} xsi:type="ns1:Middle"><a>1</a></x></Root>`,
    ],
  },
  {
    shows: "a type derived by restriction may stand in by xsi:type",
    schema: `${complex("Base", `<xs:sequence><xs:element name="a" ${string}/><xs:element name="o" ${string} minOccurs="0"/></xs:sequence>`)}
      ${derived("Less", "restriction", { base: "Base", content: a })}${sequence('<xs:element name="x" type="t:Base"/>')}`,
    value: { x: { $type: "Less", a: "1" } },
    xml: `<Root ${t}><x ${ns} xsi:type="ns1:Less"><a>1</a></x></Root>`,
    accepts: ['{ x: { a: "", o: "" } }'],
    rejects: ['{ x: { $type: "Less", a: "", o: "" } }'],
    refused: [
      `<Root ${t}><x ${ns} xsi:type="ns1:Less"><a>1</a><o>2</o></x></Root>`,
    ],
  },
  {
    shows: "derivations blocked by the type do not stand in",
    schema: `${complex("Base", a, 'block="extension"')}${derived("More", "extension", { base: "Base", content: b })}
      ${derived("Less", "restriction", { base: "Base", content: a })}${sequence('<xs:element name="x" type="t:Base"/><xs:element name="y" type="t:More" minOccurs="0"/>')}`,
    value: { x: { $type: "Less", a: "1" } },
    xml: `<Root ${t}><x ${ns} xsi:type="ns1:Less"><a>1</a></x></Root>`,
    accepts: ['{ x: { a: "" }, y: { a: "", b: "" } }'],
    rejects: ['{ x: { $type: "More", a: "", b: "" } }'],
    refused: [
      `<Root ${t}><x ${ns} xsi:type="ns1:More"><a>1</a><b>2</b></x></Root>`,
    ],
    unsendable: [{ x: { $type: "More", a: "1", b: "2" } }],
  },
  {
    shows: "derivations blocked by the element do not stand in there",
    schema: `${complex("Base", a)}${derived("More", "extension", { base: "Base", content: b })}
      ${sequence('<xs:element name="x" type="t:Base" block="#all"/><xs:element name="y" type="t:Base" minOccurs="0"/>')}`,
    value: { x: { a: "1" } },
    xml: `<Root ${t}><x><a>1</a></x></Root>`,
    accepts: ['{ x: { a: "" }, y: { $type: "More", a: "", b: "" } }'],
    rejects: ['{ x: { $type: "More", a: "", b: "" } }'],
    refused: [
      `<Root ${t}><x ${ns} xsi:type="ns1:More"><a>1</a><b>2</b></x></Root>`,
    ],
    unsendable: [{ x: { $type: "More", a: "1", b: "2" } }],
  },
  {
    shows: "blockDefault blocks what does not say otherwise",
    attributes: 'blockDefault="substitution extension"',
    schema: `${complex("Base", a)}${derived("More", "extension", { base: "Base", content: b })}
      <xs:element name="head" ${string}/><xs:element name="other" substitutionGroup="t:head" ${string}/>
      ${sequence('<xs:element name="x" type="t:Base"/><xs:element ref="t:head"/>')}`,
    value: { x: { a: "1" }, head: "h" },
    xml: `<Root ${t}><x><a>1</a></x><head>h</head></Root>`,
    rejects: [
      '{ x: { $type: "More", a: "", b: "" }, head: "" }',
      '{ x: { a: "" }, head: { other: "" } }',
    ],
    refused: [`<Root ${t}><x><a>1</a></x><other>h</other></Root>`],
  },
  {
    shows: "an element blocked from substitution stands alone",
    schema: `<xs:element name="head" block="substitution" ${string}/><xs:element name="other" substitutionGroup="t:head" ${string}/>${sequence('<xs:element ref="t:head"/>')}`,
    value: { head: "h" },
    xml: `<Root ${t}><head>h</head></Root>`,
    rejects: ['{ head: { other: "" } }', '{ head: { head: "" } }'],
    refused: [`<Root ${t}><other>h</other></Root>`],
  },
  {
    shows:
      "members of a substitution group whose derivation is blocked stay out",
    schema: `${complex("Base", a)}${derived("More", "extension", { base: "Base", content: b })}${derived("Less", "restriction", { base: "Base", content: a })}
      <xs:element name="head" type="t:Base" block="extension"/><xs:element name="more" type="t:More" substitutionGroup="t:head"/><xs:element name="less" type="t:Less" substitutionGroup="t:head"/>${sequence('<xs:element ref="t:head"/>')}`,
    value: { head: { less: { a: "1" } } },
    xml: `<Root ${t}><less><a>1</a></less></Root>`,
    rejects: ['{ head: { more: { a: "", b: "" } } }'],
    refused: [`<Root ${t}><more><a>1</a><b>2</b></more></Root>`],
  },
  {
    shows:
      "substitution groups have members of members, and heads that may stand themselves",
    schema: `${complex("Base", a)}${derived("More", "extension", { base: "Base", content: b })}
      <xs:element name="head" type="t:Base"/><xs:element name="one" substitutionGroup="t:head"/><xs:element name="two" type="t:More" substitutionGroup="t:one"/>${sequence('<xs:element ref="t:head" maxOccurs="unbounded"/>')}`,
    value: {
      head: [
        { head: { a: "1" } },
        { one: { a: "2" } },
        { two: { a: "3", b: "4" } },
      ],
    },
    xml: `<Root ${t}><head><a>1</a></head><one><a>2</a></one><two><a>3</a><b>4</b></two></Root>`,
    rejects: [
      '{ head: [{ three: { a: "" } }] }',
      '{ head: [{ two: { a: "" } }] }',
    ],
  },
  {
    shows: "an abstract element without members can stand nowhere",
    schema: `<xs:element name="nobody" abstract="true" ${string}/>${sequence(`<xs:element name="a" ${string}/><xs:element ref="t:nobody" minOccurs="0"/>`)}`,
    value: { a: "1" },
    xml: `<Root ${t}><a>1</a></Root>`,
    rejects: ['{ a: "", nobody: "" }'],
    refused: [`<Root ${t}><a>1</a><nobody>x</nobody></Root>`],
  },
  {
    shows: "substitution groups work inside choices",
    schema: `<xs:element name="head" abstract="true" ${string}/><xs:element name="one" ${string} substitutionGroup="t:head"/><xs:element name="two" ${string} substitutionGroup="t:head"/>
      ${root(`<xs:choice maxOccurs="unbounded"><xs:element ref="t:head"/><xs:element name="z" ${int}/></xs:choice>`)}`,
    value: {
      $choice: [{ head: { two: "x" } }, { z: 1 }, { head: { one: "y" } }],
    },
    xml: `<Root ${t}><two>x</two><z>1</z><one>y</one></Root>`,
    rejects: ['{ $choice: [{ head: { head: "" } }] }'],
  },
  {
    shows: "an extension of simple content adds attributes",
    schema: `<xs:complexType name="Price"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" ${string}/></xs:extension></xs:simpleContent></xs:complexType>
      <xs:complexType name="Net"><xs:simpleContent><xs:extension base="t:Price"><xs:attribute name="vat" ${int} use="required"/></xs:extension></xs:simpleContent></xs:complexType>
      ${sequence('<xs:element name="p" type="t:Net"/>')}`,
    value: { p: { $value: "1.5", currency: "EUR", vat: 19 } },
    xml: `<Root ${t}><p currency="EUR" vat="19">1.5</p></Root>`,
    rejects: ['{ p: { $value: "1" } }', '{ p: "1" }'],
  },
  {
    shows:
      "a restriction of simple content keeps attributes and narrows the text",
    schema: `<xs:complexType name="Sized"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="unit" ${string}/><xs:attribute name="old" ${string}/></xs:extension></xs:simpleContent></xs:complexType>
      <xs:element name="Root"><xs:complexType><xs:simpleContent><xs:restriction base="t:Sized"><xs:enumeration value="S"/><xs:enumeration value="L"/><xs:attribute name="unit" ${string} use="required"/><xs:attribute name="old" use="prohibited"/></xs:restriction></xs:simpleContent></xs:complexType></xs:element>`,
    value: { $value: "S", unit: "eu" },
    xml: `<Root ${t} unit="eu">S</Root>`,
    rejects: [
      '{ $value: "M", unit: "" }',
      '{ $value: "S" }',
      '{ $value: "S", unit: "", old: "" }',
    ],
    refused: [`<Root ${t} unit="">M</Root>`, `<Root ${t}>S</Root>`],
  },
  {
    shows: "a restriction may prohibit and require attributes of its base",
    schema: `${complex("Base", `<xs:attribute name="x" ${string}/><xs:attribute name="y" ${string}/><xs:attribute name="z" ${string}/>`)}
      <xs:element name="Root"><xs:complexType><xs:complexContent><xs:restriction base="t:Base"><xs:attribute name="x" ${string} use="required"/><xs:attribute name="y" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType></xs:element>`,
    value: { x: "1", z: "2" },
    xml: `<Root ${t} x="1" z="2"/>`,
    accepts: ['{ x: "" }'],
    rejects: ["{}", '{ x: "", y: "" }'],
    refused: [`<Root ${t} x="1" y="2"/>`, `<Root ${t} z="2"/>`],
  },
  {
    shows: "an extension of a choice has the choice and its own",
    schema: `${complex("Base", `<xs:choice><xs:element name="a" ${string}/><xs:element name="b" ${string}/></xs:choice>`)}
      <xs:element name="Root"><xs:complexType><xs:complexContent><xs:extension base="t:Base"><xs:choice><xs:element name="c" ${string}/><xs:element name="d" ${string}/></xs:choice></xs:extension></xs:complexContent></xs:complexType></xs:element>`,
    value: { a: "1", d: "2" },
    xml: `<Root ${t}><a>1</a><d>2</d></Root>`,
    rejects: ['{ a: "" }', '{ c: "" }', '{ a: "", b: "", c: "" }'],
  },
  {
    shows: "an extension may add a member of a name its base has",
    schema: `${complex("Base", a)}<xs:element name="Root"><xs:complexType><xs:complexContent><xs:extension base="t:Base"><xs:sequence>${element("b", "xs:int")}<xs:element name="a" ${int}/></xs:sequence><xs:attribute name="a" ${string}/></xs:extension></xs:complexContent></xs:complexType></xs:element>`,
    value: { a: "1", b: 2, a_2: 3, a_3: "4" },
    xml: `<Root ${t} a="4"><a>1</a><b>2</b><a>3</a></Root>`,
    rejects: ['{ a: "", b: 1 }'],
  },
  {
    shows: "final changes nothing on the wire",
    attributes: 'finalDefault="#all"',
    schema: `${complex("Base", a, 'final=""')}${derived("More", "extension", { base: "Base", content: b })}${sequence('<xs:element name="x" type="t:Base" final="#all"/>')}`,
    value: { x: { $type: "More", a: "1", b: "2" } },
    xml: `<Root ${t}><x ${ns} xsi:type="ns1:More"><a>1</a><b>2</b></x></Root>`,
    rejects: ["{ x: {} }"],
  },
];
