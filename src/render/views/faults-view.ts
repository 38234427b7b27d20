import {
  usedNames,
  type ErrorsPlan,
  type FaultsPlan,
  type SdkPlan,
} from "../../plan/index.js";
import { moduleNames } from "../layout/module-names.js";
import {
  printConstant,
  printFunctionHead,
  printImport,
} from "../layout/print-statements.js";
import { printAlias } from "../layout/print-type.js";
import { header, type RenderOptions } from "../render-options.js";
import { runtimeImportPath } from "./import-path.js";

/** What `faults.hbs` prints: typed faults and documented error codes. */
export interface FaultsView {
  readonly header: string;
  readonly imports: readonly string[];
  readonly faults: readonly {
    readonly doc: readonly string[];
    readonly text: string;
  }[];
  readonly errors: readonly ErrorsView[];
}

export interface ErrorsView {
  readonly codeDoc: readonly string[];
  readonly codeType: string;
  readonly tableDoc: readonly string[];
  readonly table: string;
  readonly tableName: string;
  readonly classifierDoc: readonly string[];
  readonly classifierHead: string;
}

export function faultsView(plan: SdkPlan, options: RenderOptions): FaultsView {
  const faults = plan.operations.flatMap((operation) => operation.faults ?? []);
  const errors = plan.operations.flatMap((operation) => operation.errors ?? []);
  return {
    header,
    imports: faultImports(faults, errors, options),
    faults: faults.map((each) => ({ doc: each.doc, text: printFaults(each) })),
    errors: errors.map(errorsView),
  };
}

function faultImports(
  faults: readonly FaultsPlan[],
  errors: readonly ErrorsPlan[],
  options: RenderOptions,
): readonly string[] {
  const runtime = new Set<string>();
  const own = new Set<string>();
  if (faults.length > 0)
    runtime.add("type DeclaredFault").add("type UndeclaredFault");
  if (errors.length > 0)
    runtime
      .add("classifyFault")
      .add("type DocumentedError")
      .add("type SoapFault");
  for (const { type } of faults.flatMap((each) => each.faults)) {
    usedNames(type, (kind, name) =>
      kind === "runtime" ? runtime.add(`type ${name}`) : own.add(name),
    );
  }
  const path = runtimeImportPath("faults", options);
  const isTypeOnly = errors.length === 0;
  const names = isTypeOnly
    ? [...runtime].map((name) => name.replace(/^type /, ""))
    : runtime;
  return [
    ...(runtime.size === 0
      ? ["export {};"]
      : [printImport(names, path, isTypeOnly)]),
    ...(own.size === 0
      ? []
      : [printImport(own, `./types${options.importExtension}`, true)]),
  ];
}

function printFaults({ typeName, faults }: FaultsPlan): string {
  return printAlias(typeName, {
    kind: "union",
    types: [
      ...faults.map(({ name, type }) => ({
        kind: "runtime" as const,
        name: "DeclaredFault",
        arguments: [{ kind: "literal" as const, value: name }, type],
      })),
      { kind: "runtime", name: "UndeclaredFault", arguments: [] },
    ],
  });
}

function errorsView(errors: ErrorsPlan): ErrorsView {
  const { operationName, codeTypeName, tableName, classifierName } = errors;
  return {
    codeDoc: [`Codes of the documented errors of ${operationName}.`],
    codeType: printAlias(codeTypeName, errors.codeType),
    tableDoc: [`The documented errors of ${operationName}.`],
    table: printConstant(
      `export const ${tableName}: readonly DocumentedError<${codeTypeName}>[] =`,
      errors.table,
      moduleNames(),
    ),
    tableName,
    classifierDoc: [
      `The documented error that a fault of ${operationName} reports; undefined when it is none of them.`,
    ],
    classifierHead: printFunctionHead(
      classifierName,
      "fault: SoapFault",
      `DocumentedError<${codeTypeName}> | undefined`,
    ),
  };
}
