import module from "node:module";
import { setFlagsFromString } from "node:v8";

/** V8 complains about flags that it does not have, so each belongs to the versions of Node it was measured with. */
const flags: ReadonlyMap<string, readonly string[]> = new Map([
  ["20", ["--interrupt-budget=2000000", "--semi-space-growth-factor=16"]],
  ["22", ["--invocation-count-for-turbofan=50000"]],
  ["24", ["--invocation-count-for-turbofan=50000"]],
]);

/**
 * Prepares Node for a short run. Most code that V8 optimizes by its own rules has not paid for it when the run is over:
 * of the processor time of a large WSDL that is a third (measured). What was compiled is kept for the next run where
 * Node can, in its own place among the system's temporary files.
 */
export function tuneEngine(): void {
  const { node, bun, deno } = process.versions;
  if (bun !== undefined || deno !== undefined) return;
  for (const flag of flags.get(node.split(".")[0] ?? "") ?? []) {
    setFlagsFromString(flag);
  }
  if (
    "enableCompileCache" in module &&
    typeof module.enableCompileCache === "function"
  ) {
    module.enableCompileCache();
  }
}
