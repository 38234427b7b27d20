import {
  usedNames,
  type OperationPlan,
  type SdkPlan,
  type ServicePlan,
  type TypeExpression,
} from "../../plan/index.js";
import { lineWidth } from "../layout/print-expression.js";
import {
  printCall,
  printConstant,
  printFunctionHead,
  printImport,
  printReturn,
} from "../layout/print-statements.js";
import { printAlias, printTypeFlat } from "../layout/print-type.js";
import { stringWidth } from "../layout/string-width.js";
import { moduleNames, type ModuleNames } from "../layout/module-names.js";
import { mentionsOf, namespaceLines, type Mentions } from "../mentions.js";
import { header, type RenderOptions } from "../render-options.js";
import { runtimeImportPath } from "./import-path.js";

/** What `operations.hbs` prints: the functions, and the clients they are called with. */
export interface OperationsView {
  readonly header: string;
  readonly imports: readonly string[];
  readonly namespaces: readonly string[] | false;
  readonly operations: readonly {
    readonly doc: readonly string[];
    readonly text: string;
  }[];
  readonly services: readonly ServiceView[];
}

export interface ServiceView {
  /** The service's name, for comments. */
  readonly title: string;
  readonly serviceDoc: readonly string[];
  readonly descriptor: string;
  readonly portType: string;
  readonly portTypeName: string;
  readonly optionsType: string;
  readonly needsEndpoint: boolean;
  readonly createDoc: readonly string[];
  readonly createHead: string;
  readonly createCall: string;
  readonly operationsTable: string;
  readonly bindDoc: readonly string[];
  readonly bindHead: string;
  readonly bindCall: string;
}

export function operationsView(
  plan: SdkPlan,
  options: RenderOptions,
): OperationsView {
  const mentions = mentionsOf(
    plan.operations.map((operation) => operation.descriptor),
  );
  const names = moduleNames(mentions.namespaces, "schemas.");
  return {
    header,
    imports: operationImports(plan, mentions, options),
    namespaces: namespaceLines(mentions),
    operations: plan.operations.map((operation) => ({
      doc: operation.doc,
      text: printOperation(operation, names),
    })),
    services: plan.services.map((service) => serviceView(service, plan)),
  };
}

function operationImports(
  plan: SdkPlan,
  { schemas, usesXsd, usesFeatures }: Mentions,
  options: RenderOptions,
): readonly string[] {
  const { runtime, faults, types } = operationTypes(plan);
  const { importExtension } = options;
  const runtimePath = runtimeImportPath("operations", options);
  const importAll = (name: string): string =>
    `import * as ${name} from "${runtimeImportPath("operations", options, name)}";`;
  return [
    ...importOf([...runtimeFunctions(plan), ...runtime], runtimePath, false),
    ...(usesFeatures ? [importAll("features")] : []),
    ...(usesXsd ? [importAll("xsd")] : []),
    ...importOf(faults, `./faults${importExtension}`, true),
    // Types of the same names are imported too: descriptors stand under a name of their own.
    ...(schemas.size === 0
      ? []
      : [`import * as schemas from "./schemas${importExtension}";`]),
    ...importOf(types, `./types${importExtension}`, true),
  ];
}

/** An import, where there is something to import. */
function importOf(
  names: readonly string[],
  path: string,
  isTypeOnly: boolean,
): readonly string[] {
  return names.length === 0 ? [] : [printImport(names, path, isTypeOnly)];
}

/** Types in the signatures of the operations, by the module they come from. */
function operationTypes({ operations }: SdkPlan): {
  readonly runtime: readonly string[];
  readonly faults: readonly string[];
  readonly types: readonly string[];
} {
  const runtime = new Set<string>();
  const own = new Set<string>();
  for (const operation of operations) {
    for (const type of typeArgumentsOf(operation)) {
      usedNames(type, (kind, name) =>
        kind === "runtime" ? runtime.add(`type ${name}`) : own.add(name),
      );
    }
  }
  const faultNames = new Set(
    operations.flatMap(({ faults }) => faults?.typeName ?? []),
  );
  const types = [...own].filter((name) => !faultNames.has(name));
  return { runtime: [...runtime], faults: [...faultNames], types };
}

function runtimeFunctions(plan: SdkPlan): readonly string[] {
  const forClients = [
    "bindOperations",
    "createClient",
    "type BoundOperations",
    "type Client",
    "type ClientOptions",
    "type ServiceDescriptor",
  ];
  return [
    ...(plan.operations.length > 0 ? ["createOperation"] : []),
    ...(plan.services.length > 0 ? forClients : []),
  ];
}

/** Header blocks come last: most operations have none. */
function typeArgumentsOf({
  input,
  output,
  fault,
  requestHeaders,
  responseHeaders,
}: OperationPlan): readonly TypeExpression[] {
  const none: TypeExpression = {
    kind: "runtime",
    name: "NoHeaders",
    arguments: [],
  };
  const received = responseHeaders === undefined ? [] : [responseHeaders.type];
  const sent =
    requestHeaders === undefined && received.length === 0
      ? []
      : [requestHeaders?.type ?? none];
  return [input, output, fault, ...sent, ...received];
}

function printOperation(operation: OperationPlan, names: ModuleNames): string {
  const { functionName, descriptor } = operation;
  const typeArguments = typeArgumentsOf(operation).map(printTypeFlat);
  const call = {
    callee: "/* @__PURE__ */ createOperation",
    typeArguments,
    argument: descriptor,
  };
  return printCall(functionName, call, names);
}

function serviceView(service: ServicePlan, plan: SdkPlan): ServiceView {
  const { constantName, createName, bindName, needsEndpoint } = service;
  const portTypeName = portTypeNameOf(service);
  const operationsName = `${constantName.replace(/Service$/, "")}Operations`;
  const parameter = `options: ${optionsTypeNameOf(service)}${needsEndpoint ? "" : " = {}"}`;
  return {
    title: service.name,
    serviceDoc:
      service.doc.length > 0 ? service.doc : [`The ports of ${service.name}.`],
    descriptor: printConstant(
      `export const ${constantName}: ServiceDescriptor =`,
      service.descriptor,
      moduleNames(),
    ),
    portType: printAlias(portTypeName, {
      kind: "union",
      types: service.portNames.map((value) => ({ kind: "literal", value })),
    }),
    optionsType: optionsTypeNameOf(service),
    portTypeName,
    needsEndpoint,
    createDoc: createDoc(service),
    createCall: printReturn("createClient", [constantName, "options"]),
    bindCall: printReturn("bindOperations", ["client", operationsName]),
    createHead: printFunctionHead(createName, parameter, "Client"),
    operationsTable: printOperationsTable(operationsName, service, plan),
    bindDoc: [
      `All operations of ${service.name} as methods of one object. Where bundle size matters, call the functions instead:`,
      "what is not imported is not bundled.",
    ],
    bindHead: printFunctionHead(
      bindName,
      "client: Client",
      `BoundOperations<typeof ${operationsName}>`,
    ),
  };
}

function portTypeNameOf(service: ServicePlan): string {
  return `${stemOf(service)}Port`;
}

function optionsTypeNameOf(service: ServicePlan): string {
  return `${stemOf(service)}ClientOptions`;
}

function stemOf({ createName }: ServicePlan): string {
  return createName.replace(/^create/, "").replace(/Client(\d*)$/, "$1");
}

function createDoc({ name, needsEndpoint }: ServicePlan): readonly string[] {
  const endpoint = needsEndpoint
    ? "The documentation does not say where the service is: `endpoint` is needed."
    : "`endpoint` replaces the documented address.";
  return [`Settings and transport for calls of ${name}. ${endpoint}`];
}

function printOperationsTable(
  name: string,
  service: ServicePlan,
  plan: SdkPlan,
): string {
  const own = new Set(service.operations);
  const names = plan.operations
    .map(({ functionName }) => functionName)
    .filter((each) => own.has(each));
  const flat = `export const ${name} = { ${names.join(", ")} };`;
  if (names.length === 0) return `export const ${name} = {};`;
  if (stringWidth(flat) <= lineWidth) return flat;
  return `export const ${name} = {\n${names.map((each) => `  ${each},\n`).join("")}};`;
}
