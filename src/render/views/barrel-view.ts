import type { SdkPlan } from "../../plan/index.js";
import { header, type RenderOptions } from "../render-options.js";
import { runtimeImportPath } from "./import-path.js";

/** What `barrel.hbs` prints: a module that only re-exports. */
export interface BarrelView {
  readonly header: string;
  readonly exports: readonly string[];
}

/** `index.ts`: functions, types, faults, descriptors, and what callers need of the runtime. */
export function indexView(plan: SdkPlan, options: RenderOptions): BarrelView {
  const { importExtension } = options;
  const hasOperations = plan.operations.length > 0 || plan.services.length > 0;
  const contents = plan.streamsBinary
    ? "  type BinaryContent,\n  binaryContent,\n"
    : "";
  return {
    header,
    exports: [
      `export * from "./faults${importExtension}";`,
      ...(hasOperations
        ? [`export * from "./operations${importExtension}";`]
        : []),
      `export * as schemas from "./schemas${importExtension}";`,
      `export * from "./types${importExtension}";`,
      `export {\n  addressing,\n  type Answer,\n${contents}  type CallOptions,\n  type Client,\n  type ClientOptions,\n  isSoapError,\n  lenient,\n  mtom,\n  type Operation,\n  type Result,\n  SoapError,\n  type SoapFault,\n  swa,\n  timestamp,\n  usernameToken,\n} from "${runtimeImportPath("index", options)}";`,
    ],
  };
}

/** `types.ts` or `schemas.ts` where the declarations are in one file per namespace. */
export function modulesView(
  paths: readonly string[],
  options: RenderOptions,
): BarrelView {
  const exports = paths.map(
    (path) => `export * from "./${path}${options.importExtension}";`,
  );
  return { header, exports: [...exports].sort() };
}
