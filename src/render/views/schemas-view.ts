import type { SchemaModule, SdkPlan } from "../../plan/index.js";
import { printConstant, printImport } from "../layout/print-statements.js";
import { namespaceConstants, usedDescriptors } from "../namespaces.js";
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
  const values = module.descriptors.map((descriptor) => descriptor.value);
  const namespaces = namespaceConstants(values);
  const { schemas, usesXsd } = usedDescriptors(values);
  const types = new Set(
    module.descriptors.map((descriptor) => descriptor.type),
  );
  const imports = [
    ...(types.size === 0
      ? []
      : [printImport(types, runtimeImportPath(module.path, options), true)]),
    ...(usesXsd
      ? [
          `import * as xsd from "${runtimeImportPath(module.path, options, "xsd")}";`,
        ]
      : []),
    ...siblingImports(module, schemas, plan, options),
  ];
  return {
    header,
    imports: module.descriptors.length === 0 ? ["export {};"] : imports,
    namespaces: namespaces.lines.length > 0 && namespaces.lines,
    descriptors: module.descriptors.map(({ name, type, value }) =>
      printConstant(`export const ${name}: ${type} =`, value, namespaces.names),
    ),
  };
}

function siblingImports(
  module: SchemaModule,
  used: ReadonlySet<string>,
  plan: SdkPlan,
  options: RenderOptions,
): readonly string[] {
  return plan.schemas.flatMap((other) => {
    if (other.path === module.path) return [];
    const names = other.descriptors
      .map(({ name }) => name)
      .filter((name) => used.has(name));
    return names.length === 0
      ? []
      : [
          printImport(
            names,
            siblingImportPath(module.path, other.path, options),
            false,
          ),
        ];
  });
}
