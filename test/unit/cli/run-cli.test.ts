import { describe, expect, test, vi } from "vitest";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCli } from "../../../src/cli/run-cli.js";
import { projectFolder } from "../config/fixture.js";

vi.mock("../../../src/pipeline.js", () => import("./fake-pipeline.js"));

interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  let out = "";
  let err = "";
  const exitCode = await runCli(args, {
    cwd,
    environment,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  return { exitCode, out, err };
}

describe("help", () => {
  test("lists the commands, within the width of the terminal", async () => {
    const { exitCode, out, err } = await run(projectFolder(), ["--help"]);
    expect([exitCode, err]).toEqual([0, ""]);
    for (const name of ["generate", "check", "inspect", "init", "explain"]) {
      expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
    }
  });

  test.each([
    ["generate", "--help"],
    ["generate", "-h"],
    ["help", "generate"],
  ])("of a command shows its options: %s %s", async (...args) => {
    const { out } = await run(projectFolder(), args);
    expect(out).toContain("-o, --out DIR");
    expect(out).toContain("--import-extension EXT");
  });

  test("is not asked for after --", async () => {
    const { exitCode } = await run(projectFolder(), ["explain", "--", "-h"]);
    expect(exitCode).toBe(2);
  });

  test("version is that of the package", async () => {
    const { out } = await run(projectFolder(), ["--version"]);
    const text = readFileSync(
      new URL("../../../package.json", import.meta.url),
    );
    const { version }: { version: string } = JSON.parse(text.toString());
    expect(out).toBe(`${version}\n`);
  });
});

describe("usage", () => {
  test.each([
    [[], "No command was given"],
    [["genrate", "x"], 'no command "genrate"; did you mean "generate"?'],
    [
      ["generate", "x", "--ouput", "y"],
      'no option --ouput; did you mean "--output"?',
    ],
    [["generate", "x", "-q"], "no option -q"],
    [["generate", "x", "-o"], "--out needs a value"],
    [["generate", "x", "-o", "--force"], "--out needs a value"],
    [["generate", "x", "-o", "a", "-o", "b"], "--out was given more than once"],
    [["generate", "x", "--format", "jso"], 'did you mean "json"?'],
    [
      ["generate", "x", "--import-extension", ".mjs"],
      "must be one of .js, .ts",
    ],
    [["check", "x", "--force"], "check has no option --force"],
    [["init", "x"], 'init takes no argument "x"'],
    [["generate"], "cli/no-inputs"],
    [["generate", "x", "--__proto__.a", "1"], "no option --__proto__.a"],
  ])("%j is refused with a reason", async (args, reason) => {
    const { exitCode, out, err } = await run(projectFolder(), args);
    expect(err).toContain(reason);
    expect([exitCode, out]).toEqual([2, ""]);
  });

  test("inputs that look like numbers stay as they are", async () => {
    const cwd = projectFolder({ "007": "a" });
    const { exitCode, out } = await run(cwd, ["generate", "007"]);
    expect(exitCode).toBe(0);
    expect(out).toContain("read 007: 1 document");
  });
});

describe("generate", () => {
  test("says what was read and written, and shows the first call", async () => {
    const cwd = projectFolder({ "page.html": "index types" });
    const first = await run(cwd, ["generate", "page.html", "-o", "src/api"]);
    expect(first).toEqual({
      exitCode: 0,
      err: "",
      out: `\
read page: 1 document, 2 operations, 1 type; 3 facts certain, 2 likely, 1 unknown; 1 repair
wrote src/api: 7 added

  import { a } from "./src/api/index.js";
  two();
  three();
`,
    });
    expect(existsSync(join(cwd, "src/api/types.ts"))).toBe(true);
    expect(existsSync(join(cwd, "src/api/runtime/index.ts"))).toBe(true);
    const second = await run(cwd, ["generate", "page.html", "-o", "src/api"]);
    expect(second.out).toContain("kept src/api: 7 unchanged");
  });

  test("writes nothing when something is wrong", async () => {
    const cwd = projectFolder({ "page.html": "index BAD" });
    const { exitCode, out, err } = await run(cwd, ["generate", "page.html"]);
    expect([exitCode, out]).toEqual([1, ""]);
    expect(err).toContain("1 | index BAD");
    expect(err).toContain("nothing was written");
    expect(existsSync(join(cwd, "generated"))).toBe(false);
  });

  test("stops at a hand-edited file unless forced", async () => {
    const cwd = projectFolder({ "page.html": "index" });
    await run(cwd, ["generate", "page.html"]);
    const path = join(cwd, "generated/index.ts");
    writeFileSync(path, "mine");
    const stopped = await run(cwd, ["generate", "page.html"]);
    expect(stopped.exitCode).toBe(1);
    expect(stopped.err).toContain("output/hand-edited");
    expect(readFileSync(path, "utf8")).toBe("mine");
    const forced = await run(cwd, ["generate", "page.html", "--force"]);
    expect(forced.exitCode).toBe(0);
    expect(readFileSync(path, "utf8")).toBe("export {};\n");
  });

  test("an output folder that cannot be written is exit code 5", async () => {
    const cwd = projectFolder({ "page.html": "index", file: "" });
    const args = ["generate", "page.html", "-o", "file/out"];
    const { exitCode, err } = await run(cwd, args);
    expect(exitCode).toBe(5);
    expect(err).toContain("output/write-failed");
  });

  test("formats for programs have stdout for themselves", async () => {
    const cwd = projectFolder({ "page.html": "index BAD" });
    const args = ["generate", "page.html", "--format", "json"];
    const { exitCode, out } = await run(cwd, args);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [{ code: "output/unsafe-path" }],
    });
  });

  test("severities of the config decide what stops a run", async () => {
    const cwd = projectFolder({
      "a.txt": "index BAD",
      "soapstone.config.json": JSON.stringify({
        services: { a: { inputs: ["a.txt"] } },
        severities: { "output/unsafe-path": "warning" },
      }),
    });
    const { exitCode, err } = await run(cwd, ["generate"]);
    expect(exitCode).toBe(0);
    expect(err).toContain("warning output/unsafe-path");
  });

  test("settings come from the environment too", async () => {
    const cwd = projectFolder({ "page.html": "index" });
    const { exitCode } = await run(cwd, ["generate", "page.html"], {
      SOAPSTONE_OUTPUT: "sdk",
      SOAPSTONE_IMPORT_EXTENSION: ".ts",
    });
    expect(exitCode).toBe(0);
    const text = readFileSync(join(cwd, "sdk/runtime/index.ts"), "utf8");
    expect(text).toBe("// .ts\n");
  });
});

describe("check", () => {
  test("is fine right after generate, and lists what differs later", async () => {
    const cwd = projectFolder({ "page.html": "index types" });
    const args = ["page.html", "-o", "out"];
    await run(cwd, ["generate", ...args]);
    const fine = await run(cwd, ["check", ...args]);
    expect(fine).toEqual({
      exitCode: 0,
      out: "out is up to date: 7 files\n",
      err: "",
    });
    writeFileSync(join(cwd, "out/types.ts"), "mine");
    writeFileSync(join(cwd, "out/notes.md"), "mine");
    writeFileSync(join(cwd, "page.html"), "index types more");
    const stale = await run(cwd, ["check", ...args]);
    expect(stale.exitCode).toBe(3);
    expect(stale.out.split("\n")).toEqual([
      "stale       out/.gitattributes",
      "missing     out/more.ts",
      "hand-edited out/types.ts",
      "stale       out/soapstone.manifest.json",
      "foreign     out/notes.md",
      "",
    ]);
    expect(existsSync(join(cwd, "out/more.ts"))).toBe(false);
  });

  test("never looks clean when the specs are broken", async () => {
    const cwd = projectFolder({ "page.html": "BAD" });
    const { exitCode, out } = await run(cwd, ["check", "page.html"]);
    expect([exitCode, out]).toEqual([1, ""]);
  });
});

describe("inspect", () => {
  test("prints data with --json, problems elsewhere", async () => {
    const cwd = projectFolder({ "page.html": "BAD" });
    const { exitCode, out, err } = await run(cwd, [
      "inspect",
      "page.html",
      "--json",
    ]);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      services: [{ name: "page", services: [], operations: [], types: [] }],
    });
    expect(err).toContain("output/unsafe-path");
  });
});

describe("explain", () => {
  test("shows cause, action and examples of a code", async () => {
    const { exitCode, out } = await run(projectFolder(), [
      "explain",
      "output/stale",
    ]);
    expect(exitCode).toBe(0);
    expect(out).toContain("Generated file is out of date");
    expect(out).toContain("Run `soapstone generate` and commit the result.");
  });

  test("lists all codes without one", async () => {
    const { out } = await run(projectFolder(), ["explain"]);
    expect(out).toMatch(/^output\/stale +error +/m);
    expect(out).toMatch(/^config\/unknown-key +error +/m);
  });

  test("suggests the nearest code", async () => {
    const { exitCode, err } = await run(projectFolder(), [
      "explain",
      "output/stal",
    ]);
    expect(exitCode).toBe(2);
    expect(err).toContain('did you mean "output/stale"?');
  });
});

describe("init", () => {
  test("writes a config for what it finds, once", async () => {
    const cwd = projectFolder({ "wsdl/Orders.wsdl": "index" });
    const { exitCode, out } = await run(cwd, ["init"]);
    expect(exitCode).toBe(0);
    expect(out).toBe(
      "found 1 service: Orders\nwrote soapstone.config.json\nnext: soapstone generate\n",
    );
    expect((await run(cwd, ["generate"])).exitCode).toBe(0);
    expect(existsSync(join(cwd, "generated/Orders/index.ts"))).toBe(true);
    const again = await run(cwd, ["init"]);
    expect(again.exitCode).toBe(2);
    expect(again.err).toContain("config/exists");
  });

  test("says so when there is nothing", async () => {
    const { exitCode, err } = await run(projectFolder(), ["init"]);
    expect(exitCode).toBe(2);
    expect(err).toContain("cli/nothing-found");
  });
});

describe("a bug of ours", () => {
  test("is one line and exit code 70", async () => {
    const cwd = projectFolder({ "page.html": "BUG" });
    const { exitCode, err } = await run(cwd, ["generate", "page.html"]);
    expect(exitCode).toBe(70);
    expect(err).toMatch(/^soapstone: .*first line.*\n$/);
  });

  test("shows the stack with --verbose", async () => {
    const cwd = projectFolder({ "page.html": "BUG" });
    const args = ["generate", "page.html", "--verbose"];
    expect((await run(cwd, args)).err).toContain("    at ");
  });
});
