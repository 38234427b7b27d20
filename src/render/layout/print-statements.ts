import type { Expression } from "../../plan/index.js";
import type { ModuleNames } from "./module-names.js";
import { lineWidth, printExpression, staysOnLine } from "./print-expression.js";
import { stringWidth } from "./string-width.js";

/** `import { a, b } from "path";`, one name a line when the line is full. Names are sorted. */
export function printImport(
  names: Iterable<string>,
  path: string,
  isTypeOnly: boolean,
): string {
  const sorted = [...new Set(names)].sort(byName);
  const head = `import ${isTypeOnly ? "type " : ""}{`;
  const flat = `${head} ${sorted.join(", ")} } from "${path}";`;
  if (sorted.length <= 1 || stringWidth(flat) <= lineWidth) return flat;
  return `${head}\n${sorted.map((name) => `  ${name},\n`).join("")}} from "${path}";`;
}

/** Type imports among values carry `type`; they sort by the name behind it. */
function byName(first: string, second: string): number {
  const [left, right] = [
    first.replace(/^type /, ""),
    second.replace(/^type /, ""),
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `export const name: Type = value;`; the value moves to the next line when the line is full before it begins. */
export function printConstant(
  head: string,
  value: Expression,
  names: ModuleNames,
): string {
  const column = stringWidth(head) + 1;
  const text = printExpression(value, {
    indent: 0,
    column,
    trailing: 1,
    names,
  });
  const firstLine = text.split("\n", 1)[0] ?? "";
  const width = column + stringWidth(firstLine) + (firstLine === text ? 1 : 0);
  if (width <= lineWidth || staysOnLine(value)) return `${head} ${text};`;
  return `${head}\n  ${printExpression(value, { indent: 2, column: 2, trailing: 1, names })};`;
}

/** `export const name = call<Type, Type>(value);`. */
export function printCall(
  name: string,
  call: {
    readonly callee: string;
    readonly typeArguments: readonly string[];
    readonly argument: Expression;
  },
  names: ModuleNames,
): string {
  const { callee, typeArguments, argument } = call;
  const before = `export const ${name} =`;
  const breaks = stringWidth(`${before} ${callee}<`) > lineWidth;
  const indent = breaks ? 2 : 0;
  const lead = breaks ? `${before}\n  ` : `${before} `;
  const column = breaks ? 2 : stringWidth(lead);
  const flat = `${callee}<${typeArguments.join(", ")}>(`;
  const isFull = column + stringWidth(flat) === lineWidth;
  if (isFull) {
    const inner = printExpression(argument, {
      indent: indent + 2,
      column: indent + 2,
      trailing: 1,
      names,
    });
    const margin = " ".repeat(indent);
    return `${lead}${flat}\n${margin}  ${inner},\n${margin});`;
  }
  const fits = column + stringWidth(flat) < lineWidth;
  const margin = " ".repeat(indent + 2);
  const head = fits
    ? flat
    : `${callee}<\n${typeArguments.map((text) => margin + text).join(",\n")}\n${" ".repeat(indent)}>(`;
  const after = fits ? column + stringWidth(flat) : indent + 2;
  return `${lead}${head}${printExpression(argument, { indent, column: after, trailing: 2, names })});`;
}

/** `export function name(parameter): Type {`; the parameter, then the members of a union, on lines of their own when the line is full. */
export function printFunctionHead(
  name: string,
  parameter: string,
  returnType: string,
): string {
  const flat = `export function ${name}(${parameter}): ${returnType} {`;
  if (stringWidth(flat) <= lineWidth) return flat;
  return `export function ${name}(\n  ${parameter},\n):${printReturnType(returnType)} {`;
}

/** Behind the colon where it fits; else a union goes below, and a generic type is broken. */
function printReturnType(type: string): string {
  const generic = /^(\w+)<(typeof [^<>]+)>$/.exec(type);
  if (stringWidth(`): ${type} {`) <= lineWidth) return ` ${type}`;
  if (generic !== null) return ` ${generic[1]}<\n  ${generic[2]}\n>`;
  const members = type.split(" | ");
  if (members.length === 1) return ` ${type}`;
  return stringWidth(`  ${type} {`) <= lineWidth
    ? `\n  ${type}`
    : members.map((member) => `\n  | ${member}`).join("");
}

/** `const ns = "…";`. */
export function printNamespace(name: string, literal: string): string {
  const flat = `const ${name} = ${literal};`;
  return stringWidth(flat) <= lineWidth
    ? flat
    : `const ${name} =\n  ${literal};`;
}

/** `return call(argument, argument);` inside a function. */
export function printReturn(callee: string, names: readonly string[]): string {
  const flat = `return ${callee}(${names.join(", ")});`;
  if (2 + stringWidth(flat) <= lineWidth) return flat;
  return `return ${callee}(\n${names.map((name) => `    ${name},\n`).join("")}  );`;
}
