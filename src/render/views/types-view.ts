import {
  usedNames,
  type SdkPlan,
  type TypeDeclaration,
  type TypeExpression,
  type TypeModule,
} from "../../plan/index.js";
import { printImport } from "../layout/print-statements.js";
import {
  printAlias,
  printProperty,
  printTypeFlat,
} from "../layout/print-type.js";
import { header, type RenderOptions } from "../render-options.js";
import { runtimeImportPath, siblingImportPath } from "./import-path.js";

/** What `types.hbs` prints: the type declarations of one namespace. */
export interface TypesView {
  readonly header: string;
  readonly imports: readonly string[];
  readonly declarations: readonly DeclarationView[];
}

export interface DeclarationView {
  readonly doc: readonly string[] | false;
  readonly isInterface: boolean;
  /** The first line of an interface, or all of an alias. */
  readonly head: string;
  readonly properties: readonly {
    readonly doc: readonly string[] | false;
    readonly text: string;
  }[];
}

export function typesView(
  module: TypeModule,
  plan: SdkPlan,
  options: RenderOptions,
): TypesView {
  const imports =
    module.declarations.length === 0
      ? ["export {};"]
      : typeImports(module, plan, options);
  return {
    header,
    imports: imports.length === 0 ? [] : [imports.join("\n")],
    declarations: module.declarations.map(declarationView),
  };
}

function typeImports(
  module: TypeModule,
  plan: SdkPlan,
  options: RenderOptions,
): readonly string[] {
  const { runtime, siblings } = importedNames(module, plan);
  return [
    ...(runtime.size === 0
      ? []
      : [printImport(runtime, runtimeImportPath(module.path, options), true)]),
    ...[...siblings].map(([path, names]) =>
      printImport(names, siblingImportPath(module.path, path, options), true),
    ),
  ];
}

interface ImportedNames {
  readonly runtime: ReadonlySet<string>;
  /** Names by the path of the module that declares them, in order of first use. */
  readonly siblings: ReadonlyMap<string, ReadonlySet<string>>;
}

function importedNames(module: TypeModule, plan: SdkPlan): ImportedNames {
  const homes = new Map(
    plan.types.flatMap(({ path, declarations }) =>
      declarations.map(({ name }) => [name, path] as const),
    ),
  );
  const runtime = new Set<string>();
  const siblings = new Map<string, Set<string>>();
  const visit = (kind: "name" | "runtime", name: string): void => {
    if (kind === "runtime") runtime.add(name);
    const home = homes.get(name);
    if (kind === "runtime" || home === undefined || home === module.path)
      return;
    siblings.set(home, (siblings.get(home) ?? new Set()).add(name));
  };
  for (const declaration of module.declarations)
    typesOf(declaration).forEach((type) => usedNames(type, visit));
  return { runtime, siblings };
}

function typesOf(declaration: TypeDeclaration): readonly TypeExpression[] {
  if (declaration.kind === "alias") return [declaration.type];
  const types = declaration.properties.map((property) => property.type);
  return declaration.extends === undefined
    ? types
    : [declaration.extends, ...types];
}

export function declarationView(declaration: TypeDeclaration): DeclarationView {
  const doc = declaration.doc.length > 0 && declaration.doc;
  if (declaration.kind === "alias") {
    return {
      doc,
      isInterface: false,
      head: printAlias(declaration.name, declaration.type),
      properties: [],
    };
  }
  const base =
    declaration.extends === undefined
      ? ""
      : ` extends ${printTypeFlat(declaration.extends)}`;
  return {
    doc,
    isInterface: true,
    head: `export interface ${declaration.name}${base} {`,
    properties: declaration.properties.map((property) => ({
      doc: property.doc.length > 0 && property.doc,
      text: printProperty(property),
    })),
  };
}
