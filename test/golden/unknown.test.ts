import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { root } from "../support/infer-files.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-unknown-"));
  copyFileSync(
    join(root, "specs/account-management/GetInvoices.html"),
    join(folder, "GetInvoices.html"),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]): Promise<{
  readonly code: number;
  readonly out: string;
  readonly err: string;
}> {
  let out = "";
  let err = "";
  const code = await runCli(args, {
    cwd: folder,
    environment: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  return { code, out, err };
}

const overrides = "soapstone.overrides.json";

test("what inspect --unknown prints is pasted, filled in and then known", async () => {
  const before = await run("inspect", "--unknown", "GetInvoices.html");
  expect(before.code).toBe(0);
  expect(before.out).toContain("CreditBalance/Invoice  GetInvoices.html:116:9");
  const pasted = before.out.slice(before.out.indexOf("{"));

  // Pasted as it is: nothing is claimed, and what is to be filled in is said.
  writeFileSync(join(folder, overrides), pasted);
  const unfilled = await run("inspect", "--unknown", "GetInvoices.html");
  expect(unfilled.out).toContain("CreditBalance/Invoice");
  expect(unfilled.err).toContain("overrides/unfilled");

  const filled = pasted.replace(
    '"?": {\n          "type": "?"',
    '"Number": {\n          "type": "xs:string"',
  );
  expect(filled).not.toBe(pasted);
  writeFileSync(join(folder, overrides), filled);
  const generated = await run("generate", "GetInvoices.html", "-o", "out");
  expect(generated.code).toBe(0);
  expect(generated.out).not.toContain("unknown");
  const after = await run("inspect", "--unknown", "GetInvoices.html");
  expect(after.out).toMatch(/: nothing is unknown\n$/);
});

test("--unknown --json gives the same as data", async () => {
  const { out } = await run(
    "inspect",
    "--unknown",
    "--json",
    "GetInvoices.html",
  );
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    services: [
      {
        gaps: [
          {
            path: "CreditBalance/Invoice",
            kind: "cut-off",
            fact: { file: "GetInvoices.html", line: 116, column: 9 },
            shownBy: [],
            hint: "a page that shows CreditBalance nearer to the top of a message would show it",
          },
        ],
        overrides: {
          members: {
            "CreditBalance/Invoice": { members: { "?": { type: "?" } } },
          },
        },
      },
    ],
  });
});
