import {
  MICROSOFT_TYPES_NAMESPACE,
  qname,
  xsd,
  type Certainty,
  type PageStyle,
  type QName,
} from "../model/index.js";
import type { ExampleTable } from "./example-values.js";
import type { LeafShape } from "./shape.js";

/** What a text or attribute value of a sample tells: a type, and the value itself when it is an example. */
export interface LeafReading {
  readonly leaf: LeafShape;
  readonly isExample: boolean;
}

export interface LeafContext {
  readonly style: PageStyle;
  /** The page shows placeholders only, so an unknown word is an enumeration of one literal. */
  readonly isPlaceholderPage: boolean;
  /** The message follows the encoding of SOAP: it names types, and structs have identities. */
  readonly isEncoded?: boolean;
  /** The values are those that a generator prints for each type. */
  readonly examples?: ExampleTable;
  /** Comments state how often elements occur, so that those without one occur once. */
  readonly statesOccurrence?: boolean;
  /** Names of the elements around, where a generator ends recursion by an empty element. */
  readonly around?: readonly string[];
}

/** Names of built-in types that generators print as placeholders (sample grammar A4, rules 1 to 3). */
const placeholderTypes: ReadonlySet<string> = new Set([
  ...[
    "string",
    "boolean",
    "decimal",
    "float",
    "double",
    "duration",
    "dateTime",
    "time",
    "date",
  ],
  ...[
    "gYearMonth",
    "gYear",
    "gMonthDay",
    "gDay",
    "gMonth",
    "hexBinary",
    "base64Binary",
    "anyURI",
  ],
  ...[
    "QName",
    "NOTATION",
    "normalizedString",
    "token",
    "language",
    "NMTOKEN",
    "NMTOKENS",
    "Name",
  ],
  ...[
    "NCName",
    "ID",
    "IDREF",
    "IDREFS",
    "ENTITY",
    "ENTITIES",
    "integer",
    "nonPositiveInteger",
  ],
  ...[
    "negativeInteger",
    "long",
    "int",
    "short",
    "byte",
    "nonNegativeInteger",
    "unsignedLong",
  ],
  ...[
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
    "positiveInteger",
    "anySimpleType",
  ],
]);

/** What programs and templates put in: `${a}`, `{{a}}`, `{a}`, `#{a}`, `%s`, `%@`, `$a`, `<%= a %>`; marks between. */
const templateHole =
  /\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|#\{[^{}]{0,80}\}|\{[A-Za-z_0-9][\w.]{0,60}\}|<%=?[^%<>]{0,80}%>|%(?:\d\$)?[sdif@](?!\w)|\$[A-Za-z_]\w{0,60}/g;

function isTemplate(text: string): boolean {
  const rest = text.replace(templateHole, "");
  return rest !== text && /^[\s\-_:./,T]*$/.test(rest);
}

const alternativeSeparator = /\s+or\s+/;

export function isPlaceholder(text: string): boolean {
  return (
    placeholderTypes.has(text) ||
    text === "guid" ||
    text === "char" ||
    /^(xml)+$/.test(text) ||
    text === "dataset" ||
    text === "schema" ||
    text === "length" ||
    /^q\d+:QName$/.test(text) ||
    alternativeSeparator.test(text)
  );
}

/** Reads one leaf; rules in order, the first that fits decides. */
export function readLeaf(
  text: string,
  literals: readonly string[] | undefined,
  context: LeafContext,
): LeafReading {
  for (const rule of rules) {
    const reading = rule(text, literals, context);
    if (reading !== undefined) return reading;
  }
  return example(xsd("string"), "likely", "the type of the example value");
}

type LeafRule = (
  text: string,
  literals: readonly string[] | undefined,
  context: LeafContext,
) => LeafReading | undefined;

const rules: readonly LeafRule[] = [
  // Before types: one-literal enumerations may be spelled like a type only where the capture marks literals.
  (_text, literals) =>
    literals !== undefined && literals.length > 1
      ? enumeration(literals, "certain", "the page marks each literal")
      : undefined,
  (text) => {
    const name = placeholderType(text);
    return name === undefined
      ? undefined
      : placeholder(name, "certain", "placeholder");
  },
  (text) =>
    text === "bytes"
      ? inPlace("likely", "an anonymous simple type")
      : undefined,
  (text, _literals, { isPlaceholderPage }) =>
    text === "" && isPlaceholderPage
      ? inPlace(
          "ambiguous",
          "the page shows no type: a list, or a type without name",
        )
      : undefined,
  (text) =>
    text === "?" || text === ""
      ? placeholder(xsd("string"), "ambiguous", "the page shows no type")
      : undefined,
  (text) =>
    isTemplate(text)
      ? placeholder(
          xsd("string"),
          "ambiguous",
          "a program puts the value in; the page shows no type",
        )
      : undefined,
  (text, _literals, context) =>
    context.isPlaceholderPage && alternativeSeparator.test(text)
      ? alternatives(text.split(alternativeSeparator))
      : undefined,
  (text) =>
    /^\S+( or \S+)+$/.test(text)
      ? enumeration(text.split(" or "), "likely", "alternatives joined by “or”")
      : undefined,
  (text, _literals, context) =>
    context.isPlaceholderPage && /^[A-Za-z_][\w.-]*$/.test(text)
      ? enumeration(
          [text],
          "likely",
          "a word that is no type: an enumeration of one literal",
        )
      : undefined,
  // soapUI refers to attachments by number, whatever else it shows.
  (text) =>
    /^cid:\d+$/.test(text)
      ? placeholder(
          xsd("base64Binary"),
          "likely",
          "soapUI's form of binary data",
        )
      : undefined,
  (text, _literals, { examples }) => {
    const local = examples?.get(text);
    return local === undefined
      ? undefined
      : placeholder(
          xsd(local),
          "likely",
          "what the generator prints for the type",
        );
  },
  (text) => {
    const name = exampleType(text);
    return name === undefined
      ? undefined
      : example(name, "likely", `the form of the example value`);
  },
];

function placeholderType(text: string): QName | undefined {
  if (placeholderTypes.has(text)) return xsd(text);
  if (text === "guid" || text === "char")
    return qname(MICROSOFT_TYPES_NAMESPACE, text);
  if (/^q\d+:QName$/.test(text)) return xsd("QName");
  return undefined;
}

/** Lexical forms that leave little doubt. Digits with a leading zero are codes, not numbers. */
const exampleForms: readonly (readonly [RegExp, string])[] = [
  [/^(true|false)$/, "boolean"],
  [/^-?(0|[1-9]\d{0,8})$/, "int"],
  [/^-?[1-9]\d{9,17}$/, "long"],
  [/^-?(0|[1-9]\d*)\.\d+$/, "decimal"],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/, "dateTime"],
  [/^\d{4}-\d\d-\d\d$/, "date"],
];

function exampleType(text: string): QName | undefined {
  const form = exampleForms.find(([pattern]) => pattern.test(text));
  return form === undefined ? undefined : xsd(form[1]);
}

function placeholder(
  name: QName,
  certainty: Certainty,
  note: string,
): LeafReading {
  return { leaf: { kind: "type", name, certainty, note }, isExample: false };
}

function inPlace(certainty: Certainty, note: string): LeafReading {
  const name = xsd("string");
  const leaf = {
    kind: "type",
    name,
    isAnonymous: true,
    certainty,
    note,
  } as const;
  return { leaf, isExample: false };
}

function example(name: QName, certainty: Certainty, note: string): LeafReading {
  return { leaf: { kind: "type", name, certainty, note }, isExample: true };
}

/** Sets of flags, which are lists on the wire, are shown as one of them is; most of those begin with "None". */
function alternatives(literals: readonly string[]): LeafReading {
  const note = "alternatives joined by “or”";
  return /^none$/i.test(literals[0] ?? "")
    ? enumeration(literals, "likely", `${note}; perhaps several at once`)
    : enumeration(literals, "certain", note);
}

function enumeration(
  literals: readonly string[],
  certainty: Certainty,
  note: string,
): LeafReading {
  return {
    leaf: {
      kind: "enumeration",
      literals: [...new Set(literals)],
      certainty,
      note,
    },
    isExample: false,
  };
}
