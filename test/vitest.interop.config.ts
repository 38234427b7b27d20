import { join } from "node:path";
import { defineConfig } from "vitest/config";

const report = process.env["INTEROP_REPORT"];

/** Tests against programs that `.ci/run` installs. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, ".."),
    include: ["test/interop/**/*.test.ts", "test/echo/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    reporters:
      report === undefined
        ? ["default"]
        : ["default", ["json", { outputFile: report }]],
  },
});
