import { join } from "node:path";
import { defineConfig } from "vitest/config";

const report = process.env["UNIT_REPORT"];

export default defineConfig({
  test: {
    root: join(import.meta.dirname, ".."),
    include: ["test/**/*.test.ts"],
    exclude: ["test/interop/**", "test/echo/**"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters:
      report === undefined
        ? ["default"]
        : ["default", ["json", { outputFile: report }]],
  },
});
