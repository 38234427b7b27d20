import { family } from "./entry.js";

const MISSING_CAUSE =
  "The name is misspelt, its prefix stands for another namespace, or the schema that declares it is not among the inputs.";
const MISSING_FIX =
  "Correct the reference, or add the schema that declares {name}{hint}.";

/** Codes about schema components. */
export const linkCatalogue = family({
  "link/unresolved-type": {
    severity: "error",
    title: "Type is not declared",
    message: "The type {name} is not declared{hint}.",
    cause: MISSING_CAUSE,
    fix: MISSING_FIX,
    bad: '<xs:element name="a" type="xs:strng"/>',
    good: '<xs:element name="a" type="xs:string"/>',
  },
  "link/unresolved-element": {
    severity: "error",
    title: "Element is not declared",
    message: "The element {name} is not declared{hint}.",
    cause: MISSING_CAUSE,
    fix: MISSING_FIX,
    bad: '<xs:element ref="t:missing"/>',
    good: '<xs:element ref="t:declared"/>',
  },
  "link/unresolved-attribute": {
    severity: "error",
    title: "Attribute is not declared",
    message: "The attribute {name} is not declared{hint}.",
    cause: MISSING_CAUSE,
    fix: MISSING_FIX,
    bad: '<xs:attribute ref="t:missing"/>',
    good: '<xs:attribute ref="t:declared"/>',
  },
  "link/unresolved-group": {
    severity: "error",
    title: "Model group is not declared",
    message: "The group {name} is not declared{hint}.",
    cause: MISSING_CAUSE,
    fix: MISSING_FIX,
    bad: '<xs:group ref="t:missing"/>',
    good: '<xs:group ref="t:declared"/>',
  },
  "link/unresolved-attribute-group": {
    severity: "error",
    title: "Attribute group is not declared",
    message: "The attribute group {name} is not declared{hint}.",
    cause: MISSING_CAUSE,
    fix: MISSING_FIX,
    bad: '<xs:attributeGroup ref="t:missing"/>',
    good: '<xs:attributeGroup ref="t:declared"/>',
  },
  "link/duplicate-component": {
    severity: "error",
    title: "Declared twice, differently",
    message:
      "The {kind} {name} is declared twice, and the declarations differ.",
    cause:
      "A schema has one component of a kind and name (XML Schema part 1 §2.5); two versions of one schema are loaded.",
    fix: "Remove one of the two declarations of {name}, or leave one of the documents out.",
    bad: '<xs:simpleType name="A">…</xs:simpleType><xs:complexType name="A">…</xs:complexType>',
    good: '<xs:simpleType name="A">…</xs:simpleType><xs:complexType name="B">…</xs:complexType>',
  },
  "link/circular-type": {
    severity: "error",
    title: "Type derives from itself",
    message: "The type {name} derives from itself: {path}.",
    cause:
      "A type is built from its base, which cannot be built from the type (XML Schema part 1 §3.4.6, part 2 §4.1).",
    fix: "Change the base of one of the types.",
    bad: '<xs:complexType name="A"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>',
    good: '<xs:complexType name="A"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>',
  },
  "link/derivation-too-deep": {
    severity: "error",
    title: "Type derives over too many others",
    message: "The type {name} derives over more than {limit} others.",
    cause:
      "Types are built from their bases, one in the other; no real schema has a chain of this many.",
    fix: "Derive {name} from a type nearer to the beginning of the chain.",
    bad: '<xs:extension base="t:Step500"/> in the type Step501, and so on down to Step0',
    good: '<xs:extension base="t:Step0"/> in each of them',
  },
  "link/circular-group": {
    severity: "error",
    title: "Group contains itself",
    message: "The {kind} {name} contains itself: {path}.",
    cause:
      "A group is replaced by its content, which would never end (XML Schema part 1 §3.8.6). Recursion goes through a type.",
    fix: "Put an element with a named type between the groups.",
    bad: '<xs:group name="G"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:group>',
    good: '<xs:group name="G"><xs:sequence><xs:element name="g" type="t:G"/></xs:sequence></xs:group>',
  },
  "link/circular-substitution": {
    severity: "error",
    title: "Substitution group contains its head",
    message: "The element {name} is in its own substitution group: {path}.",
    cause: "A substitution group is a tree (XML Schema part 1 §3.3.6).",
    fix: "Remove substitutionGroup from one of the elements.",
    bad: '<xs:element name="a" substitutionGroup="t:a"/>',
    good: '<xs:element name="a" substitutionGroup="t:head"/>',
  },
  "link/group-too-large": {
    severity: "error",
    title: "Groups expand beyond bounds",
    message: "The {kind} {name} expands to more than {limit} members.",
    cause:
      "Groups that contain groups several times grow exponentially; no real schema does this.",
    fix: "Replace nested groups by types.",
    bad: '<xs:group name="A"><xs:sequence><xs:group ref="t:B"/><xs:group ref="t:B"/></xs:sequence></xs:group> … and so on, 20 deep',
    good: '<xs:group name="A"><xs:sequence><xs:element name="b" type="t:B"/></xs:sequence></xs:group>',
  },
  "link/not-simple": {
    severity: "error",
    title: "Complex type where a simple one is needed",
    message:
      "{name} is a complex type, but text or an attribute needs a simple type.",
    cause:
      "Attributes, list items and simple content are text; a complex type describes elements.",
    fix: "Refer to a simple type.",
    bad: '<xs:attribute name="a" type="t:ComplexType"/>',
    good: '<xs:attribute name="a" type="xs:string"/>',
  },
  "link/final-type": {
    severity: "warning",
    title: "Type derived from a final one",
    message: "{name} derives from {base} by {method}, which {base} forbids.",
    cause:
      "The attribute final of a type, or finalDefault of its schema, names the ways in which no type may derive from it.",
    fix: "Nothing has to be done: the type is taken as it is. Validators may refuse the schema.",
    bad: '<xs:complexType name="Base" final="extension"/> <xs:extension base="t:Base"/>',
    good: '<xs:complexType name="Base"/> <xs:extension base="t:Base"/>',
  },
  "link/not-complex": {
    severity: "warning",
    title: "Simple type as base of complex content",
    message:
      "{name} is a simple type and cannot be the base of complex content; it is taken as the type of the text.",
    cause:
      "xs:complexContent derives from complex types; xs:simpleContent adds attributes to text.",
    fix: "Use xs:simpleContent.",
    bad: '<xs:complexContent><xs:extension base="xs:string"/></xs:complexContent>',
    good: '<xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent>',
  },
});
