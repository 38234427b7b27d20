/**
 * Loads what only a mock server needs: half of all that Node loads for a run. In a file of its own because V8's code
 * cache, which the build makes of the others, cannot import (Node 20).
 */
export function importHttp(): Promise<typeof import("node:http")> {
  return import("node:http");
}
