import type { OperationPlan, SdkPlan, ServicePlan } from "../../plan/index.js";
import { lineWidth } from "../layout/print-expression.js";
import { stringWidth } from "../layout/string-width.js";
import { printFunctionHead, printImport } from "../layout/print-statements.js";
import { header, type RenderOptions } from "../render-options.js";
import { runtimeImportPath } from "./import-path.js";

/** What `mock.hbs` prints: a fetch that answers from the fixtures. */
export interface MockView {
  readonly header: string;
  readonly imports: readonly string[];
  readonly services: readonly {
    readonly doc: readonly string[];
    readonly head: string;
    readonly constantName: string;
    readonly handlers: readonly string[] | false;
  }[];
}

export function mockView(plan: SdkPlan, options: RenderOptions): MockView {
  return {
    header,
    imports: mockImports(plan, options),
    services: plan.services.map((service) => viewOf(service, plan)),
  };
}

function viewOf(
  service: ServicePlan,
  plan: SdkPlan,
): MockView["services"][number] {
  const handlers = handlersOf(service, plan);
  return {
    doc: [
      `A \`fetch\` that answers every operation of ${service.name} from its fixture: give it to the client in tests.`,
      "`handlers` come first: what they answer, no fixture does.",
    ],
    head: printFunctionHead(
      service.mockName,
      "handlers: readonly MockHandler[] = []",
      "typeof fetch",
    ),
    constantName: service.constantName,
    handlers: handlers.length > 0 && handlers,
  };
}

function mockImports(plan: SdkPlan, options: RenderOptions): readonly string[] {
  const { importExtension } = options;
  if (plan.services.length === 0) return ["export {};"];
  const offered = new Set(
    plan.services.flatMap((service) => service.operations),
  );
  const answered = plan.operations.filter(
    (operation) => isAnswered(operation) && offered.has(operation.functionName),
  );
  const fixtures = answered
    .filter(
      ({ fixture }) =>
        fixture.response !== undefined || fixture.responseHeaders !== undefined,
    )
    .map(
      ({ fileName, functionName }) =>
        `import * as ${functionName}Fixture from "./fixtures/${fileName}${importExtension}";`,
    );
  const used = [
    ...plan.services.map((service) => service.constantName),
    ...answered.map(({ functionName }) => functionName),
  ];
  const path = runtimeImportPath("mock", options, "mock");
  return [
    printImport(["createMockFetch", "type MockHandler"], path, false),
    ...fixtures,
    printImport(used, `./operations${importExtension}`, false),
  ];
}

/** Whether the mock knows an answer: a fixture, or nothing where nothing is expected. */
function isAnswered({ output, fixture }: OperationPlan): boolean {
  const isVoid = output.kind === "keyword" && output.text === "void";
  return isVoid || fixture.response !== undefined;
}

function handlersOf(service: ServicePlan, plan: SdkPlan): readonly string[] {
  const own = new Set(service.operations);
  return plan.operations
    .filter(
      (operation) => own.has(operation.functionName) && isAnswered(operation),
    )
    .map(({ functionName, fixture }) => {
      const value =
        fixture.response === undefined
          ? "undefined"
          : `${functionName}Fixture.response`;
      const flat = `    { operation: ${functionName}.descriptor, respond: () => ${value} },`;
      const hasHeaders = fixture.responseHeaders !== undefined;
      if (!hasHeaders && stringWidth(flat) <= lineWidth) return flat;
      const answer = `      respond: () => ${value},`;
      const respond =
        stringWidth(answer) <= lineWidth
          ? answer
          : `      respond: () =>\n        ${value},`;
      const named = `      operation: ${functionName}.descriptor,`;
      const operation =
        stringWidth(named) <= lineWidth
          ? named
          : `      operation:\n        ${functionName}.descriptor,`;
      const headers = hasHeaders
        ? `      headers: {\n        ...${functionName}Fixture.responseHeaders,\n      },\n`
        : "";
      return `    {\n${operation}\n${respond}\n${headers}    },`;
    });
}
