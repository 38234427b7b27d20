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

const a = `<xs:element name="a" ${string}/>`;
const b = `<xs:element name="b" ${string}/>`;
const c = `<xs:element name="c" ${string}/>`;
const d = `<xs:element name="d" ${string}/>`;

/** Groups in groups, and how often they occur (part 1 §3.8, §3.9). */
export const contentModels: readonly Construct[] = [
  {
    shows: "a choice between a sequence and an element takes one of them whole",
    schema: sequence(
      `${a}<xs:choice><xs:sequence>${b}${c}</xs:sequence>${d}</xs:choice>`,
    ),
    value: { a: "1", b: "2", c: "3" },
    xml: `<Root ${t}><a>1</a><b>2</b><c>3</c></Root>`,
    accepts: ['{ a: "", d: "" }'],
    rejects: [
      '{ a: "" }',
      '{ a: "", b: "" }',
      '{ a: "", b: "", c: "", d: "" }',
      '{ a: "", b: "", d: "" }',
    ],
    refused: [
      `<Root ${t}><a>1</a></Root>`,
      `<Root ${t}><a>1</a><b>2</b></Root>`,
      `<Root ${t}><a>1</a><d>2</d><b/><c/></Root>`,
    ],
  },
  {
    shows: "an optional choice may be left out",
    schema: sequence(`${a}<xs:choice minOccurs="0">${b}${c}</xs:choice>`),
    value: { a: "1", c: "2" },
    xml: `<Root ${t}><a>1</a><c>2</c></Root>`,
    accepts: ['{ a: "" }', '{ a: "", b: "" }'],
    rejects: ['{ a: "", b: "", c: "" }', '{ b: "" }'],
    refused: [`<Root ${t}><a/><b/><c/></Root>`],
  },
  {
    shows: "an optional sequence is there as a whole or not at all",
    schema: sequence(
      `${a}<xs:sequence minOccurs="0">${b}${c}<xs:element name="e" ${string} minOccurs="0"/></xs:sequence>`,
    ),
    value: { a: "1", b: "2", c: "3" },
    xml: `<Root ${t}><a>1</a><b>2</b><c>3</c></Root>`,
    accepts: ['{ a: "" }', '{ a: "", b: "", c: "", e: "" }'],
    rejects: ['{ a: "", b: "" }', '{ a: "", e: "" }', '{ b: "", c: "" }'],
    refused: [`<Root ${t}><a/><b/></Root>`],
  },
  {
    shows: "an optional sequence of optional members is just these",
    schema: sequence(
      `${a}<xs:sequence minOccurs="0"><xs:element name="b" ${string} minOccurs="0"/><xs:element name="c" ${string} minOccurs="0"/></xs:sequence>`,
    ),
    value: { a: "1", c: "3" },
    xml: `<Root ${t}><a>1</a><c>3</c></Root>`,
    accepts: ['{ a: "" }', '{ a: "", b: "" }', '{ a: "", b: "", c: "" }'],
    rejects: ["{}"],
  },
  {
    shows: "a repeated sequence is an array of its occurrences",
    schema: sequence(
      `${a}<xs:sequence maxOccurs="unbounded"><xs:element name="k" ${string}/><xs:element name="v" ${int} minOccurs="0"/></xs:sequence>`,
    ),
    value: { a: "1", $sequence: [{ k: "x", v: 1 }, { k: "y" }] },
    xml: `<Root ${t}><a>1</a><k>x</k><v>1</v><k>y</k></Root>`,
    rejects: [
      '{ a: "" }',
      '{ a: "", $sequence: [{ v: 1 }] }',
      '{ a: "", k: "", v: 1 }',
    ],
    refused: [`<Root ${t}><a/></Root>`, `<Root ${t}><a/><v>1</v></Root>`],
  },
  {
    shows: "a repeated choice of groups keeps the order of its occurrences",
    schema: sequence(
      `<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:sequence>${a}${b}</xs:sequence>${c}</xs:choice>`,
    ),
    value: { $choice: [{ c: "1" }, { a: "2", b: "3" }, { c: "4" }] },
    xml: `<Root ${t}><c>1</c><a>2</a><b>3</b><c>4</c></Root>`,
    accepts: ["{}", "{ $choice: [] }"],
    rejects: [
      '{ $choice: [{ a: "" }] }',
      '{ $choice: [{ a: "", b: "", c: "" }] }',
      '{ c: "" }',
    ],
    refused: [`<Root ${t}><c/><a/></Root>`],
  },
  {
    shows: "a choice of repeated elements takes many of one",
    schema: root(
      `<xs:choice><xs:element name="a" ${string} maxOccurs="unbounded"/><xs:element name="b" ${int} maxOccurs="2"/></xs:choice>`,
    ),
    value: { b: [1, 2] },
    xml: `<Root ${t}><b>1</b><b>2</b></Root>`,
    accepts: ['{ a: ["", ""] }'],
    rejects: ['{ a: "" }', "{}", '{ a: [""], b: [1] }'],
    refused: [`<Root ${t}><b>1</b><b>2</b><b>3</b></Root>`, `<Root ${t}/>`],
  },
  {
    shows: "two choices in a sequence are chosen apart",
    schema: sequence(
      `<xs:choice>${a}${b}</xs:choice><xs:choice>${c}${d}</xs:choice>`,
    ),
    value: { a: "1", d: "2" },
    xml: `<Root ${t}><a>1</a><d>2</d></Root>`,
    accepts: ['{ b: "", c: "" }'],
    rejects: [
      '{ a: "" }',
      '{ a: "", b: "", c: "" }',
      '{ a: "", c: "", d: "" }',
    ],
  },
  {
    shows: "branches of a choice may share members",
    schema: root(
      `<xs:choice><xs:sequence>${a}${b}</xs:sequence><xs:sequence>${c}${b}</xs:sequence></xs:choice>`,
    ),
    value: { c: "1", b: "2" },
    xml: `<Root ${t}><c>1</c><b>2</b></Root>`,
    accepts: ['{ a: "", b: "" }'],
    rejects: ['{ b: "" }', '{ a: "", c: "", b: "" }'],
  },
  {
    shows: "an element that stands twice in a sequence has two properties",
    schema: sequence(`${a}${b}${a}`),
    value: { a: "1", b: "2", a_2: "3" },
    xml: `<Root ${t}><a>1</a><b>2</b><a>3</a></Root>`,
    rejects: ['{ a: "", b: "" }'],
  },
  {
    shows: "all takes its members in any order",
    schema: root(`<xs:all>${a}${b}${c}</xs:all>`),
    value: { a: "1", b: "2", c: "3" },
    xml: `<Root ${t}><a>1</a><b>2</b><c>3</c></Root>`,
    sameAs: [`<Root ${t}><c>3</c><a>1</a><b>2</b></Root>`],
    rejects: ['{ a: "", b: "" }'],
    refused: [
      `<Root ${t}><a/><b/></Root>`,
      `<Root ${t}><a/><b/><c/><a/></Root>`,
    ],
  },
  {
    shows: "an optional all may be empty",
    schema: root(`<xs:all minOccurs="0">${a}${b}</xs:all>`),
    value: {},
    xml: `<Root ${t}/>`,
    accepts: ['{ a: "", b: "" }'],
    rejects: ['{ a: "" }', "{ c: 1 }"],
    refused: [`<Root ${t}><a/></Root>`],
  },
  {
    shows: "model groups may be nested, repeated, and part of a choice",
    schema: `<xs:group name="Inner"><xs:choice>${a}${b}</xs:choice></xs:group>
      <xs:group name="Outer"><xs:sequence><xs:group ref="t:Inner"/>${c}</xs:sequence></xs:group>
      ${root(`<xs:choice><xs:group ref="t:Outer"/>${d}</xs:choice>`)}`,
    value: { b: "1", c: "2" },
    xml: `<Root ${t}><b>1</b><c>2</c></Root>`,
    accepts: ['{ d: "" }', '{ a: "", c: "" }'],
    rejects: [
      '{ c: "" }',
      '{ a: "", b: "", c: "" }',
      '{ a: "", c: "", d: "" }',
    ],
  },
  {
    shows: "a repeated reference to a model group keeps its occurrences",
    schema: `<xs:group name="G"><xs:sequence>${a}<xs:element name="n" ${int}/></xs:sequence></xs:group>
      ${root('<xs:group ref="t:G" minOccurs="2" maxOccurs="3"/>')}`,
    value: {
      $sequence: [
        { a: "1", n: 1 },
        { a: "2", n: 2 },
      ],
    },
    xml: `<Root ${t}><a>1</a><n>1</n><a>2</a><n>2</n></Root>`,
    rejects: ['{ a: "", n: 1 }', "{ $sequence: [{ n: 1 }] }"],
    refused: [`<Root ${t}><a/><n>1</n></Root>`],
  },
  {
    shows: "a group may contain an element of the type around it",
    schema: `<xs:group name="G"><xs:sequence>${a}<xs:element name="again" type="t:Node" minOccurs="0"/></xs:sequence></xs:group>
      ${complex("Node", '<xs:group ref="t:G"/>')}<xs:element name="Root" type="t:Node"/>`,
    typeName: "Node",
    value: { a: "1", again: { a: "2", again: { a: "3" } } },
    xml: `<Root ${t}><a>1</a><again><a>2</a><again><a>3</a></again></again></Root>`,
    rejects: ["{}", '{ a: "", again: {} }'],
  },
  {
    shows: "a group may contain itself in types without a name",
    schema: `<xs:group name="Expression"><xs:choice><xs:element name="is" ${string}/><xs:element name="not"><xs:complexType><xs:group ref="t:Expression"/></xs:complexType></xs:element><xs:group ref="t:Both"/></xs:choice></xs:group>
      <xs:group name="Both"><xs:sequence><xs:element name="both"><xs:complexType><xs:group ref="t:Expression" minOccurs="2" maxOccurs="2"/></xs:complexType></xs:element></xs:sequence></xs:group>
      ${root('<xs:group ref="t:Expression"/>')}`,
    value: { both: { $choice: [{ not: { is: "1" } }, { is: "2" }] } },
    xml: `<Root ${t}><both><not><is>1</is></not><is>2</is></both></Root>`,
    accepts: ['{ not: { not: { is: "" } } }'],
    rejects: ["{}", "{ not: {} }", '{ is: "", not: { is: "" } }'],
    refused: [`<Root ${t}><not/></Root>`],
  },
  {
    shows: "an element may contain itself by reference",
    schema: sequence(
      `${a}<xs:element ref="t:Root" minOccurs="0" maxOccurs="unbounded"/>`,
    ),
    value: { a: "1", Root: [{ a: "2" }, { a: "3", Root: [{ a: "4" }] }] },
    xml: `<Root ${t}><a>1</a><Root><a>2</a></Root><Root><a>3</a><Root><a>4</a></Root></Root></Root>`,
    rejects: ['{ a: "", Root: { a: "" } }'],
  },
  {
    shows: "types may refer to each other",
    schema: `${complex("Man", '<xs:sequence><xs:element name="wife" type="t:Woman" minOccurs="0"/></xs:sequence>')}
      ${complex("Woman", '<xs:sequence><xs:element name="husband" type="t:Man" minOccurs="0"/></xs:sequence>')}${sequence('<xs:element name="m" type="t:Man"/>')}`,
    value: { m: { wife: { husband: {} } } },
    xml: `<Root ${t}><m><wife><husband/></wife></m></Root>`,
    rejects: ["{ m: { husband: {} } }"],
  },
  {
    shows: "a type without content has no members",
    schema: `${complex("Nothing", "")}${sequence('<xs:element name="n" type="t:Nothing"/>')}`,
    value: { n: {} },
    xml: `<Root ${t}><n/></Root>`,
    rejects: ["{ n: { x: 1 } }", "{ n: null }"],
    refused: [`<Root ${t}><n><x/></n></Root>`, `<Root ${t}><n>text</n></Root>`],
  },
  {
    shows: "what may occur zero times at most is not there",
    schema: sequence(
      `${a}<xs:element name="gone" ${string} minOccurs="0" maxOccurs="0"/>`,
    ),
    value: { a: "1" },
    xml: `<Root ${t}><a>1</a></Root>`,
    rejects: ['{ a: "", gone: "" }'],
    refused: [`<Root ${t}><a/><gone/></Root>`],
  },
  {
    shows: "anonymous types get names of their own",
    schema: sequence(
      `<xs:element name="line" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="part"><xs:complexType><xs:attribute name="no" ${int} use="required"/></xs:complexType></xs:element>
       <xs:element name="size"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="S"/><xs:enumeration value="L"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element>`,
    ),
    value: { line: [{ part: { no: 1 }, size: "S" }] },
    xml: `<Root ${t}><line><part no="1"/><size>S</size></line></Root>`,
    rejects: [
      '{ line: [{ part: {}, size: "S" }] }',
      '{ line: [{ part: { no: 1 }, size: "M" }] }',
    ],
  },
  {
    shows: "bounds of occurrence hold on the wire",
    schema: sequence(element("a", "xs:int", 'minOccurs="2" maxOccurs="3"')),
    value: { a: [1, 2, 3] },
    xml: `<Root ${t}><a>1</a><a>2</a><a>3</a></Root>`,
    rejects: ["{}"],
    refused: [
      `<Root ${t}><a>1</a></Root>`,
      `<Root ${t}><a>1</a><a>2</a><a>3</a><a>4</a></Root>`,
    ],
    unsendable: [{ a: [1] }, { a: [1, 2, 3, 4] }],
  },
];
