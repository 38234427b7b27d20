import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const program = join(root, "dist/cli");
const cache = `program-${process.version}-${process.arch}.cache`;
const folder = mkdtempSync(join(tmpdir(), "soapstone-"));
afterAll(() => rmSync(folder, { recursive: true }));

function generate(
  cli: string,
  args: readonly string[],
): { readonly status: number | null; readonly err: string } {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(cli, "main.js"), "generate", ...args],
    { cwd: folder, encoding: "utf8" },
  );
  return { status, err: stderr };
}

describe("the built program", () => {
  it("comes with a code cache that this engine takes", () => {
    // V8 compares flags too, so the check runs in a process that `main.js` has tuned.
    const check = `
      const { Script } = require("node:vm");
      const { readFileSync } = require("node:fs");
      const [main, cache, program] = process.argv.slice(1);
      process.argv = [process.argv[0], main, "--version"];
      require(main);
      setTimeout(() => {
        const text = readFileSync(program, "latin1");
        const source = "(function (exports, require, module, __filename, __dirname) {" + text + "\\n})";
        const cachedData = readFileSync(cache);
        const script = new Script(source, { filename: program, cachedData });
        process.stdout.write(String(script.cachedDataRejected));
      }, 0);`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...["-e", check, join(program, "main.js")],
        ...[join(program, cache), join(program, "program.js")],
      ],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(stdout.endsWith("false")).toBe(true);
  });

  it("loads a config that is a module, and formats by the user's templates", () => {
    cpSync(join(root, "specs/orders"), join(folder, "specs/orders"), {
      recursive: true,
    });
    cpSync(
      join(root, "templates/fixture.hbs"),
      join(folder, "templates/fixture.hbs"),
    );
    writeFileSync(
      join(folder, "soapstone.config.mjs"),
      'export default { services: "specs/*", output: "out", templates: "templates" };',
    );
    const config = ["--config", "soapstone.config.mjs"];
    expect(generate(program, config)).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, "out/orders/operations.ts"))).toBe(true);
  });

  it("has the signatures of its own entry", () => {
    // The package finds itself by name, as its users do.
    const script = `
      import { x509Signature } from "soapstone/x509";
      import { readFileSync } from "node:fs";
      const [privateKey, certificate] = ["client.key", "client"].map((name) =>
        readFileSync("test/support/x509/" + name + ".pem", "utf8"));
      const signer = x509Signature({ privateKey, certificate });
      const [block] = await signer({ operation: "o", action: "", url: "", version: "1.1" });
      console.log(typeof signer.protect, block.children[0].name);`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", script],
      { cwd: root, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^function \{.*\}BinarySecurityToken\n$/);
  });

  it("runs without the cache as with it", () => {
    const bare = join(root, ".tmp", `bare-${process.pid}`, "dist/cli");
    const isBundle = (path: string): boolean => !path.endsWith(".cache");
    cpSync(program, bare, { recursive: true, filter: isBundle });
    cpSync(join(root, "templates"), join(bare, "../../templates"), {
      recursive: true,
    });
    cpSync(join(root, "src/runtime"), join(bare, "../../src/runtime"), {
      recursive: true,
    });
    cpSync(join(root, "package.json"), join(bare, "../../package.json"));
    const orders = join(root, "specs/orders");
    expect(generate(bare, [orders, "-o", "a"])).toMatchObject({ status: 0 });
    expect(generate(program, [orders, "-o", "b"])).toMatchObject({ status: 0 });
    rmSync(join(bare, "../.."), { recursive: true });
    const manifest = (name: string): string =>
      readFileSync(join(folder, name, "soapstone.manifest.json"), "utf8");
    expect(manifest("a")).toBe(manifest("b"));
  });
});
