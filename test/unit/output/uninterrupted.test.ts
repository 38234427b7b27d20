import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";
import { uninterrupted } from "../../../src/output/uninterrupted.js";

/** A program that is told to end in the midst of its work. */
function program(signal: string): string {
  const [file] = buildSync({
    stdin: {
      contents: `
        import { uninterrupted } from "./uninterrupted.js";
        uninterrupted(() => {
          process.kill(process.pid, "${signal}");
          const end = Date.now() + 50;
          while (Date.now() < end);
          console.log("whole");
        });
        setTimeout(() => console.log("later"), 1_000);
      `,
      resolveDir: join(import.meta.dirname, "../../../src/output"),
    },
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  }).outputFiles;
  return file?.text ?? "";
}

test.runIf(process.platform !== "win32").each(["SIGINT", "SIGTERM", "SIGHUP"])(
  "%s ends a run after what it is writing, not amidst it",
  (name) => {
    const args = ["--input-type=module", "--eval", program(name)];
    const { stdout, signal } = spawnSync(process.execPath, args, {
      encoding: "utf8",
    });
    expect([stdout, signal]).toEqual(["whole\n", name]);
  },
);

test("gives what the work gives, and leaves no listener behind", async () => {
  const before = process.listenerCount("SIGINT");
  expect(uninterrupted(() => 7)).toBe(7);
  expect(() =>
    uninterrupted(() => {
      throw new Error("no");
    }),
  ).toThrow("no");
  await new Promise((resolve) => setImmediate(resolve));
  expect(process.listenerCount("SIGINT")).toBe(before);
});
