import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { describe, expect, it } from "vitest";

const generated = join(import.meta.dirname, "../../generated");
const services = readdirSync(generated, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "runtime")
  .map((entry) => entry.name);

/** A minified browser bundle of a program beside the generated SDKs, and what it would import. */
async function bundle(
  program: string,
): Promise<{ readonly code: string; readonly imports: readonly string[] }> {
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents: program, resolveDir: generated, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  });
  const imports = Object.values(metafile.outputs).flatMap((output) =>
    output.imports.map(({ path }) => path),
  );
  return { code: outputFiles[0]?.text ?? "", imports };
}

describe.each(services)("the SDK %s", (service) => {
  it("bundles for browsers without anything from outside", async () => {
    const { code, imports } = await bundle(
      `export * from "./${service}/index.ts";`,
    );
    expect(imports).toEqual([]);
    expect(/\beval\(|new Function/.test(code)).toBe(false);
  });
});

describe("what is not imported", () => {
  it("is not bundled", async () => {
    const { code } = await bundle(
      'export { createAccountManagementClient } from "./account-management/index.ts";',
    );
    expect(code.includes("AccountManagement.asmx")).toBe(true);
    expect(code.includes("CreditBalance")).toBe(false);
  });

  it("leaves nothing at all when nothing is used", async () => {
    const { code } = await bundle(
      services.map((service) => `import "./${service}/index.ts";`).join("\n"),
    );
    expect(code.trim().slice(0, 200)).toBe("");
  });
});
