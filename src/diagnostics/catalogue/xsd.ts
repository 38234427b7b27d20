import { family } from "./entry.js";

export const xsdCatalogue = family({
  "xsd/missing-name": {
    severity: "error",
    title: "Component without a name",
    message: "This xs:{element} has neither a name nor a reference.",
    cause:
      "Global components are found by their names, and local elements and attributes appear under theirs on the wire.",
    fix: 'Add name="…" to the xs:{element}.',
    bad: '<xs:element type="xs:string"/>',
    good: '<xs:element name="note" type="xs:string"/>',
  },
  "xsd/invalid-name": {
    severity: "error",
    title: "Name that XML does not allow",
    message: '"{name}" is not a name that XML allows.',
    cause:
      "Names of schema components are NCNames: they start with a letter or _, and contain letters, digits, . - and _ (Namespaces in XML §3).",
    fix: 'Rename "{name}" in the schema; no message can contain it.',
    bad: '<xs:element name="first name"/>',
    good: '<xs:element name="firstName"/>',
  },
  "xsd/invalid-occurs": {
    severity: "error",
    title: "Invalid number of occurrences",
    message: '{attribute}="{value}" {reason}.',
    cause:
      'minOccurs is a whole number from 0, maxOccurs one or "unbounded", and minOccurs is not above maxOccurs (XML Schema part 1 §3.9.6).',
    fix: "Correct {attribute}.",
    bad: '<xs:element name="a" minOccurs="2" maxOccurs="1"/>',
    good: '<xs:element name="a" minOccurs="1" maxOccurs="2"/>',
  },
  "xsd/invalid-value": {
    severity: "warning",
    title: "Invalid attribute value",
    message: '{attribute}="{value}" is not one of {expected}.',
    cause:
      "The attribute has a fixed set of values; the default is used instead.",
    fix: "Write one of {expected}.",
    bad: '<xs:element name="a" nillable="yes"/>',
    good: '<xs:element name="a" nillable="true"/>',
  },
  "xsd/undeclared-prefix": {
    severity: "error",
    title: "Undeclared prefix in a reference",
    message: 'The prefix of "{name}" is not declared.',
    cause:
      "A reference to a component is a QName: its prefix stands for a namespace and needs an xmlns declaration.",
    fix: "Declare the prefix on the schema element.",
    bad: '<xs:element name="a" type="t:A"/>',
    good: '<xs:element xmlns:t="urn:t" name="a" type="t:A"/>',
  },
  "xsd/invalid-array-type": {
    severity: "warning",
    title: "Invalid wsdl:arrayType",
    message: '"{value}" is not an array type; [] is taken as its dimensions.',
    cause:
      "The attribute holds a type name followed by dimensions in brackets (WSDL 1.1 §2.2).",
    fix: 'Write the item type and [], as in "tns:Item[]".',
    bad: '<xs:attribute ref="soapenc:arrayType" wsdl:arrayType="tns:Item"/>',
    good: '<xs:attribute ref="soapenc:arrayType" wsdl:arrayType="tns:Item[]"/>',
  },
  "xsd/unprefixed-component": {
    severity: "warning",
    title: "Schema components without a prefix",
    message:
      "<{name}> has no prefix and would be an element of WSDL; it and others like it are read as components of the schema.",
    cause:
      "Elements without prefix are in the default namespace, which is that of WSDL here; WSDL has no elements that could stand in a schema.",
    fix: "Write the components with the prefix of xs:schema, or declare XML Schema as the default namespace there.",
    bad: '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><types><xs:schema><element name="a"/></xs:schema></types></definitions>',
    good: '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><types><xs:schema><xs:element name="a"/></xs:schema></types></definitions>',
  },
  "xsd/unknown-construct": {
    severity: "warning",
    title: "Unknown construct in a schema",
    message: "<{name}> is not known inside <{parent}> and is ignored.",
    cause:
      "The element is not part of XML Schema 1.0 at this place: a slip of the pen, or an extension of some tool.",
    fix: "Remove <{name}>, or put it into xs:appinfo.",
    bad: "<xs:sequence><xs:elment name='a'/></xs:sequence>",
    good: "<xs:sequence><xs:element name='a'/></xs:sequence>",
  },
  "xsd/unknown-attribute": {
    severity: "warning",
    title: "Unknown attribute in a schema",
    message:
      'The attribute "{name}" of <{parent}> is not known and is ignored{suggestion}.',
    cause:
      "The attribute is not part of XML Schema 1.0 at this place, often because of a slip of the pen.",
    fix: 'Correct or remove "{name}".',
    bad: '<xs:element name="a" minOccur="0"/>',
    good: '<xs:element name="a" minOccurs="0"/>',
  },
  "xsd/version-1.1": {
    severity: "warning",
    title: "XML Schema 1.1 construct",
    message: "{construct} is part of XML Schema 1.1 and {treatment}.",
    cause:
      "XML Schema 1.0 is what SOAP services use and what is supported. What only restricts further what is valid is ignored; what decides which elements and attributes there are is read as it is meant, as far as XML Schema 1.0 has a word for it.",
    fix: "Nothing, if the restriction does not matter; otherwise express it with XML Schema 1.0.",
    bad: '<xs:assert test="@min le @max"/>',
    good: "<xs:documentation>min must not be above max</xs:documentation>",
  },
  "xsd/invalid-facet": {
    severity: "warning",
    title: "Facet that means nothing",
    message: '{facet}="{value}" {reason}.',
    cause:
      "The value of a facet is one of the type it restricts, and the facets of a type can be met together (XML Schema part 2 §4.3).",
    fix: 'Correct {facet}="{value}".',
    bad: '<xs:restriction base="xs:int"><xs:minInclusive value="9"/><xs:maxInclusive value="1"/></xs:restriction>',
    good: '<xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="9"/></xs:restriction>',
  },
  "xsd/invalid-default": {
    severity: "warning",
    title: "Default or fixed value that its type refuses",
    message:
      'The {kind} value "{value}" of {name} is none of its type: expected {expected}.',
    cause:
      "A default or fixed value is a value of the declared type (XML Schema part 1 §3.2.6, §3.3.6); a message could never hold this one.",
    fix: 'Correct {kind}="{value}", or the type of {name}.',
    bad: '<xs:element name="a" type="xs:int" default="abc"/>',
    good: '<xs:element name="a" type="xs:int" default="0"/>',
  },
  "xsd/not-a-redefinition": {
    severity: "error",
    title: "Redefinition of what is not there",
    message: 'The redefined schema has no {kind} "{name}".',
    cause:
      "xs:redefine changes components that the schema it names declares (XML Schema part 1 §4.2.2).",
    fix: 'Correct the name "{name}", or declare the component outside xs:redefine.',
    bad: '<xs:redefine schemaLocation="a.xsd"><xs:simpleType name="Missing">…</xs:simpleType></xs:redefine>',
    good: '<xs:redefine schemaLocation="a.xsd"><xs:simpleType name="Declared">…</xs:simpleType></xs:redefine>',
  },
});
