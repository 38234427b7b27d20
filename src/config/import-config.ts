/** Loads a config that is a module. In a file of its own because V8's code cache, which the build makes of the others, cannot import (Node 20). */
export function importConfig(url: string): Promise<unknown> {
  return import(url);
}
