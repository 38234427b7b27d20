import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moduleNames } from "../../../../src/render/layout/module-names.js";
import {
  printCall,
  printConstant,
  printFunctionHead,
  printImport,
  printNamespace,
  printReturn,
} from "../../../../src/render/layout/print-statements.js";
import { stringLiteral } from "../../../../src/render/layout/string-literal.js";
import {
  arbitraryExpression,
  arbitraryIdentifier,
  arbitraryText,
  flat,
} from "./arbitrary-expression.js";
import { expectAsPrettier } from "./as-prettier.js";

/** No reserved word. */
const name = arbitraryIdentifier.map((stem) => `x${stem}`);

describe("statements are what prettier makes of them:", () => {
  it("constants", () =>
    expectAsPrettier(
      fc.tuple(
        name,
        fc.oneof(
          name,
          name.map((type) => `readonly DocumentedError<${type}>[]`),
        ),
        arbitraryExpression,
      ),
      ([constant, type, value]) => {
        const head = `export const ${constant}: ${type} =`;
        return {
          printed: printConstant(head, value, moduleNames()),
          typed: `${head} ${flat(value)};`,
        };
      },
    ));

  it("calls with type arguments", () =>
    expectAsPrettier(
      fc.tuple(
        name,
        fc.tuple(name, fc.oneof(name, fc.constant("void")), name),
        arbitraryExpression.filter(
          (value) => value.kind === "object" && value.entries.length > 0,
        ),
      ),
      ([constant, typeArguments, argument]) => {
        const callee = "/* @__PURE__ */ createOperation";
        const call = { callee, typeArguments, argument };
        return {
          printed: printCall(constant, call, moduleNames()),
          typed: `export const ${constant} = ${callee}<${typeArguments.join(",")}>(${flat(argument)});`,
        };
      },
    ));

  it("imports", () =>
    expectAsPrettier(
      fc.tuple(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.stringMatching(/^\.\/[a-z]{1,60}\.js$/),
      ),
      ([names, isTypeOnly, path]) => ({
        printed: printImport(names, path, isTypeOnly),
        typed: `import ${isTypeOnly ? "type " : ""}{${[...names].sort().join(",")}} from "${path}";`,
      }),
    ));

  it.each([
    "Client",
    "DocumentedError<TYPE> | undefined",
    "BoundOperations<typeof TYPE>",
  ])("heads of functions that return %s", (returned) =>
    expectAsPrettier(
      fc.tuple(name, name, name),
      ([functionName, parameterType, type]) => {
        const parameter = `options: ${parameterType} = {}`;
        const returnType = returned.replace("TYPE", type);
        const head = printFunctionHead(functionName, parameter, returnType);
        return {
          printed: `${head}\n  return options;\n}`,
          typed: `export function ${functionName}(${parameter}): ${returnType} { return options; }`,
        };
      },
    ),
  );

  it("calls that functions return", () =>
    expectAsPrettier(
      fc.tuple(name, fc.array(name, { minLength: 1, maxLength: 3 })),
      ([callee, names]) => ({
        printed: `function f() {\n  ${printReturn(callee, names)}\n}`,
        typed: `function f() { return ${callee}(${names.join(",")}); }`,
      }),
    ));

  it("namespace constants", () =>
    expectAsPrettier(arbitraryText, (text) => {
      const literal = stringLiteral(text);
      return {
        printed: printNamespace("ns2", literal),
        typed: `const ns2 = ${literal};`,
      };
    }));
});

describe("an import", () => {
  it("names each thing once, sorted by the name behind `type`", () => {
    expect(printImport(["b", "type a", "b", "type c"], "./x.js", false)).toBe(
      'import { type a, b, type c } from "./x.js";',
    );
  });
});
