import type { Construct } from "../construct.js";
import {
  complex,
  element,
  int,
  root,
  sequence,
  string,
  t,
} from "./shorthand.js";

/** Attributes, wildcards, mixed content, nil (part 1 §3.2, §3.5, §3.6, §3.10). */
export const attributesAndWildcards: readonly Construct[] = [
  {
    shows:
      "an optional attribute with a default may be absent, and then stays so",
    schema: root(
      `<xs:attribute name="d" ${int} default="5"/><xs:attribute name="x" ${string}/>`,
    ),
    value: { x: "1" },
    xml: `<Root ${t} x="1"/>`,
    accepts: ["{}"],
    rejects: ['{ d: "5" }'],
  },
  {
    shows: "a fixed attribute admits one value",
    schema: root(`<xs:attribute name="version" ${string} fixed="1.0"/>`),
    value: { version: "1.0" },
    xml: `<Root ${t} version="1.0"/>`,
    accepts: ["{}"],
    rejects: ['{ version: "2.0" }'],
    refused: [`<Root ${t} version="2.0"/>`],
    unsendable: [{ version: "2.0" }],
  },
  {
    shows: "attribute groups nest, and bring their wildcards",
    schema: `<xs:attributeGroup name="In"><xs:attribute name="i" ${string} use="required"/><xs:anyAttribute namespace="##other"/></xs:attributeGroup>
      <xs:attributeGroup name="Out"><xs:attributeGroup ref="t:In"/><xs:attribute name="o" ${string}/></xs:attributeGroup>${root('<xs:attributeGroup ref="t:Out"/>')}`,
    value: { i: "1", o: "2", $attributes: { "{urn:x}y": "3" } },
    xml: `<Root ${t} i="1" o="2" xmlns:x="urn:x" x:y="3"/>`,
    rejects: ["{}", '{ i: "", $attributes: { x: 1 } }'],
    refused: [`<Root ${t} i="1" q="2"/>`, `<Root ${t} o="1"/>`],
  },
  {
    shows: "references to global attributes are qualified, local ones by form",
    schema: `<xs:attribute name="g" ${int}/>${root(`<xs:attribute ref="t:g" use="required"/><xs:attribute name="q" form="qualified" ${string}/><xs:attribute name="u" ${string}/>`)}`,
    value: { g: 1, q: "2", u: "3" },
    xml: `<t:Root xmlns:t="urn:t" t:g="1" t:q="2" u="3"/>`,
    rejects: ["{}"],
    refused: [`<Root ${t} g="1"/>`],
  },
  {
    shows: "attributeFormDefault qualifies attributes",
    attributes: 'attributeFormDefault="qualified"',
    schema: root(
      `<xs:attribute name="q" ${string}/><xs:attribute name="u" form="unqualified" ${string}/>`,
    ),
    value: { q: "1", u: "2" },
    xml: `<t:Root xmlns:t="urn:t" t:q="1" u="2"/>`,
    rejects: ["{ q: 1 }"],
  },
  {
    shows: "an attribute and an element of one name are two properties",
    schema: root(
      `<xs:sequence><xs:element name="id" ${int}/></xs:sequence><xs:attribute name="id" ${string}/>`,
    ),
    value: { id: 1, id_2: "x" },
    xml: `<Root ${t} id="x"><id>1</id></Root>`,
    rejects: ['{ id: "x" }'],
  },
  {
    shows: "an attribute may have a type in place",
    schema: root(
      '<xs:attribute name="size"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="S"/><xs:enumeration value="L"/></xs:restriction></xs:simpleType></xs:attribute>',
    ),
    value: { size: "S" },
    xml: `<Root ${t} size="S"/>`,
    rejects: ['{ size: "M" }'],
    refused: [`<Root ${t} size="M"/>`],
  },
  {
    shows: "attributes of any namespace are a record",
    schema: root('<xs:anyAttribute processContents="lax"/>'),
    value: { $attributes: { plain: "1", "{urn:x}y": "2" } },
    xml: `<Root ${t} plain="1" xmlns:x="urn:x" x:y="2"/>`,
    accepts: ["{}"],
    rejects: ["{ $attributes: { a: 1 } }", '{ plain: "1" }'],
  },
  {
    shows: "an unbounded wildcard is an array of elements",
    schema: sequence(
      '<xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>',
    ),
    value: {
      $any: [
        { name: "{urn:x}y", children: ["text"] },
        { name: "z", attributes: { a: "1" } },
      ],
    },
    xml: `<t:Root xmlns:t="urn:t"><x:y xmlns:x="urn:x">text</x:y><z a="1"/></t:Root>`,
    accepts: ["{}"],
    rejects: ['{ $any: "x" }', "{ $any: [1] }"],
  },
  {
    shows: "a wildcard admits the namespaces that it lists",
    schema: sequence(
      '<xs:any namespace="urn:x ##local" processContents="lax" minOccurs="0"/>',
    ),
    value: { $any: { name: "{urn:x}y" } },
    xml: `<Root ${t}><x:y xmlns:x="urn:x"/></Root>`,
    rejects: ["{ $any: [] }"],
    refused: [`<Root ${t}><z:y xmlns:z="urn:z"/></Root>`],
  },
  {
    shows: "a wildcard may be a branch of a choice",
    schema: root(
      `<xs:choice><xs:element name="a" ${string}/><xs:any namespace="##other" processContents="lax"/></xs:choice>`,
    ),
    value: { a: "1" },
    xml: `<Root ${t}><a>1</a></Root>`,
    accepts: ['{ $any: { name: "{urn:x}y" } }'],
    rejects: ["{}", '{ a: "", $any: { name: "{urn:x}y" } }'],
    refused: [`<Root ${t}/>`],
  },
  {
    shows: "mixed content of a choice takes any of its elements between text",
    schema: root(
      `<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="b" ${string}/><xs:element name="i" ${int}/></xs:choice><xs:attribute name="lang" ${string}/>`,
      'mixed="true"',
    ),
    value: { lang: "en", $content: ["a", { i: 1 }, { b: "x" }, "c"] },
    xml: `<Root ${t} lang="en">a<i>1</i><b>x</b>c</Root>`,
    rejects: ['{ $content: [{ i: "1" }] }', '{ lang: "" }'],
    refused: [`<Root ${t}>a<u/></Root>`],
  },
  {
    shows: "lists in mixed content are values of one element",
    schema: `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>${root(`<xs:sequence>${element("l", "t:L")}${element("m", "t:L", 'maxOccurs="2"')}</xs:sequence>`, 'mixed="true"')}`,
    value: { $content: ["x", { l: [1, 2] }, { m: [3] }, { m: [] }] },
    xml: `<Root ${t}>x<l>1 2</l><m>3</m><m/></Root>`,
    rejects: ["{ $content: [{ l: 1 }] }"],
  },
  {
    shows: "mixed content without elements is text",
    schema: root("", 'mixed="true"'),
    value: { $content: ["text"] },
    xml: `<Root ${t}>text</Root>`,
    rejects: ['{ $content: "text" }', "{}"],
    refused: [`<Root ${t}><b/></Root>`],
  },
  {
    shows: "an extension of mixed content is mixed",
    schema: `${complex("Base", `<xs:sequence><xs:element name="b" ${string} minOccurs="0"/></xs:sequence>`, 'mixed="true"')}
      <xs:element name="Root"><xs:complexType><xs:complexContent mixed="true"><xs:extension base="t:Base"><xs:sequence><xs:element name="c" ${string} minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:element>`,
    value: { $content: ["1", { b: "2" }, "3", { c: "4" }] },
    xml: `<Root ${t}>1<b>2</b>3<c>4</c></Root>`,
    rejects: ["{ $content: [{ d: 1 }] }", "{ b: 1 }"],
  },
  {
    shows: "a nillable element of a complex type is an object or null",
    schema: sequence(
      `<xs:element name="n" nillable="true" maxOccurs="unbounded"><xs:complexType><xs:sequence>${element("a", "xs:int")}</xs:sequence></xs:complexType></xs:element>`,
    ),
    value: { n: [null, { a: 1 }] },
    xml: `<Root ${t}><n xsi:nil="true"/><n><a>1</a></n></Root>`,
    rejects: ["{ n: null }", "{ n: [{}] }"],
    refused: [`<Root ${t}><n xsi:nil="true"><a>1</a></n></Root>`],
  },
  {
    shows: "what is not nillable refuses nil",
    schema: sequence(element("n", "xs:int")),
    value: { n: 1 },
    xml: `<Root ${t}><n>1</n></Root>`,
    rejects: ["{ n: null }"],
    refused: [`<Root ${t}><n xsi:nil="true"/></Root>`],
    unsendable: [{ n: null }],
  },
  {
    shows: "xs:anyType and xs:anySimpleType are open",
    schema: sequence(
      `${element("s", "xs:anySimpleType")}<xs:element name="x"/>`,
    ),
    value: { s: "1", x: { name: "{urn:t}x", children: ["2"] } },
    xml: `<Root ${t}><s>1</s><x>2</x></Root>`,
    rejects: ["{}"],
  },
];
