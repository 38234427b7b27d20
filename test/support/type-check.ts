import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Every flag that generated code promises to compile under. */
export const strictFlags = {
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  erasableSyntaxOnly: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowImportingTsExtensions: true,
  noEmit: true,
} as const;

/** What the compiler says about all TypeScript in a folder; '' when it is content. */
export function typeCheck(
  folder: string,
  { compiler }: { readonly compiler: string },
): string {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions: strictFlags }));
  const tsc = join(root, "node_modules", compiler, "bin", "tsc");
  const { stdout, status } = spawnSync(
    process.execPath,
    [tsc, "-p", config, "--pretty", "false"],
    { encoding: "utf8" },
  );
  return status === 0 ? "" : stdout;
}
