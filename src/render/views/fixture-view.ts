import {
  runtimeType,
  usedNames,
  type Expression,
  type OperationPlan,
  type TypeExpression,
} from "../../plan/index.js";
import { moduleNames } from "../layout/module-names.js";
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
  readonly constantName: keyof OperationPlan["fixture"];
  readonly doc: string;
  readonly type: TypeExpression;
  readonly value: Expression;
}

export function fixtureView(
  operation: OperationPlan,
  options: RenderOptions,
): FixtureView {
  const values = fixtureValues(operation);
  const imports = importsOf(operation, values, options);
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
        moduleNames(),
      ),
    })),
  };
}

function importsOf(
  { fileName }: OperationPlan,
  values: readonly FixtureValue[],
  options: RenderOptions,
): readonly string[] {
  const own = new Set<string>();
  const runtime = new Set<string>();
  for (const { type } of values) {
    usedNames(type, (kind, name) =>
      (kind === "runtime" ? runtime : own).add(name),
    );
  }
  const path = runtimeImportPath(`fixtures/${fileName}`, options);
  const index = `../index${options.importExtension}`;
  const hasContents = values.some(({ value }) => holdsContent(value));
  return [
    ...(hasContents ? [printImport(["binaryContent"], path, false)] : []),
    ...(runtime.size === 0 ? [] : [printImport(runtime, path, true)]),
    ...(own.size === 0 ? [] : [printImport(own, index, true)]),
  ];
}

/** Whether a content is made somewhere in the value. */
function holdsContent(value: Expression): boolean {
  switch (value.kind) {
    case "bytes":
      return value.isContent === true;
    case "array":
      return value.items.some(holdsContent);
    case "object":
      return value.entries.some((entry) => holdsContent(entry.value));
    default:
      return false;
  }
}

function fixtureValues(operation: OperationPlan): readonly FixtureValue[] {
  const { name, fixture } = operation;
  return rolesOf(operation).flatMap(({ constantName, doc, type }) => {
    const value = fixture[constantName];
    return type === undefined || value === undefined
      ? []
      : [{ constantName, doc: `${doc} ${name}.`, type, value }];
  });
}

/** What a fixture may have, in the order of its module. */
function rolesOf(operation: OperationPlan): readonly {
  readonly constantName: FixtureValue["constantName"];
  /** The operation's name follows. */
  readonly doc: string;
  readonly type: TypeExpression | undefined;
}[] {
  const { input, output, requestHeaders, responseHeaders } = operation;
  return [
    { constantName: "request", doc: "Input of", type: input },
    { constantName: "response", doc: "Result of", type: output },
    {
      constantName: "requestHeaders",
      doc: "SOAP header blocks of a call of",
      type: requestHeaders?.type,
    },
    {
      constantName: "responseHeaders",
      doc: "SOAP header blocks of an answer of",
      type: responseHeaders?.type,
    },
    {
      constantName: "fault",
      doc: "A documented fault of",
      type: runtimeType("FaultInput"),
    },
  ];
}
