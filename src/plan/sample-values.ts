import type { Facet, SimpleType, TypeReference } from "../model/index.js";
import { builtinType, isBuiltin } from "./builtin-values.js";
import type { PlanContext } from "./context.js";
import { array, object, text, type Expression } from "./expression.js";
import { translatePattern } from "./pattern.js";

/** Documented values of a member, best first. */
export type Examples = readonly { readonly text: string }[];

/** Lexical values that are in the value space and look like what they are. */
const lexical: ReadonlyMap<string, string> = new Map([
  ["boolean", "true"],
  ["decimal", "12.50"],
  ["float", "1.5"],
  ["double", "1.5"],
  ["duration", "P1DT2H"],
  ["dateTime", "2024-05-31T12:30:00Z"],
  ["time", "12:30:00"],
  ["date", "2024-05-31"],
  ["gYearMonth", "2024-05"],
  ["gYear", "2024"],
  ["gMonthDay", "--05-31"],
  ["gDay", "---31"],
  ["gMonth", "--05"],
  ["hexBinary", "01"],
  ["base64Binary", "AQ=="],
  ["anyURI", "http://www.example.com/"],
  ["language", "en"],
  ["nonPositiveInteger", "-1"],
  ["negativeInteger", "-1"],
  ["QName", "name"],
  ["NOTATION", "name"],
  ["guid", "1b671a64-40d5-491e-99b0-da01ff1f3341"],
  ["char", "65"],
]);

function defaultLexical(name: string): string {
  const known = lexical.get(name);
  if (known !== undefined) return known;
  const type = builtinType(name);
  return type.kind === "keyword" && type.text !== "string" ? "1" : "string";
}

/** A value of a built-in type: the documented one where it fits. */
export function sampleBuiltin(name: string, examples: Examples): Expression {
  for (const example of examples) {
    const value = parseLexical(name, example.text);
    if (value !== undefined) return value;
  }
  return parseLexical(name, defaultLexical(name)) ?? text("");
}

/** The expression of a lexical value; undefined when it is not one of the type. */
function parseLexical(name: string, value: string): Expression | undefined {
  if (name === "anyType") return object({ name: text("unknown") });
  const type = builtinType(name);
  if (type.kind === "array") return array([text(value)]);
  if (type.kind === "runtime")
    return object({ namespace: text(""), local: text(value) });
  if (type.kind === "global") return parseBytes(name, value);
  if (type.kind !== "keyword") return undefined;
  return parseKeyword(type.text, name, value);
}

/** Forms of types whose values stay text; others accept any. */
const textForms: ReadonlyMap<string, RegExp> = new Map([
  ["decimal", /^[+-]?(\d+(\.\d*)?|\.\d+)$/],
  ["dateTime", /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/],
  ["date", /^-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/],
  ["time", /^\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/],
  ["guid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
]);

function parseKeyword(
  type: string,
  name: string,
  value: string,
): Expression | undefined {
  const trimmed = value.trim();
  if (type === "bigint")
    return /^[+-]?\d{1,40}$/.test(trimmed)
      ? { kind: "bigint", value: BigInt(trimmed.replace("+", "")) }
      : undefined;
  if (type === "boolean")
    return /^(true|false|0|1)$/.test(trimmed)
      ? { kind: "boolean", value: trimmed === "true" || trimmed === "1" }
      : undefined;
  if (type === "number") {
    const parsed = Number(trimmed);
    return trimmed !== "" && Number.isFinite(parsed)
      ? { kind: "number", value: parsed }
      : undefined;
  }
  const form = textForms.get(name);
  const isTemporal =
    lexical.has(name) && name !== "anyURI" && name !== "language";
  if (form !== undefined) return form.test(trimmed) ? text(trimmed) : undefined;
  return isTemporal && value !== lexical.get(name) ? undefined : text(value);
}

function parseBytes(name: string, value: string): Expression | undefined {
  if (name === "hexBinary" && /^([0-9a-f]{2})*$/i.test(value)) {
    return {
      kind: "bytes",
      value: (value.match(/../g) ?? []).map((pair) =>
        Number.parseInt(pair, 16),
      ),
    };
  }
  return name === "base64Binary" ? { kind: "bytes", value: [1] } : undefined;
}

/** A value that satisfies the facets of a simple type. */
export function sampleSimple(
  key: string,
  examples: Examples,
  context: PlanContext,
): Expression {
  const planned = context.types.get(key);
  const type =
    planned?.kind === "simple"
      ? planned.definition
      : context.anonymousSimpleTypes.get(key);
  return type === undefined
    ? text("string")
    : sampleOf(type, examples, { context, facets: [] });
}

function sampleOf(
  type: SimpleType,
  examples: Examples,
  { context, facets }: FacetContext,
): Expression {
  switch (type.variety) {
    case "list": {
      const length = Number(
        facets.find(
          (facet) => facet.kind === "length" || facet.kind === "minLength",
        )?.value ?? 1,
      );
      const item = sampleReference(type.itemType, [], { context, facets: [] });
      return array(
        Array.from({ length: Math.max(1, Math.min(length, 20)) }, () => item),
      );
    }
    case "union": {
      const [first] = type.memberTypes;
      return first === undefined
        ? text("")
        : sampleReference(first, examples, { context, facets: [] });
    }
    case "atomic":
      return sampleReference(type.base, examples, {
        context,
        facets: [...facets, ...type.facets],
      });
  }
}

interface FacetContext {
  readonly context: PlanContext;
  /** Of the derivations so far, the most derived first. */
  readonly facets: readonly Facet[];
}

function sampleReference(
  type: TypeReference,
  examples: Examples,
  { context, facets }: FacetContext,
): Expression {
  if (type.kind === "unknown") return text("string");
  if (type.kind === "named" && isBuiltin(type.name))
    return sampleWithFacets(type.name.local, examples, facets);
  const definition =
    type.kind === "named"
      ? context.model.schemas.types.get(type.name.key)
      : type.type;
  return definition?.kind === "simple"
    ? sampleOf(definition, examples, { context, facets })
    : text("string");
}

function sampleWithFacets(
  name: string,
  examples: Examples,
  facets: readonly Facet[],
): Expression {
  const enumeration = facets
    .filter((facet) => facet.kind === "enumeration")
    .map((facet) => facet.value);
  const documented = examples
    .map((example) => example.text)
    .filter((value) => satisfies(value, facets));
  const candidates =
    enumeration.length > 0
      ? [...documented, ...enumeration]
      : [...documented, ...candidatesFor(name, facets)];
  for (const candidate of candidates) {
    if (enumeration.length === 0 && !satisfies(candidate, facets)) continue;
    const value = parseLexical(name, candidate);
    if (value !== undefined) return value;
  }
  return sampleBuiltin(name, []);
}

function candidatesFor(
  name: string,
  facets: readonly Facet[],
): readonly string[] {
  const bounds = facets
    .filter((facet) => /Inclusive$/.test(facet.kind))
    .map((facet) => facet.value);
  const exclusive = facets.flatMap((facet) => {
    if (!/^[+-]?\d{1,15}$/.test(facet.value)) return [];
    if (facet.kind === "minExclusive") return [String(Number(facet.value) + 1)];
    return facet.kind === "maxExclusive"
      ? [String(Number(facet.value) - 1)]
      : [];
  });
  const patterns = facets
    .filter((facet) => facet.kind === "pattern")
    .map((facet) => textForPattern(facet.value));
  const usual = defaultLexical(name);
  return [
    usual,
    ...textOfLength(usual, facets),
    ...bounds,
    ...exclusive,
    ...patterns,
    "1",
    "0",
    "12",
    "A",
    "AB",
    "ABC",
  ];
}

function textOfLength(
  usual: string,
  facets: readonly Facet[],
): readonly string[] {
  const count = (kind: Facet["kind"]): number | undefined => {
    const value = facets.find((facet) => facet.kind === kind)?.value;
    return value === undefined ? undefined : Number(value);
  };
  const [length, minimum, maximum] = [
    count("length"),
    count("minLength"),
    count("maxLength"),
  ];
  const wanted =
    length ??
    (minimum !== undefined && minimum > usual.length ? minimum : maximum);
  if (wanted === undefined || wanted > 10_000) return [];
  return [
    usual.repeat(Math.ceil(wanted / usual.length) || 1).slice(0, wanted),
    "1".repeat(wanted),
  ];
}

/** A text for simple patterns: one character for each class, the least number of repetitions. */
function textForPattern(pattern: string): string {
  const branch = pattern.replace(/^\^|\$$/g, "").split("|", 1)[0] ?? "";
  return branch
    .replace(/\\d|\[0-9\]|\\p\{Nd\}/g, "1")
    .replace(
      /\\w|\\c|\\i|\[a-zA-Z0-9[^\]]*\]|\[A-Za-z0-9[^\]]*\]|\[A-Z[^\]]*\]|\[a-z[^\]]*\]|\./g,
      (match) => (/^\[a-z/.test(match) && !/A-Z/.test(match) ? "a" : "A"),
    )
    .replace(/\[([^\]\\^])[^\]]*\]/g, "$1")
    .replace(/\\s/g, " ")
    .replace(/\\([.+*?()[\]{}|\\-])/g, "$1")
    .replace(
      /(.)\{(\d+)(,\d*)?\}/g,
      (_match, character: string, times: string) =>
        character.repeat(Math.min(Number(times), 500)),
    )
    .replace(/(.)\+/g, "$1")
    .replace(/.[*?]/g, "")
    .replace(/[()]/g, "");
}

function satisfies(value: string, facets: readonly Facet[]): boolean {
  return facets.every((facet) => satisfiesFacet(value, facet));
}

function satisfiesFacet(value: string, facet: Facet): boolean {
  const limit = Number(facet.value);
  switch (facet.kind) {
    case "pattern": {
      const source = translatePattern(facet.value);
      return source === undefined || new RegExp(source, "u").test(value);
    }
    case "length":
      return [...value].length === limit;
    case "minLength":
      return [...value].length >= limit;
    case "maxLength":
      return [...value].length <= limit;
    case "minInclusive":
      return Number.isNaN(limit) || Number(value) >= limit;
    case "maxInclusive":
      return Number.isNaN(limit) || Number(value) <= limit;
    case "minExclusive":
      return Number.isNaN(limit) || Number(value) > limit;
    case "maxExclusive":
      return Number.isNaN(limit) || Number(value) < limit;
    case "totalDigits":
      return value.replace(/\D/g, "").length <= limit;
    case "fractionDigits":
      return (value.split(".")[1] ?? "").length <= limit;
    default:
      return true;
  }
}
