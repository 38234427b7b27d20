import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { commandTable } from "../../src/cli/command-table.js";
import { runCli } from "../../src/cli/run-cli.js";
import { allSettings } from "../../src/config/setting.js";
import * as library from "../../src/index.js";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** What stands in fences of a language, one text for each. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(
    ([, name, text]) => (name === language ? [text ?? ""] : []),
  );
}

/** What the command prints in this repository. */
async function run(...args: readonly string[]): Promise<string> {
  let out = "";
  await runCli(args, {
    cwd: root,
    environment: {},
    out: (text) => void (out += text),
    err: () => undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  return out;
}

/** How many files there are changes with every file of the runtime. */
function withoutFiles(text: string): string {
  return text.replace(/\d+ unchanged/, "… unchanged");
}

test("what the README says generate prints is what it prints", async () => {
  const [shown = ""] = blocks("text");
  expect(shown).toMatch(/^read account-management: /);
  const folder = mkdtempSync(join(tmpdir(), "soapstone-readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await run("generate", "-o", folder);
  // The second run is like the first in a checkout, where generated/ is there.
  const printed = await run("generate", "-o", folder);
  const inCheckout = printed
    .replace(`kept ${folder}:`, "kept generated:")
    .replace(`"${folder}/`, '"./generated/');
  expect(withoutFiles(inCheckout)).toBe(withoutFiles(shown));
});

test("what the README says inspect prints is among what it prints", async () => {
  const [, shown = ""] = blocks("text");
  expect(shown).toMatch(/^type CreditBalance /);
  const printed = new Set((await run("inspect")).split("\n"));
  for (const line of shown.trimEnd().split("\n"))
    expect(printed).toContain(line);
});

describe("the README names only what there is", () => {
  test("commands", () => {
    const names = commandTable.map(({ name }) => name);
    const shown = [...readme.matchAll(/`(?:npx )?soapstone ([a-z]+)/g)];
    const told = new Set(shown.map(([, name]) => name));
    expect(names).toEqual(expect.arrayContaining([...told]));
    // `init` and `explain` share a row of the table.
    expect([...told, "explain"].toSorted()).toEqual([...names].toSorted());
  });

  test("flags", () => {
    const flags = allSettings().flatMap(([, { flag, aliases = [] }]) => [
      flag,
      ...aliases,
    ]);
    const switches = commandTable.flatMap((command) =>
      Object.keys(command.switches ?? {}),
    );
    const shown = [...readme.matchAll(/`(?:soapstone [^`]*?)?--([a-z-]+)/g)];
    expect(shown.length).toBeGreaterThan(8);
    for (const [, name] of shown)
      expect([...flags, ...switches, "strict"]).toContain(name);
  });

  test("exit codes, as the help has them", async () => {
    const help = (await run("--help")).replaceAll("\n", " ");
    const [, shown = ""] = /^Exit codes: (.*)\.$/m.exec(readme) ?? [];
    const numbers = (text: string) => text.match(/\b\d+(?= [a-z])/g) ?? [];
    expect(numbers(shown)).toEqual(["0", "1", "2", "3", "4", "5", "70"]);
    expect(numbers(help.slice(help.indexOf("Exit codes")))).toEqual(
      numbers(shown),
    );
  });

  test("exports of the package and of SDKs", () => {
    const index = ["index", "operations", "mock"].map((name) =>
      readFileSync(join(root, `generated/customers/${name}.ts`), "utf8"),
    );
    const code = [...blocks("ts"), ...blocks("js")].join("\n");
    const imports = [...code.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)];
    expect(imports.map(([, , from]) => from)).toEqual([
      "./customers/index.js",
      "soapstone",
      "soapstone",
    ]);
    for (const [, names = "", from] of imports)
      for (const name of names.split(",").map((each) => each.trim()))
        if (from === "soapstone") expect(library).toHaveProperty(name);
        else if (name !== "") expect(index.join("\n")).toContain(`${name}`);
    const called = [
      ...readme.matchAll(
        /\b(lenient|mtom|swa|timestamp|usernameToken|createCustomersMock|bindCustomers)\(/g,
      ),
    ];
    expect(new Set(called.map(([, name]) => name)).size).toBe(7);
    for (const [, name = ""] of called)
      expect(index.join("\n")).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
