import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

type Program = typeof import("./run-process.js");

/** `program.js` and what V8 made of it, in memory. */
export interface CompiledProgram {
  readonly script: Script;
  readonly program: Program;
}

/**
 * What V8 made of `program.js` when it was built, by the same version of Node: compiling anew takes longer than reading a
 * page and writing its SDK (measured). V8 itself refuses what it did not make of these very settings.
 */
export function codeCachePath(folder: string): string {
  return join(folder, `program-${process.version}-${process.arch}.cache`);
}

/** Loads the bundle beside this file; other versions of Node and other engines load it like any module. */
export function loadProgram(): Promise<Program> {
  // The bundle is CommonJS: built-in modules load faster from there.
  const folder = __dirname;
  const cache = codeCachePath(folder);
  if (existsSync(cache))
    return Promise.resolve(compileProgram(folder, readFileSync(cache)).program);
  // Its only exports are those of `run-process.ts`.
  const program = createRequire(__filename)("./program.js") as Program;
  return Promise.resolve(program);
}

/** Runs `program.js` as the module that it is, keeping hold of the script. */
export function compileProgram(
  folder: string,
  cachedData?: Buffer,
): CompiledProgram {
  const filename = join(folder, "program.js");
  // The build leaves nothing in it but ASCII.
  const text = readFileSync(filename, "latin1");
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${text}\n})`,
    { filename, ...(cachedData === undefined ? {} : { cachedData }) },
  );
  // The function above, which assigns the exports of `run-process.ts`.
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  const module = { exports: {} as Program };
  run(module.exports, createRequire(filename), module, filename, folder);
  return { script, program: module.exports };
}
