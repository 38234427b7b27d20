import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
// Inside the repository, so that dependencies are found; laid out like the published package.
const built = join(repository, ".tmp", `cli-${process.pid}`);
const main = join(built, "dist/cli/main.js");

beforeAll(() => {
  const source = join(repository, "src");
  mkdirSync(built, { recursive: true });
  buildSync({
    entryPoints: readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(source, path)),
    outdir: join(built, "dist"),
    outbase: source,
    format: "esm",
    logLevel: "error",
  });
  cpSync(join(repository, "package.json"), join(built, "package.json"));
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

test("the exit code is that of the command", () => {
  const { status, stderr } = spawnSync(process.execPath, [main, "genrate"]);
  expect(status).toBe(2);
  expect(stderr.toString()).toContain("cli/usage");
});

test("stdout that is closed early is no error", async () => {
  const child = spawn(process.execPath, [main, "explain"]);
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, stderr]).toEqual([0, ""]);
});

test("help does not load the pipeline or the parser", () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--trace-uncaught", main, "--help"],
    { env: { ...process.env, NODE_DEBUG: "esm" } },
  );
  expect(stdout.toString()).toContain("Commands:");
  expect(stderr.toString()).toContain("render-help.js");
  expect(stderr.toString()).not.toMatch(/pipeline\.js|yargs/);
});

/** The fastest of five runs, in milliseconds. */
function time(args: readonly string[]): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [...args]);
    return performance.now() - start;
  });
  return Math.min(...runs);
}

test("help takes little longer than an empty program", () => {
  expect(time([main, "--help"])).toBeLessThan(2.5 * time(["-e", "0"]));
});
