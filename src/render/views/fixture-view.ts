import {
  usedNames,
  type Expression,
  type OperationPlan,
  type TypeExpression,
} from "../../plan/index.js";
import { printConstant, printImport } from "../layout/print-statements.js";
import { printTypeFlat } from "../layout/print-type.js";
import { header, type RenderOptions } from "../render-options.js";
import { runtimeImportPath } from "./import-path.js";

/** What `fixture.hbs` prints: example values of one operation's messages. */
export interface FixtureView {
  readonly header: string;
  readonly imports: readonly string[] | false;
  readonly values: readonly {
    readonly doc: readonly string[];
    readonly text: string;
  }[];
}

interface FixtureValue {
  readonly constantName: "request" | "response" | "fault";
  readonly doc: string;
  readonly type: TypeExpression;
  readonly value: Expression;
}

export function fixtureView(
  operation: OperationPlan,
  options: RenderOptions,
): FixtureView {
  const values = fixtureValues(operation);
  const own = new Set<string>();
  const runtime = new Set<string>();
  for (const { type } of values) {
    usedNames(type, (kind, name) =>
      (kind === "runtime" ? runtime : own).add(name),
    );
  }
  const path = `fixtures/${operation.fileName}`;
  const imports = [
    ...(runtime.size === 0
      ? []
      : [printImport(runtime, runtimeImportPath(path, options), true)]),
    ...(own.size === 0
      ? []
      : [printImport(own, `../index${options.importExtension}`, true)]),
  ];
  return {
    header,
    imports:
      imports.length === 0 && values.length === 0
        ? ["export {};"]
        : imports.length > 0 && imports,
    values: values.map(({ constantName, doc, type, value }) => ({
      doc: [doc],
      text: printConstant(
        `export const ${constantName}: ${printTypeFlat(type)} =`,
        value,
        new Map(),
      ),
    })),
  };
}

function fixtureValues({
  name,
  input,
  output,
  fixture,
}: OperationPlan): readonly FixtureValue[] {
  const values: FixtureValue[] = [];
  if (fixture.request !== undefined) {
    values.push({
      constantName: "request",
      doc: `What ${name} is called with.`,
      type: input,
      value: fixture.request,
    });
  }
  if (fixture.response !== undefined) {
    values.push({
      constantName: "response",
      doc: `What ${name} answers.`,
      type: output,
      value: fixture.response,
    });
  }
  if (fixture.fault !== undefined) {
    const type: TypeExpression = {
      kind: "runtime",
      name: "FaultInput",
      arguments: [],
    };
    values.push({
      constantName: "fault",
      doc: `A documented fault of ${name}.`,
      type,
      value: fixture.fault,
    });
  }
  return values;
}
