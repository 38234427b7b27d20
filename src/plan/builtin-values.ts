import {
  builtinTypes,
  MICROSOFT_TYPES_NAMESPACE,
  XSD_NAMESPACE,
  type QName,
} from "../model/index.js";
import type { PlanContext } from "./context.js";
import { reference } from "./expression.js";
import type { ValuePlan } from "./value-plan.js";
import {
  keyword,
  arrayOf,
  globalType,
  runtimeType,
  type LiteralValue,
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

/** How values of a built-in type are typed and coded. */
export function builtinValue(
  local: string,
  { streamsBinary }: Pick<PlanContext, "streamsBinary">,
): ValuePlan {
  const sample = { kind: "builtin", name: local } as const;
  const isContent = streamsBinary && local === "base64Binary";
  return {
    type: isContent ? runtimeType("BinaryContent") : builtinType(local),
    descriptor: reference("xsd", isContent ? "base64Content" : local),
    sample,
  };
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

/** `x`, for types whose literals TypeScript can tell apart; undefined for those it can't, and for a text that is none of theirs. */
export function literalOf(
  local: string,
  lexical: string,
): LiteralValue | undefined {
  const type = builtinType(local);
  if (type === stringType) {
    const whiteSpace = builtinTypes.get(local)?.whiteSpace;
    if (whiteSpace === "preserve") return lexical;
    const replaced = lexical.replace(/[\t\n\r]/g, " ");
    return whiteSpace === "replace" ? replaced : collapse(replaced);
  }
  const text = collapse(lexical);
  if (local === "boolean") return booleans.get(text);
  if (local === "float" || local === "double") return floatOf(text);
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  if (type === bigintType) return BigInt(text.replace(/^\+/, ""));
  return type === numberType ? Number(text) : undefined;
}

function collapse(text: string): string {
  return text.replace(/ +/g, " ").replace(/^ | $/g, "");
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

/** INF and NaN have no literals. */
function floatOf(text: string): number | undefined {
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
  const value = isNumber ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

const oneSpelling: ReadonlySet<string> = new Set([
  "string",
  "normalizedString",
  "token",
  "language",
  "Name",
  "NCName",
  "NMTOKEN",
  "ID",
  "IDREF",
  "ENTITY",
  "anyURI",
]);

/** Whether values come from the wire in one form only: texts of decimals and dates keep all their digits. */
export function hasOneSpelling(local: string): boolean {
  return builtinType(local) !== stringType || oneSpelling.has(local);
}
