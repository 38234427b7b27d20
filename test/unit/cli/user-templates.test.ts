import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../../../src/cli/run-cli.js";
import { projectFolder } from "../config/fixture.js";

const root = join(import.meta.dirname, "../../..");
const wsdl = readFileSync(join(root, "specs/library/library.wsdl"), "utf8");
const types = readFileSync(join(root, "templates/types.hbs"), "utf8");
const config = JSON.stringify({
  services: { one: { inputs: ["a.wsdl"] }, two: { inputs: ["a.wsdl"] } },
  templates: "own",
});

async function generate(
  files: Readonly<Record<string, string>>,
  { folder = "", args = [] as readonly string[] } = {},
) {
  const cwd = projectFolder({ "a.wsdl": wsdl, ...files });
  mkdirSync(join(cwd, folder), { recursive: true });
  let err = "";
  const exitCode = await runCli(["generate", ...args], {
    cwd: join(cwd, folder),
    environment: {},
    out: () => undefined,
    err: (text) => void (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  return { exitCode, err, cwd };
}

describe("templates of the user", () => {
  test("replace those of soapstone, formatted, also from a folder below the config", async () => {
    const files = {
      "soapstone.config.json": config,
      "own/types.hbs": `${types}\nexport const   own=1`,
    };
    const { exitCode, cwd } = await generate(files, { folder: "below" });
    expect(exitCode).toBe(0);
    const text = readFileSync(join(cwd, "generated/two/types.ts"), "utf8");
    expect(text).toMatch(/\nexport const own = 1;\n$/);
  });

  test.each([
    ["types.hbs", `${types}{{#if x}}`, "Parse error on line"],
    ["types.hbs", `${types}{{nope.x}}`, '"x" not defined'],
    ["types.hbs", `${types}export const = 1`, "is no TypeScript"],
    ["typs.hbs", types, "no template has that name; there are barrel, faults"],
  ])("are refused once, with the reason: %s", async (file, text, reason) => {
    const files = {
      "soapstone.config.json": config,
      [`own/${file}`]: text,
    };
    const { exitCode, err } = await generate(files);
    expect(exitCode).toBe(2);
    expect(err).toContain(`The template own/${file} cannot be used:`);
    expect(err).toContain(reason);
    expect(err.match(/error config\/bad-template/g)).toHaveLength(1);
  });

  test("are in a folder that exists", async () => {
    const given = await generate({ "soapstone.config.json": config });
    expect(given.exitCode).toBe(2);
    expect(given.err).toMatch(
      /config\/no-templates .*own does not exist\n {2}at soapstone\.config\.json:1:/,
    );
    const args = ["a.wsdl", "--templates", "none"];
    expect((await generate({}, { args })).err).toContain("none does not exist");
  });
});

test("a word that is neither a file nor a service is answered with the nearest service", async () => {
  const { exitCode, err } = await generate(
    { "soapstone.config.json": config.replace(',"templates":"own"', "") },
    { args: ["one", "tow"] },
  );
  expect(exitCode).toBe(2);
  expect(err).toContain('called "tow"; did you mean "two"?');
  expect(err).toContain("(one, two)");
});
