import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { strictFlags } from "../support/type-check.js";
import { runtimeModules } from "./support/runtimes.js";

const generated = join(import.meta.dirname, "../../generated");
const folder = mkdtempSync(join(tmpdir(), "soapstone-versions-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `.ci/run` installs: the oldest that the README names, and those that infer less than today's. */
const versions = ["5.0", "5.4", "5.6", "6.0"];

test.each(versions)("TypeScript %s compiles the SDKs", (version) => {
  const {
    // Younger than the oldest of them.
    erasableSyntaxOnly: _,
    ...compilerOptions
  } = strictFlags;
  const config = join(folder, `tsconfig-${version}.json`);
  const files = readdirSync(generated)
    .filter((name) => name !== "runtime" && !name.includes("."))
    .flatMap((name) =>
      ["index.ts", "mock.ts"].map((file) => join(generated, name, file)),
    );
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(runtimeModules, `typescript-${version}/bin/tsc`), "-p", config],
    { encoding: "utf8" },
  );
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
