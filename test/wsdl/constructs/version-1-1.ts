import type { Construct } from "../construct.js";
import { element, root, sequence, string, t } from "./shorthand.js";

const a = `<xs:element name="a" ${string}/>`;
const plain = {
  value: { a: "1" },
  xml: `<Root ${t}><a>1</a></Root>`,
  rejects: ["{}"],
  warns: ["xsd/version-1.1"],
} as const;

/** What only XML Schema 1.1 knows, and what no version knows: never silent, never in the way. */
export const version11: readonly Construct[] = [
  {
    shows: "xs:assert is warned of",
    ...plain,
    schema: root(`<xs:sequence>${a}</xs:sequence><xs:assert test="a ne ''"/>`),
  },
  {
    shows: "xs:assertion is warned of",
    ...plain,
    schema: `<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:assertion test="true()"/></xs:restriction></xs:simpleType>${sequence(element("a", "t:S"))}`,
  },
  {
    shows: "xs:alternative is warned of",
    ...plain,
    schema: sequence(
      '<xs:element name="a" type="xs:string"><xs:alternative test="@x" type="xs:string"/></xs:element>',
    ),
  },
  {
    shows: "xs:openContent is warned of",
    ...plain,
    schema: root(
      `<xs:openContent><xs:any/></xs:openContent><xs:sequence>${a}</xs:sequence>`,
    ),
  },
  {
    shows: "xs:defaultOpenContent is warned of",
    ...plain,
    schema: `<xs:defaultOpenContent><xs:any/></xs:defaultOpenContent>${sequence(a)}`,
  },
  {
    shows: "xs:explicitTimezone is warned of",
    ...plain,
    schema: `<xs:simpleType name="S"><xs:restriction base="xs:dateTime"><xs:explicitTimezone value="required"/></xs:restriction></xs:simpleType>${sequence(`${a}${element("d", "t:S", 'minOccurs="0"')}`)}`,
  },
  {
    shows: "defaultAttributes is warned of",
    ...plain,
    attributes: 'defaultAttributes="t:AG"',
    schema: `<xs:attributeGroup name="AG"><xs:attribute name="x"/></xs:attributeGroup>${sequence(a)}`,
  },
  {
    shows: "xpathDefaultNamespace is warned of",
    ...plain,
    attributes: 'xpathDefaultNamespace="##local"',
    schema: sequence(a),
  },
  {
    shows: "defaultAttributesApply and inheritable are warned of",
    ...plain,
    schema: root(
      `<xs:sequence>${a}</xs:sequence><xs:attribute name="x" ${string} inheritable="true"/>`,
      'defaultAttributesApply="false"',
    ),
  },
  {
    shows: "notNamespace and notQName are warned of",
    ...plain,
    schema: sequence(
      `${a}<xs:any notNamespace="urn:x" notQName="t:b" processContents="lax" minOccurs="0"/>`,
    ),
  },
  {
    shows: "targetNamespace of a local element is warned of",
    ...plain,
    schema: sequence(
      `${a}<xs:element name="b" targetNamespace="urn:x" ${string} minOccurs="0"/>`,
    ),
  },
  {
    shows: "xs:error is warned of and admits nothing",
    ...plain,
    schema: sequence(`${a}${element("e", "xs:error", 'minOccurs="0"')}`),
    rejects: ["{}", '{ a: "", e: "" }'],
  },
  {
    shows: "members of all that repeat are warned of and kept",
    ...plain,
    schema: root(
      `<xs:all>${a}<xs:element name="b" ${string} minOccurs="0" maxOccurs="3"/></xs:all>`,
    ),
    value: { a: "1", b: ["2", "3"] },
    xml: `<Root ${t}><a>1</a><b>2</b><b>3</b></Root>`,
  },
  {
    shows: "a wildcard in all is warned of and kept",
    ...plain,
    schema: root(
      `<xs:all>${a}<xs:any namespace="##other" processContents="lax" minOccurs="0"/></xs:all>`,
    ),
  },
  {
    shows:
      "several heads of substitution groups are warned of, the first is kept",
    ...plain,
    schema: `<xs:element name="h" ${string}/><xs:element name="i" ${string}/><xs:element name="m" substitutionGroup="t:h t:i" ${string}/>${sequence(`${a}<xs:element ref="t:h" minOccurs="0"/>`)}`,
    accepts: ['{ a: "", h: { m: "" } }'],
  },
  {
    shows: "conditional inclusion is warned of",
    ...plain,
    schema: sequence(
      `${a}<xs:element name="b" ${string} minOccurs="0" xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1"/>`,
    ),
  },
  {
    shows: "unknown elements are warned of",
    ...plain,
    warns: ["xsd/unknown-construct"],
    schema: root(`<xs:sequence>${a}<xs:elment name="b"/></xs:sequence>`),
  },
  {
    shows: "unknown attributes are warned of",
    ...plain,
    warns: ["xsd/unknown-attribute"],
    schema: sequence('<xs:element name="a" type="xs:string" minOccur="0"/>'),
  },
];
