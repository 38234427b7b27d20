/** Content before and after, and the codes where it is that of requests, and of answers. */
export interface ContentCase {
  readonly old: string;
  readonly new: string;
  readonly schema?: string;
  readonly newSchema?: string;
  readonly request: readonly string[];
  readonly response: readonly string[];
}

export const sequence = (content: string): string =>
  `<xs:sequence>${content}</xs:sequence>`;
export const element = (facts: string): string =>
  sequence(`<xs:element name="A" ${facts}/>`);
const attribute = (facts: string): string =>
  `<xs:attribute name="a" ${facts}/>`;
export const A = '<xs:element name="A" type="xs:int"/>';
export const B = '<xs:element name="B" type="xs:int"/>';
export const optional = '<xs:element name="B" type="xs:int" minOccurs="0"/>';
const restricted = (facets: string, base = "xs:string"): string =>
  sequence(
    `<xs:element name="A"><xs:simpleType><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType></xs:element>`,
  );
const literals = (...values: readonly string[]): string =>
  restricted(
    values.map((value) => `<xs:enumeration value="${value}"/>`).join(""),
  );
export const complex = (name: string, content: string, facts = ""): string =>
  `<xs:complexType name="${name}" ${facts}>${content}</xs:complexType>`;
const derived = (name: string): string =>
  complex(
    name,
    '<xs:complexContent><xs:extension base="t:Base"/></xs:complexContent>',
  );

const money = (attributes: string): string =>
  `<xs:simpleContent><xs:extension base="xs:decimal">${attributes}</xs:extension></xs:simpleContent>`;

/** What types can differ in. */
export const contentCases: Readonly<Record<string, ContentCase>> = {
  "an optional member came": {
    old: sequence(A),
    new: sequence(A + optional),
    request: ["request-member-added"],
    response: ["response-member-added"],
  },
  "a required member came": {
    old: sequence(A),
    new: sequence(A + B),
    request: ["request-required-member-added"],
    response: ["response-member-added"],
  },
  "an optional member went": {
    old: sequence(A + optional),
    new: sequence(A),
    request: ["request-member-removed"],
    response: ["response-member-removed"],
  },
  "a required member went": {
    old: sequence(A + B),
    new: sequence(A),
    request: ["request-member-removed"],
    response: ["response-required-member-removed"],
  },
  "a member became required": {
    old: element('type="xs:int" minOccurs="0"'),
    new: element('type="xs:int"'),
    request: ["request-member-required"],
    response: ["response-member-required"],
  },
  "a member became optional": {
    old: element('type="xs:int"'),
    new: element('type="xs:int" minOccurs="0"'),
    request: ["request-member-optional"],
    response: ["response-member-optional"],
  },
  "an attribute became required": {
    old: attribute('type="xs:int"'),
    new: attribute('type="xs:int" use="required"'),
    request: ["request-member-required"],
    response: ["response-member-required"],
  },
  "a member became nillable": {
    old: element('type="xs:int"'),
    new: element('type="xs:int" nillable="true"'),
    request: ["request-nillable"],
    response: ["response-nillable"],
  },
  "a member is no longer nillable": {
    old: element('type="xs:int" nillable="true"'),
    new: element('type="xs:int"'),
    request: ["request-not-nillable"],
    response: ["response-not-nillable"],
  },
  "a value became an array": {
    old: element('type="xs:int"'),
    new: element('type="xs:int" maxOccurs="unbounded"'),
    request: ["became-array"],
    response: ["became-array"],
  },
  "an array became a value": {
    old: element('type="xs:int" maxOccurs="3"'),
    new: element('type="xs:int"'),
    request: ["request-became-single"],
    response: ["response-became-single"],
  },
  "an array has fewer items": {
    old: element('type="xs:int" maxOccurs="unbounded"'),
    new: element('type="xs:int" maxOccurs="5"'),
    request: ["request-occurrence-narrowed"],
    response: ["response-occurrence-narrowed"],
  },
  "an array has more items": {
    old: element('type="xs:int" minOccurs="2" maxOccurs="5"'),
    new: element('type="xs:int" maxOccurs="9"'),
    request: ["occurrence-widened"],
    response: ["occurrence-widened"],
  },
  "an array may be empty": {
    old: element('type="xs:int" maxOccurs="5"'),
    new: element('type="xs:int" minOccurs="0" maxOccurs="5"'),
    request: ["request-member-optional"],
    response: ["response-member-optional"],
  },
  "members changed places": {
    old: sequence(A + B),
    new: sequence(B + A),
    request: ["order-changed"],
    response: ["order-changed"],
  },
  "all became a sequence": {
    old: `<xs:all>${A}${B}</xs:all>`,
    new: sequence(A + B),
    request: ["request-order-fixed"],
    response: ["response-order-fixed"],
  },
  "a sequence became all": {
    old: sequence(A + B),
    new: `<xs:all>${A}${B}</xs:all>`,
    request: ["request-order-freed"],
    response: ["response-order-freed"],
  },
  "a sequence became a choice": {
    old: sequence(A + B),
    new: `<xs:choice>${A}${B}</xs:choice>`,
    request: [
      "choice-changed",
      "request-member-optional",
      "request-member-optional",
    ],
    response: [
      "choice-changed",
      "response-member-optional",
      "response-member-optional",
    ],
  },
  "a choice has one more branch": {
    old: `<xs:choice>${A}${B}</xs:choice>`,
    new: `<xs:choice>${A}${B}<xs:element name="C" type="xs:int"/></xs:choice>`,
    request: ["request-alternative-added"],
    response: ["response-alternative-added"],
  },
  "a choice has one branch less": {
    old: `<xs:choice>${A}${B}<xs:element name="C" type="xs:int"/></xs:choice>`,
    new: `<xs:choice>${A}${B}</xs:choice>`,
    request: ["request-alternative-removed"],
    response: ["response-alternative-removed"],
  },
  "int became long": {
    old: element('type="xs:int"'),
    new: element('type="xs:long"'),
    request: ["representation-changed", "request-values-widened"],
    response: ["representation-changed", "response-values-widened"],
  },
  "long became int": {
    old: element('type="xs:long"'),
    new: element('type="xs:int"'),
    request: ["request-values-narrowed", "representation-changed"],
    response: ["representation-changed", "response-values-narrowed"],
  },
  "short became int": {
    old: element('type="xs:short"'),
    new: element('type="xs:int"'),
    request: ["request-values-widened"],
    response: ["response-values-widened"],
  },
  "a text has an attribute": {
    old: element('type="xs:decimal"'),
    new: element('type="t:T"'),
    newSchema: complex("T", money(attribute('type="xs:int"'))),
    request: ["representation-changed", "request-member-added", "type-added"],
    response: ["representation-changed", "response-member-added", "type-added"],
  },
  "a text must have an attribute": {
    old: element('type="xs:decimal"'),
    new: element('type="t:T"'),
    newSchema: complex("T", money(attribute('type="xs:int" use="required"'))),
    request: [
      "request-required-member-added",
      "representation-changed",
      "type-added",
    ],
    response: ["representation-changed", "response-member-added", "type-added"],
  },
  "a text became an object with members": {
    old: element('type="xs:decimal"'),
    new: element('type="t:T"'),
    newSchema: complex("T", sequence(B)),
    request: ["type-changed", "type-added"],
    response: ["type-changed", "type-added"],
  },
  "a date became a boolean": {
    old: element('type="xs:date"'),
    new: element('type="xs:boolean"'),
    request: ["type-changed"],
    response: ["type-changed"],
  },
  "a value became a list": {
    old: element('type="xs:int"'),
    new: sequence(
      '<xs:element name="A"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>',
    ),
    request: ["type-changed"],
    response: ["type-changed"],
  },
  "a text may be shorter only": {
    old: restricted('<xs:maxLength value="20"/>'),
    new: restricted('<xs:maxLength value="3"/>'),
    request: ["request-values-narrowed"],
    response: ["response-values-narrowed"],
  },
  "a bound fell": {
    old: restricted('<xs:minInclusive value="10"/>', "xs:int"),
    new: restricted('<xs:minInclusive value="9"/>', "xs:int"),
    request: ["request-values-widened"],
    response: ["response-values-widened"],
  },
  "a pattern is another one": {
    old: restricted('<xs:pattern value="a+"/>'),
    new: restricted('<xs:pattern value="b+"/>'),
    request: ["request-values-changed"],
    response: ["response-values-changed"],
  },
  "a literal came": {
    old: literals("a"),
    new: literals("a", "b"),
    request: ["request-literal-added"],
    response: ["response-literal-added"],
  },
  "a literal went": {
    old: literals("a", "b"),
    new: literals("a"),
    request: ["request-literal-removed"],
    response: ["response-literal-removed"],
  },
  "a text became one of literals": {
    old: element('type="xs:string"'),
    new: literals("a"),
    request: ["request-values-narrowed"],
    response: ["response-values-narrowed"],
  },
  "literals became any text": {
    old: literals("a"),
    new: element('type="xs:string"'),
    request: ["request-values-widened"],
    response: ["response-enumeration-removed"],
  },
  "a fixed value changed": {
    old: attribute('type="xs:int" fixed="1"'),
    new: attribute('type="xs:int" fixed="2"'),
    request: ["fixed-changed"],
    response: ["fixed-changed"],
  },
  "a default changed": {
    old: attribute('type="xs:int" default="1"'),
    new: attribute('type="xs:int" default="2"'),
    request: ["default-changed"],
    response: ["default-changed"],
  },
  "any elements came": {
    old: sequence(A),
    new: sequence(
      `${A}<xs:any minOccurs="0" processContents="lax" namespace="##other"/>`,
    ),
    request: ["wildcard-added"],
    response: ["wildcard-added"],
  },
  "any attributes went": {
    old: "<xs:anyAttribute/>",
    new: "",
    request: ["request-wildcard-removed"],
    response: ["response-wildcard-removed"],
  },
  "text came between the members": {
    old: element('type="t:T"'),
    new: element('type="t:T"'),
    schema: complex("T", sequence(B)),
    newSchema: complex("T", sequence(B), 'mixed="true"'),
    request: ["mixed-changed"],
    response: ["mixed-changed"],
  },
  "a type has one more that derives from it": {
    old: element('type="t:Base"'),
    new: element('type="t:Base"'),
    schema: complex("Base", "") + derived("One"),
    newSchema: complex("Base", "") + derived("One") + derived("Two"),
    request: ["request-alternative-added", "type-added"],
    response: ["response-alternative-added", "type-added"],
  },
  "a type has one less that derives from it": {
    old: element('type="t:Base"'),
    new: element('type="t:Base"'),
    schema: complex("Base", "") + derived("One"),
    newSchema: complex("Base", ""),
    request: ["request-alternative-removed", "type-removed"],
    response: ["response-alternative-removed", "type-removed"],
  },
  "a type was renamed": {
    old: element('type="t:T"'),
    new: element('type="t:U"'),
    schema: complex("T", sequence(B)),
    newSchema: complex("U", sequence(B)),
    request: ["type-renamed"],
    response: ["type-renamed"],
  },
  "another type has its place": {
    old: sequence(
      '<xs:element name="A" type="t:T"/><xs:element name="C" type="t:U"/>',
    ),
    new: sequence(
      '<xs:element name="A" type="t:U"/><xs:element name="C" type="t:T"/>',
    ),
    schema: complex("T", sequence(B)) + complex("U", sequence(B)),
    newSchema: complex("T", sequence(B)) + complex("U", sequence(B)),
    request: ["type-replaced", "type-replaced"],
    response: ["type-replaced", "type-replaced"],
  },
  "anything became a type": {
    old: element('type="xs:anyType"'),
    new: element('type="t:T"'),
    schema: complex("T", sequence(B)),
    request: ["request-values-narrowed", "representation-changed"],
    response: ["representation-changed", "response-values-narrowed"],
  },
  "a type became anything": {
    old: element('type="t:T"'),
    new: element('type="xs:anyType"'),
    schema: complex("T", sequence(B)),
    request: ["representation-changed", "request-values-widened"],
    response: ["representation-changed", "response-values-widened"],
  },
};
