import { XSD_NAMESPACE, type QName } from "./qname.js";

/** A built-in type of XML Schema part 2 §3. */
export interface BuiltinType {
  readonly name: string;
  /** Local name of the type it derives from; absent for `anyType`. */
  readonly base?: string;
  /** The primitive type at its root; for lists, that of the items; itself for `anyType` and `anySimpleType`. */
  readonly primitive: string;
  readonly variety: "atomic" | "list" | "ur";
  readonly whiteSpace: "preserve" | "replace" | "collapse";
  /** Item type of a list. */
  readonly itemType?: string;
}

const PRIMITIVES = [
  "boolean",
  "decimal",
  "float",
  "double",
  "duration",
  "dateTime",
  "time",
  "date",
  "gYearMonth",
  "gYear",
  "gMonthDay",
  "gDay",
  "gMonth",
  "hexBinary",
  "base64Binary",
  "anyURI",
  "QName",
  "NOTATION",
] as const;

/** Derived atomic types after their bases: name, base. */
const DERIVED = [
  ["token", "normalizedString"],
  ["language", "token"],
  ["NMTOKEN", "token"],
  ["Name", "token"],
  ["NCName", "Name"],
  ["ID", "NCName"],
  ["IDREF", "NCName"],
  ["ENTITY", "NCName"],
  ["integer", "decimal"],
  ["nonPositiveInteger", "integer"],
  ["negativeInteger", "nonPositiveInteger"],
  ["long", "integer"],
  ["int", "long"],
  ["short", "int"],
  ["byte", "short"],
  ["nonNegativeInteger", "integer"],
  ["unsignedLong", "nonNegativeInteger"],
  ["unsignedInt", "unsignedLong"],
  ["unsignedShort", "unsignedInt"],
  ["unsignedByte", "unsignedShort"],
  ["positiveInteger", "nonNegativeInteger"],
  // Of XML Schema 1.1; .NET and Java services declare them.
  ["dateTimeStamp", "dateTime"],
  ["yearMonthDuration", "duration"],
  ["dayTimeDuration", "duration"],
] as const;

const LISTS = [
  ["NMTOKENS", "NMTOKEN"],
  ["IDREFS", "IDREF"],
  ["ENTITIES", "ENTITY"],
] as const;

const UR_TYPES: readonly BuiltinType[] = [
  {
    name: "anyType",
    primitive: "anyType",
    variety: "ur",
    whiteSpace: "preserve",
  },
  {
    name: "anySimpleType",
    base: "anyType",
    primitive: "anySimpleType",
    variety: "ur",
    whiteSpace: "preserve",
  },
  {
    name: "anyAtomicType",
    base: "anySimpleType",
    primitive: "anySimpleType",
    variety: "ur",
    whiteSpace: "preserve",
  },
];

/** The two whose white space does not collapse. */
const STRINGS: readonly BuiltinType[] = [
  {
    name: "string",
    base: "anySimpleType",
    primitive: "string",
    variety: "atomic",
    whiteSpace: "preserve",
  },
  {
    name: "normalizedString",
    base: "string",
    primitive: "string",
    variety: "atomic",
    whiteSpace: "replace",
  },
];

/** All built-in types by local name, bases first. */
export const builtinTypes: ReadonlyMap<string, BuiltinType> = createTable();

function createTable(): ReadonlyMap<string, BuiltinType> {
  const table = new Map<string, BuiltinType>();
  for (const type of [...UR_TYPES, ...STRINGS]) table.set(type.name, type);
  for (const name of PRIMITIVES) {
    table.set(name, atomic(name, "anySimpleType", name));
  }
  for (const [name, base] of DERIVED) {
    table.set(name, atomic(name, base, table.get(base)?.primitive ?? base));
  }
  for (const [name, itemType] of LISTS) {
    const list = atomic(name, "anySimpleType", "string");
    table.set(name, { ...list, variety: "list", itemType });
  }
  return table;
}

function atomic(name: string, base: string, primitive: string): BuiltinType {
  return { name, base, primitive, variety: "atomic", whiteSpace: "collapse" };
}

/** The built-in type of that name, if it is one. */
export function builtinType(name: QName): BuiltinType | undefined {
  if (name.namespace !== XSD_NAMESPACE) return undefined;
  return builtinTypes.get(name.local);
}
