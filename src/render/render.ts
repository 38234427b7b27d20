import type { SdkPlan } from "../plan/index.js";
import type { RenderOptions } from "./render-options.js";
import { loadTemplates, type TemplateName } from "./templates.js";
import { indexView, modulesView } from "./views/barrel-view.js";
import { faultsView } from "./views/faults-view.js";
import { fixtureView } from "./views/fixture-view.js";
import { mockView } from "./views/mock-view.js";
import { operationsView } from "./views/operations-view.js";
import { schemasView } from "./views/schemas-view.js";
import { typesView } from "./views/types-view.js";

export interface RenderedFile {
  /** Relative to the SDK's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The TypeScript files of an SDK. Built-in templates print formatted text; what the user's print goes through prettier. */
export async function renderSdk(
  plan: SdkPlan,
  options: RenderOptions,
): Promise<readonly RenderedFile[]> {
  const templates = loadTemplates(options.builtinTemplates, options.templates);
  const file = async (
    path: string,
    template: TemplateName,
    view: object,
  ): Promise<RenderedFile> => {
    const text = templates.render(template, view);
    return {
      path: `${path}.ts`,
      text: templates.isCustom(template) ? await format(text) : text,
    };
  };
  const jobs: Promise<RenderedFile>[] = [];
  for (const module of plan.types)
    jobs.push(file(module.path, "types", typesView(module, plan, options)));
  for (const module of plan.schemas)
    jobs.push(file(module.path, "schemas", schemasView(module, plan, options)));
  for (const [folder, modules] of [
    ["types", plan.types],
    ["schemas", plan.schemas],
  ] as const) {
    if (modules.length > 1)
      jobs.push(
        file(
          folder,
          "barrel",
          modulesView(
            modules.map(({ path }) => path),
            options,
          ),
        ),
      );
  }
  if (plan.operations.length > 0 || plan.services.length > 0) {
    jobs.push(file("operations", "operations", operationsView(plan, options)));
    jobs.push(file("mock", "mock", mockView(plan, options)));
  }
  jobs.push(file("faults", "faults", faultsView(plan, options)));
  jobs.push(file("index", "barrel", indexView(plan, options)));
  for (const operation of plan.operations) {
    jobs.push(
      file(
        `fixtures/${operation.fileName}`,
        "fixture",
        fixtureView(operation, options),
      ),
    );
  }
  return Promise.all(jobs);
}

async function format(text: string): Promise<string> {
  const prettier = await import("prettier");
  return prettier.format(text, { parser: "babel-ts" });
}
