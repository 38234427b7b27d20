import {
  MICROSOFT_TYPES_NAMESPACE,
  XSD_NAMESPACE,
  type QName,
} from "../model/index.js";
import {
  keyword,
  arrayOf,
  globalType,
  runtimeType,
  type TypeExpression,
} from "./type-expression.js";

const stringType = keyword("string");
const numberType = keyword("number");
const bigintType = keyword("bigint");

/** TypeScript types of the built-in types whose value is not a string (XML Schema part 2 §3). */
const types: ReadonlyMap<string, TypeExpression> = new Map<
  string,
  TypeExpression
>([
  ["boolean", keyword("boolean")],
  ...[
    "int",
    "short",
    "byte",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
    "float",
    "double",
  ].map((name) => [name, numberType] as const),
  ...[
    "integer",
    "long",
    "unsignedLong",
    "nonNegativeInteger",
    "positiveInteger",
  ].map((name) => [name, bigintType] as const),
  ...["nonPositiveInteger", "negativeInteger"].map(
    (name) => [name, bigintType] as const,
  ),
  ...["base64Binary", "hexBinary"].map(
    (name) => [name, globalType("Uint8Array")] as const,
  ),
  ...["QName", "NOTATION"].map(
    (name) => [name, runtimeType("QNameValue")] as const,
  ),
  ...["NMTOKENS", "IDREFS", "ENTITIES"].map(
    (name) => [name, arrayOf(stringType)] as const,
  ),
  ["anyType", runtimeType("XmlElement")],
  ["char", numberType],
]);

/** The type of values of a built-in type, or of `guid` and `char` of .NET. */
export function builtinType(local: string): TypeExpression {
  return types.get(local) ?? stringType;
}

const builtinNames: ReadonlySet<string> = new Set([
  ...types.keys(),
  ...[
    "string",
    "normalizedString",
    "token",
    "language",
    "Name",
    "NCName",
    "NMTOKEN",
    "ID",
    "IDREF",
  ],
  ...[
    "ENTITY",
    "anyURI",
    "decimal",
    "duration",
    "dateTime",
    "time",
    "date",
    "gYearMonth",
    "gYear",
  ],
  ...["gMonthDay", "gDay", "gMonth", "anySimpleType", "guid"],
]);

/** Whether the runtime has a codec for the type. */
export function isBuiltin({ namespace, local }: QName): boolean {
  return (
    (namespace === XSD_NAMESPACE || namespace === MICROSOFT_TYPES_NAMESPACE) &&
    builtinNames.has(local)
  );
}

/** `x`, for types whose literals TypeScript can tell apart; undefined for those it can't. */
export function literalOf(
  local: string,
  lexical: string,
): string | number | bigint | boolean | undefined {
  const type = builtinType(local);
  if (type === stringType) return lexical;
  const trimmed = lexical.trim();
  if (type === bigintType)
    return /^[+-]?\d+$/.test(trimmed)
      ? BigInt(trimmed.replace(/^\+/, ""))
      : undefined;
  if (type === numberType) {
    const value = Number(trimmed);
    return trimmed !== "" && Number.isFinite(value) ? value : undefined;
  }
  if (local === "boolean") return trimmed === "true" || trimmed === "1";
  return undefined;
}
