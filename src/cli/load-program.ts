/** Loads the command line. The build puts in its place what loads it in one file: `load-bundle.ts`. */
export function loadProgram(): Promise<typeof import("./run-process.js")> {
  return import("./run-process.js");
}
