import type { SdkPlan } from "../plan/index.js";
import { importPrettier } from "./import-prettier.js";
import type { RenderOptions } from "./render-options.js";
import { TemplateFailure } from "./template-failure.js";
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
  const templates = await loadTemplates(
    options.builtinTemplates,
    options.templates,
  );
  const files = [
    ...moduleFiles(plan, options),
    ...operationFiles(plan, options),
    fileView("faults", "faults", faultsView(plan, options)),
    fileView("index", "barrel", indexView(plan, options)),
    ...fixtureFiles(plan, options),
  ];
  return Promise.all(
    files.map(async ({ path, template, view }) => {
      const text = templates.render(template, view);
      return {
        path: `${path}.ts`,
        text: templates.isCustom(template)
          ? await format(template, text)
          : text,
      };
    }),
  );
}

/** A file to be: its template and what the template is filled with. */
interface FileView {
  /** Without extension. */
  readonly path: string;
  readonly template: TemplateName;
  readonly view: object;
}

function fileView(
  path: string,
  template: TemplateName,
  view: object,
): FileView {
  return { path, template, view };
}

/** Types and descriptors; barrels over them where there are several modules of each. */
function moduleFiles(
  plan: SdkPlan,
  options: RenderOptions,
): readonly FileView[] {
  const folders = [
    { folder: "types", modules: plan.types },
    { folder: "schemas", modules: plan.schemas },
  ];
  return [
    ...plan.types.map((module) =>
      fileView(module.path, "types", typesView(module, plan, options)),
    ),
    ...plan.schemas.map((module) =>
      fileView(module.path, "schemas", schemasView(module, plan, options)),
    ),
    ...folders
      .filter(({ modules }) => modules.length > 1)
      .map(({ folder, modules }) => {
        const paths = modules.map(({ path }) => path);
        return fileView(folder, "barrel", modulesView(paths, options));
      }),
  ];
}

function operationFiles(
  plan: SdkPlan,
  options: RenderOptions,
): readonly FileView[] {
  return plan.operations.length === 0 && plan.services.length === 0
    ? []
    : [
        fileView("operations", "operations", operationsView(plan, options)),
        fileView("mock", "mock", mockView(plan, options)),
      ];
}

function fixtureFiles(
  plan: SdkPlan,
  options: RenderOptions,
): readonly FileView[] {
  return plan.operations.map((operation) =>
    fileView(
      `fixtures/${operation.fileName}`,
      "fixture",
      fixtureView(operation, options),
    ),
  );
}

async function format(template: TemplateName, text: string): Promise<string> {
  const prettier = await importPrettier();
  try {
    return await prettier.format(text, { parser: "babel-ts" });
  } catch (error) {
    const [reason = ""] = String(error).split("\n");
    const problem = `what it prints is no TypeScript: ${reason}`;
    throw new TemplateFailure(`${template}.hbs`, problem);
  }
}
