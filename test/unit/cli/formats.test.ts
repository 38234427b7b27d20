import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandTable } from "../../../src/cli/command-table.js";
import { runCli } from "../../../src/cli/run-cli.js";
import { projectFolder } from "../config/fixture.js";

const specs = join(import.meta.dirname, "../../../specs");
const wsdl = readFileSync(join(specs, "library/library.wsdl"), "utf8");
const files = {
  "library.wsdl": wsdl,
  "changed.wsdl": wsdl.replace('name="most"', 'name="least"'),
  "broken.wsdl": wsdl.replace('type="l:Isbn"', 'type="l:Isbm"'),
  "message.xml": "<a/>",
};

interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

async function run(line: string, format: string): Promise<Run> {
  let out = "";
  let err = "";
  const exitCode = await runCli([...line.split(" "), "--format", format], {
    cwd: projectFolder(files),
    environment: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  return { exitCode, out, err };
}

/** Command lines by the exit code they have, at least one for each command that ends by itself. */
const lines: readonly (readonly [number, string])[] = [
  [0, "generate library.wsdl"],
  [1, "generate broken.wsdl"],
  [5, "generate none.wsdl"],
  [2, "generate"],
  [2, "generate library.wsdl --bogus"],
  [3, "check library.wsdl"],
  [0, "inspect library.wsdl"],
  [0, "inspect library.wsdl --json"],
  [0, "inspect library.wsdl --unknown"],
  [1, "inspect broken.wsdl"],
  [4, "diff library.wsdl changed.wsdl"],
  [0, "diff library.wsdl library.wsdl"],
  [5, "diff none.wsdl library.wsdl"],
  [0, "verify library.wsdl"],
  [0, "observe library.wsdl --from message.xml"],
  [0, "export json library.wsdl"],
  [2, "export wdsl library.wsdl"],
  [0, "fixtures library.wsdl"],
  [1, "validate message.xml --spec library.wsdl"],
  [5, "validate none.xml --spec library.wsdl"],
  [0, "init"],
  [5, "pull http://127.0.0.1:1/none"],
  [0, "explain cli/usage"],
  [2, "explain cli/usge"],
];

describe("stdout is JSON with --format json, whatever happens", () => {
  test.each(lines)("exit code %i: %s", async (exitCode, line) => {
    const found = await run(line, "json");
    expect(JSON.parse(found.out)).toBeTypeOf("object");
    expect(found.exitCode).toBe(exitCode);
  });

  test("lines for all commands but those whose answer is not theirs", () => {
    const tried = new Set(lines.map(([, line]) => line.split(" ")[0]));
    const others = commandTable.filter(({ name }) => !tried.has(name));
    expect(others.map(({ name }) => name)).toEqual(["call", "mock"]);
  });
});

test("a problem of the command line has the format that it asks for", async () => {
  const { out } = await run("generate library.wsdl --ot x", "github");
  expect(out).toMatch(/^::error title=cli\/usage::generate has no option --ot/);
});

test("what cannot be read is exit code 5 for messages and data, too", async () => {
  const message = await run("validate none.xml --spec library.wsdl", "text");
  expect(message.exitCode).toBe(5);
  expect(message.err).toContain("none.xml does not exist");
  const data = await run("call find --spec library.wsdl --data @none", "text");
  expect(data.exitCode).toBe(5);
  expect(data.err).toContain("none does not exist");
});

test("a document goes to stdout after -o -", async () => {
  const { out, err } = await run("export wsdl library.wsdl -o -", "text");
  expect(out).toMatch(/^<\?xml/);
  expect(err).toBe("");
});
