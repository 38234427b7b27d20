/** Loads prettier. In a file of its own because V8's code cache, which the build makes of the others, cannot import (Node 20). */
export function importPrettier(): Promise<typeof import("prettier")> {
  return import("prettier");
}
