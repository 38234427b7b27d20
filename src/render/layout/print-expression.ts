import {
  isIdentifier,
  type Expression,
  type ObjectEntry,
} from "../../plan/index.js";
import type { ModuleNames } from "./module-names.js";
import { stringLiteral } from "./string-literal.js";
import { stringWidth } from "./string-width.js";

export const lineWidth = 80;

/** Where a value is printed. */
export interface Position {
  /** Columns that continuation lines are indented by. */
  readonly indent: number;
  /** Columns already taken on the line. */
  readonly column: number;
  /** Columns that must follow on the same line: a comma, a semicolon, closing brackets. */
  readonly trailing: number;
  readonly names: ModuleNames;
}

/**
 * Prints a value as prettier would, so that formatting is checked, not done: flat where it fits, else one item a line.
 */
export function printExpression(value: Expression, position: Position): string {
  const { names, column, trailing } = position;
  if (!isGroup(value)) return printAtom(value, names);
  const flat = printFlat(value, names);
  if (flat !== null && column + stringWidth(flat) + trailing <= lineWidth)
    return flat;
  switch (value.kind) {
    case "array":
      return printArray(value.items, position);
    case "object":
      return printObject(value.entries, position);
    case "bytes":
      return printBytes(value, position);
    case "thunk":
      return printThunk(value.body, position);
  }
}

function printArray(items: readonly Expression[], position: Position): string {
  if (items.length === 0) return "[]";
  if (items.length > 1 && items.every(isNumeric))
    return printNumbers(items, position);
  const inner = lineOf(position);
  const margin = " ".repeat(inner.indent);
  let text = "[\n";
  for (const item of items)
    text += `${margin}${printExpression(item, inner)},\n`;
  return `${text}${" ".repeat(position.indent)}]`;
}

/** A line of its own inside what is printed at a position, with a comma after it. */
function lineOf({ indent, names }: Position): Position {
  const inner = indent + 2;
  return { indent: inner, column: inner, trailing: 1, names };
}

function isNumeric(
  value: Expression,
): value is Extract<Expression, { kind: "number" }> {
  return value.kind === "number" && Number.isFinite(value.value);
}

/** As many numbers on a line as fit. */
function printNumbers(
  items: readonly Extract<Expression, { kind: "number" }>[],
  position: Position,
): string {
  const margin = " ".repeat(position.indent + 2);
  const lines: string[] = [];
  for (const { value } of items) {
    const item = `${numberLiteral(value)},`;
    const extended = `${lines.at(-1) ?? ""} ${item}`;
    if (lines.length > 0 && margin.length + extended.length <= lineWidth)
      lines[lines.length - 1] = extended;
    else lines.push(item);
  }
  const body = lines.map((line) => `${margin}${line}\n`).join("");
  return `[\n${body}${" ".repeat(position.indent)}]`;
}

function printBytes(
  { value: bytes, isContent }: Extract<Expression, { kind: "bytes" }>,
  position: Position,
): string {
  if (isContent === true) {
    const inner = lineOf(position);
    const content = printExpression({ kind: "bytes", value: bytes }, inner);
    return `binaryContent(\n${" ".repeat(inner.indent)}${content},\n${" ".repeat(position.indent)})`;
  }
  // A single number does not gain by a line of its own.
  if (bytes.length <= 1) return `Uint8Array.of(${bytes.join("")})`;
  const margin = " ".repeat(position.indent);
  const lines = bytes.map((byte) => `${margin}  ${byte},\n`);
  return `Uint8Array.of(\n${lines.join("")}${margin})`;
}

function printObject(
  entries: readonly ObjectEntry[],
  position: Position,
): string {
  if (entries.length === 0) return "{}";
  const inner = lineOf(position);
  const margin = " ".repeat(inner.indent);
  let text = "{\n";
  for (const entry of entries)
    text += `${margin}${printEntry(entry, inner)},\n`;
  return `${text}${" ".repeat(position.indent)}}`;
}

function printEntry({ key, value }: ObjectEntry, position: Position): string {
  const label = propertyKey(key);
  const { indent, names } = position;
  const column = position.column + stringWidth(label) + 2;
  const behind = { indent, column, trailing: 1, names };
  const text = printExpression(value, behind);
  const end = text.indexOf("\n");
  const width =
    end < 0 ? stringWidth(text) + 1 : stringWidth(text.slice(0, end));
  if (column + width <= lineWidth || !breaksAfterColon(value, label))
    return `${label}: ${text}`;
  const below = lineOf(position);
  return `${label}:\n${" ".repeat(below.indent)}${printExpression(value, below)}`;
}

/** Whether the value moves to the next line when it does not fit; text and names do not where the key is too short to gain by it. */
function breaksAfterColon(value: Expression, label: string): boolean {
  return value.kind === "string" || value.kind === "reference"
    ? stringWidth(label) > 4
    : !staysOnLine(value);
}

/** Whether the value stays behind its `=` or `:` even where it does not fit; a number with a sign is not one to prettier. */
export function staysOnLine(value: Expression): boolean {
  return (
    value.kind === "boolean" ||
    (value.kind === "number" && /^\d/.test(numberLiteral(value.value)))
  );
}

function printThunk(body: Expression, position: Position): string {
  const head = body.kind === "object" ? "() => (" : "() => ";
  const tail = body.kind === "object" ? ")" : "";
  const column = position.column + head.length;
  const { indent, names } = position;
  const trailing = position.trailing + tail.length;
  const inner = { indent, column, trailing, names };
  if (body.kind === "reference") {
    const name = printAtom(body, names);
    if (column + stringWidth(name) + position.trailing <= lineWidth)
      return `() => ${name}`;
    return `() =>\n${" ".repeat(position.indent + 2)}${name}`;
  }
  return `${head}${printExpression(body, inner)}${tail}`;
}

type Group = Extract<
  Expression,
  { kind: "array" | "object" | "bytes" | "thunk" }
>;

function isGroup(value: Expression): value is Group {
  switch (value.kind) {
    case "array":
    case "object":
    case "bytes":
    case "thunk":
      return true;
    default:
      return false;
  }
}

/** On one line; null where no line is long enough for it, or where prettier always breaks. */
function printFlat(value: Expression, names: ModuleNames): string | null {
  if (!isGroup(value)) return printAtom(value, names);
  const known = names.flat.get(value);
  if (known !== undefined) return known;
  const flat = printFlatGroup(value, names);
  names.flat.set(value, flat);
  return flat;
}

function printFlatGroup(value: Group, names: ModuleNames): string | null {
  switch (value.kind) {
    case "bytes": {
      if (value.value.length > lineWidth) return null;
      const bytes = `Uint8Array.of(${value.value.join(", ")})`;
      return value.isContent === true ? `binaryContent(${bytes})` : bytes;
    }
    case "thunk": {
      const { body } = value;
      const flat = printFlat(body, names);
      if (flat === null) return null;
      return body.kind === "object" ? `() => (${flat})` : `() => ${flat}`;
    }
    case "array":
      if (mustBreak(value.items)) return null;
      return joinFlat(value.items, ["[", "]"], (item) =>
        printFlat(item, names),
      );
    case "object":
      return joinFlat(value.entries, ["{ ", " }"], (entry) =>
        printFlatEntry(entry, names),
      );
  }
}

function printAtom(
  value: Exclude<Expression, Group>,
  names: ModuleNames,
): string {
  switch (value.kind) {
    case "string":
      return stringLiteral(value.value);
    case "number":
      return numberLiteral(value.value);
    case "bigint":
      return `${value.value}n`;
    case "boolean":
      return String(value.value);
    case "null":
      return "null";
    case "reference":
      return printReference(value, names);
  }
}

function printFlatEntry(
  { key, value }: ObjectEntry,
  names: ModuleNames,
): string | null {
  const text = printFlat(value, names);
  return text === null ? null : `${propertyKey(key)}: ${text}`;
}

function numberLiteral(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}

/** Gives up at the first item that is too much: lists may be long. */
function joinFlat<Item>(
  items: readonly Item[],
  [open, close]: readonly [string, string],
  print: (item: Item) => string | null,
): string | null {
  if (items.length === 0) return open.trim() + close.trim();
  let text = open;
  let width = 0;
  const isShort = items.every((item, index) => {
    const part = print(item);
    if (part === null) return false;
    width += stringWidth(part);
    text += index === 0 ? part : `, ${part}`;
    return width <= lineWidth;
  });
  return isShort ? text + close : null;
}

/** Several objects, or several arrays, of more than one entry each stand one a line. */
function mustBreak(items: readonly Expression[]): boolean {
  if (items.length < 2) return false;
  const isLargeObject = (item: Expression): boolean =>
    item.kind === "object" && item.entries.length > 1;
  const isLargeArray = (item: Expression): boolean =>
    item.kind === "array" && item.items.length > 1;
  return items.every(isLargeObject) || items.every(isLargeArray);
}

function printReference(
  value: Extract<Expression, { kind: "reference" }>,
  { namespaces, schemas }: ModuleNames,
): string {
  if (value.module === "xsd" || value.module === "features")
    return `${value.module}.${value.name}`;
  if (value.module === "schemas") return schemas + value.name;
  return namespaces.get(value.name) ?? stringLiteral(value.name);
}

/** `__proto__` as a plain key would set the prototype. */
export function propertyKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return isIdentifier(key) ? key : stringLiteral(key);
}
