import { builtinType } from "./builtin-values.js";
import type { PlanContext } from "./context.js";
import { array, object, text, type Expression } from "./expression.js";

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

export function defaultLexical(name: string): string {
  const known = lexical.get(name);
  if (known !== undefined) return known;
  const type = builtinType(name);
  return type.kind === "keyword" && type.text !== "string" ? "1" : "string";
}

/** Bytes as the content that a member has where binary is streamed. */
export function asContent(
  name: string,
  value: Expression | undefined,
  { streamsBinary }: Pick<PlanContext, "streamsBinary">,
): Expression | undefined {
  return streamsBinary && name === "base64Binary" && value?.kind === "bytes"
    ? { ...value, isContent: true }
    : value;
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
export function parseLexical(
  name: string,
  value: string,
): Expression | undefined {
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
  if (name !== "base64Binary") return undefined;
  // A text made for its length has one control character for each byte.
  const isMeasured =
    value !== "" && [...value].every((each) => each === "\u0001");
  return { kind: "bytes", value: isMeasured ? [...value].map(() => 1) : [1] };
}
