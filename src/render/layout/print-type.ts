import type { PropertyPlan, TypeExpression } from "../../plan/index.js";
import { isIdentifier } from "../../plan/index.js";
import { lineWidth } from "./print-expression.js";
import { stringLiteral } from "./string-literal.js";
import { stringWidth } from "./string-width.js";

/** A type on one line. */
export function printTypeFlat(type: TypeExpression): string {
  switch (type.kind) {
    case "keyword":
      return type.text;
    case "name":
      return type.name;
    case "runtime":
    case "global":
      return type.arguments.length === 0
        ? type.name
        : `${type.name}<${type.arguments.map(printTypeFlat).join(", ")}>`;
    case "literal":
      return printLiteral(type.value);
    case "array":
      return needsParentheses(type.item)
        ? `(${printTypeFlat(type.item)})[]`
        : `${printTypeFlat(type.item)}[]`;
    case "union":
      return type.types
        .map((member) => printMember(member, "union"))
        .join(" | ");
    case "intersection":
      return type.types
        .map((member) => printMember(member, "intersection"))
        .join(" & ");
    case "tuple":
      return `[${type.items.map(printTypeFlat).join(", ")}]`;
  }
}

function printLiteral(value: string | number | bigint | boolean): string {
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "bigint" ? `${value}n` : String(value);
}

function needsParentheses(type: TypeExpression): boolean {
  return type.kind === "union" || type.kind === "intersection";
}

function printMember(
  type: TypeExpression,
  around: "union" | "intersection",
): string {
  const isOther = needsParentheses(type) && type.kind !== around;
  return isOther ? `(${printTypeFlat(type)})` : printTypeFlat(type);
}

/** `name?: Type;` of an interface, at two columns of indentation. */
export function printProperty({
  name,
  isOptional,
  type,
}: PropertyPlan): string {
  const key = isIdentifier(name) ? name : stringLiteral(name);
  const label = `${key}${isOptional ? "?" : ""}:`;
  return printTyped(label, type, 2);
}

/** `label type;` with the type broken as prettier breaks it when the line is full. */
function printTyped(
  label: string,
  type: TypeExpression,
  indent: number,
): string {
  const flat = `${label} ${printTypeFlat(type)};`;
  const element = type.kind === "array" ? type.item : type;
  if (indent + stringWidth(flat) <= lineWidth || isHugged(element)) return flat;
  if (type.kind === "union")
    return `${label}\n${unionBelow(type, indent + 2)};`;
  if (type.kind === "array" && type.item.kind === "union")
    return `${label} ${unionArray(type.item, indent)};`;
  if (type.kind === "array" && isBreakableGeneric(type.item))
    return `${label} ${genericLines(type.item, indent)}[];`;
  return isBreakableGeneric(type)
    ? `${label} ${genericLines(type, indent)};`
    : flat;
}

/** A name or `null` stays on its line. */
function isHugged(type: TypeExpression): boolean {
  if (type.kind !== "union") return false;
  const others = type.types.filter(
    (member) => member.kind !== "keyword" || member.text !== "null",
  );
  return (
    others.length === 1 &&
    type.types.length === 2 &&
    others[0]?.kind !== "keyword" &&
    others[0]?.kind !== "array"
  );
}

type Generic = Extract<TypeExpression, { kind: "runtime" | "global" }>;

function isBreakableGeneric(type: TypeExpression): type is Generic {
  if (type.kind !== "runtime" && type.kind !== "global") return false;
  return type.arguments.length > 1 || type.arguments[0]?.kind === "tuple";
}

function genericLines(type: Generic, indent: number): string {
  const items = type.arguments.map(
    (argument) =>
      `${" ".repeat(indent + 2)}${printArgument(argument, indent + 2)}`,
  );
  return `${type.name}<\n${items.join(",\n")}\n${" ".repeat(indent)}>`;
}

function printArgument(type: TypeExpression, indent: number): string {
  const flat = printTypeFlat(type);
  if (type.kind !== "tuple" || indent + stringWidth(flat) <= lineWidth)
    return flat;
  const margin = " ".repeat(indent);
  return `[\n${type.items.map((item) => `${margin}  ${printTypeFlat(item)},\n`).join("")}${margin}]`;
}

/** `(A | B)[]` over several lines. */
function unionArray(
  item: Extract<TypeExpression, { kind: "union" }>,
  indent: number,
): string {
  const margin = " ".repeat(indent);
  const flat = `${margin}  ${printTypeFlat(item)}`;
  const body =
    stringWidth(flat) <= lineWidth ? flat : unionLines(item.types, indent + 2);
  return `(\n${body}\n${margin})[]`;
}

/** A union on lines of its own: on one where it fits. */
function unionBelow(
  type: Extract<TypeExpression, { kind: "union" }>,
  indent: number,
): string {
  const flat = `${" ".repeat(indent)}${printTypeFlat(type)}`;
  return stringWidth(flat) + 1 <= lineWidth || isHugged(type)
    ? flat
    : unionLines(type.types, indent);
}

function unionLines(types: readonly TypeExpression[], indent: number): string {
  return types
    .map((member) => {
      const flat = `${" ".repeat(indent)}| ${printMember(member, "union")}`;
      if (stringWidth(flat) <= lineWidth || !isBreakableGeneric(member))
        return flat;
      return `${" ".repeat(indent)}| ${genericLines(member, indent + 2)}`;
    })
    .join("\n");
}

/** `export type Name = …;`. */
export function printAlias(name: string, type: TypeExpression): string {
  const head = `export type ${name} =`;
  const flat = `${head} ${printTypeFlat(type)};`;
  if (stringWidth(flat) <= lineWidth) return flat;
  switch (type.kind) {
    case "union":
      return `${head}\n${unionBelow(type, 2)};`;
    case "intersection":
      return printIntersectionAlias(head, type.types);
    case "runtime":
    case "global":
      return printGenericAlias(head, type);
    default:
      return type.kind === "array" && type.item.kind === "union"
        ? printUnionArrayAlias(head, type.item)
        : `${head}\n  ${printTypeFlat(type)};`;
  }
}

function printUnionArrayAlias(
  head: string,
  item: Extract<TypeExpression, { kind: "union" }>,
): string {
  if (stringWidth(`${head} (`) <= lineWidth && !isHugged(item))
    return `${head} ${unionArray(item, 0)};`;
  const flat = `  (${printTypeFlat(item)})[];`;
  return stringWidth(flat) <= lineWidth || isHugged(item)
    ? `${head}\n${flat}`
    : `${head}\n  ${unionArray(item, 2)};`;
}

function printIntersectionAlias(
  head: string,
  types: readonly TypeExpression[],
): string {
  const texts = types.map((member) => printMember(member, "intersection"));
  const breaksAfterHead =
    stringWidth(`${head} ${unbrokenStart(types[0])}`) > lineWidth;
  const next = `  ${texts.join(" & ")};`;
  if (breaksAfterHead && stringWidth(next) <= lineWidth)
    return `${head}\n${next}`;
  const lead = breaksAfterHead ? `${head}\n  ` : `${head} `;
  const indent = breaksAfterHead ? 2 : 0;
  const lines = types.map((member, index) => {
    const text = texts[index] ?? "";
    const margin = index === 0 ? indent : indent + 2;
    const column = index === 0 && !breaksAfterHead ? stringWidth(lead) : margin;
    // A semicolon follows the last one, ` &` the others.
    const trailing = index === types.length - 1 ? 1 : 2;
    const isLong = column + stringWidth(text) + trailing > lineWidth;
    return isLong && isBreakableGeneric(member)
      ? genericLines(member, margin)
      : text;
  });
  return `${lead}${lines.join(` &\n${" ".repeat(indent + 2)}`)};`;
}

/** What comes before the first place where an intersection can break. */
function unbrokenStart(first: TypeExpression | undefined): string {
  if (first === undefined) return "";
  return isBreakableGeneric(first)
    ? `${first.name}<`
    : `${printMember(first, "intersection")} &`;
}

function printGenericAlias(head: string, type: Generic): string {
  const next = `${head}\n  ${printTypeFlat(type)};`;
  if (!isBreakableGeneric(type)) return next;
  if (stringWidth(`${head} ${type.name}<`) <= lineWidth)
    return `${head} ${genericLines(type, 0)};`;
  return stringWidth(`  ${printTypeFlat(type)};`) <= lineWidth
    ? next
    : `${head}\n  ${genericLines(type, 2)};`;
}
