import type { SdkPlan, ServicePlan } from "../../plan/index.js";
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
    readonly handlers: readonly string[];
  }[];
}

export function mockView(plan: SdkPlan, options: RenderOptions): MockView {
  return {
    header,
    imports: mockImports(plan, options),
    services: plan.services.map((service) => ({
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
      handlers: handlersOf(service, plan),
    })),
  };
}

function mockImports(plan: SdkPlan, options: RenderOptions): readonly string[] {
  const { importExtension } = options;
  const used = plan.services.flatMap((service) => [
    service.constantName,
    ...service.operations,
  ]);
  const fixtures = plan.operations.map(
    ({ fileName, functionName }) =>
      `import * as ${functionName}Fixture from "./fixtures/${fileName}${importExtension}";`,
  );
  if (used.length === 0) return [...fixtures, "export {};"];
  const path = runtimeImportPath("mock", options, "mock");
  return [
    printImport(["createMockFetch", "type MockHandler"], path, false),
    ...fixtures,
    printImport(used, `./operations${importExtension}`, false),
  ];
}

function handlersOf(service: ServicePlan, plan: SdkPlan): readonly string[] {
  return plan.operations
    .filter(({ functionName }) => service.operations.includes(functionName))
    .map(({ functionName, fixture }) => {
      const value =
        fixture.response === undefined
          ? "undefined"
          : `${functionName}Fixture.response`;
      const flat = `    { operation: ${functionName}.descriptor, respond: () => ${value} },`;
      if (stringWidth(flat) <= lineWidth) return flat;
      const answer = `      respond: () => ${value},`;
      const respond =
        stringWidth(answer) <= lineWidth
          ? answer
          : `      respond: () =>\n        ${value},`;
      return `    {\n      operation: ${functionName}.descriptor,\n${respond}\n    },`;
    });
}
