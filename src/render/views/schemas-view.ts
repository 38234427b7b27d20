import type { SchemaModule, SdkPlan } from "../../plan/index.js";
import { printConstant, printImport } from "../layout/print-statements.js";
import { moduleNames } from "../layout/module-names.js";
import { mentionsOf, namespaceLines, type Mentions } from "../mentions.js";
import { header, type RenderOptions } from "../render-options.js";
import { runtimeImportPath, siblingImportPath } from "./import-path.js";

/** What `schemas.hbs` prints: the wire descriptors of one namespace. */
export interface SchemasView {
  readonly header: string;
  readonly imports: readonly string[];
  readonly namespaces: readonly string[] | false;
  readonly descriptors: readonly string[];
}

export function schemasView(
  module: SchemaModule,
  plan: SdkPlan,
  options: RenderOptions,
): SchemasView {
  const mentions = mentionsOf(module.descriptors.map(({ value }) => value));
  const names = moduleNames(mentions.namespaces);
  return {
    header,
    imports:
      module.descriptors.length === 0
        ? ["export {};"]
        : schemaImports(module, { plan, mentions }, options),
    namespaces: namespaceLines(mentions),
    descriptors: module.descriptors.map(({ name, type, value }) =>
      printConstant(`export const ${name}: ${type} =`, value, names),
    ),
  };
}

function schemaImports(
  { path, descriptors }: SchemaModule,
  {
    plan,
    mentions: { schemas, usesXsd },
  }: { readonly plan: SdkPlan; readonly mentions: Mentions },
  options: RenderOptions,
): readonly string[] {
  const types = new Set(descriptors.map(({ type }) => type));
  const siblings = plan.schemas
    .filter((other) => other.path !== path)
    .map((other) => ({
      path: siblingImportPath(path, other.path, options),
      names: other.descriptors
        .map(({ name }) => name)
        .filter((name) => schemas.has(name)),
    }));
  return [
    printImport(types, runtimeImportPath(path, options), true),
    ...(usesXsd
      ? [`import * as xsd from "${runtimeImportPath(path, options, "xsd")}";`]
      : []),
    ...siblings
      .filter(({ names }) => names.length > 0)
      .map((sibling) => printImport(sibling.names, sibling.path, false)),
  ];
}
