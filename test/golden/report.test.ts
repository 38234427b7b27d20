import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { diagnosticsJsonSchema } from "../../src/index.js";
import { root } from "../support/infer-files.js";

let folder = "";

/** Two services of pages, one of them with overrides. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-report-"));
  const put = (from: string, to: string): void => {
    mkdirSync(join(folder, to, ".."), { recursive: true });
    copyFileSync(join(root, "specs", from), join(folder, to));
  };
  put("account-management/GetInvoices.html", "specs/invoices/GetInvoices.html");
  put("emersion-account/UpdateAccount.txt", "specs/wiki/UpdateAccount.txt");
  writeFileSync(
    join(folder, "specs/invoices/soapstone.overrides.json"),
    JSON.stringify({
      members: {
        "CreditBalance/Text": { presence: "required" },
        "CreditBalance/Invoice": {
          members: { Number: { type: "xs:string" } },
        },
      },
    }),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

async function generate(...args: readonly string[]): Promise<string> {
  let out = "";
  const code = await runCli(["generate", "specs", "-o", "out", ...args], {
    cwd: folder,
    environment: {},
    out: (text) => void (out += text),
    err: () => undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  expect(code).toBe(0);
  return out;
}

test("the account of a run as text", async () => {
  const lines = (await generate()).split("\n");
  expect(lines.slice(0, 2)).toMatchInlineSnapshot(`
    [
      "read invoices: 1 page understood, 1 operation, 10 types; 13 facts certain, 4 overridden, 2 likely, 13 assumed",
      "read wiki: 1 page understood, 1 operation, 8 types; 7 facts certain, 30 likely, 31 assumed; 8 repairs",
    ]
  `);
});

test("the account of a run as Markdown", async () => {
  const text = await generate("--format", "markdown");
  expect(text.slice(text.indexOf("| service"))).toMatchInlineSnapshot(`
    "| service | pages understood | operations | types | certain | likely | assumed | unknown | overridden | conflicts | repairs | not understood |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | invoices | 1 of 1 | 1 | 10 | 17 | 2 | 13 | 0 | 4 | 0 | 0 | 0 |
    | wiki | 1 of 1 | 1 | 8 | 7 | 30 | 31 | 0 | 0 | 0 | 8 | 0 |
    "
  `);
});

test("the account of a run as JSON, as the published schema says", async () => {
  const document: unknown = JSON.parse(await generate("--format", "json"));
  expect(document).toMatchObject({ version: 1, services: [{}, {}] });
  const { services } = document as {
    readonly services: readonly Readonly<Record<string, unknown>>[];
  };
  expect(services).toMatchInlineSnapshot(`
    [
      {
        "assumed": 13,
        "certain": 17,
        "conflicts": 0,
        "documents": 1,
        "likely": 2,
        "name": "invoices",
        "notUnderstood": 0,
        "operations": 1,
        "overridden": 4,
        "pages": 1,
        "pagesUnderstood": 1,
        "repairs": 0,
        "types": 10,
        "unknown": 0,
      },
      {
        "assumed": 31,
        "certain": 7,
        "conflicts": 0,
        "documents": 1,
        "likely": 30,
        "name": "wiki",
        "notUnderstood": 0,
        "operations": 1,
        "overridden": 0,
        "pages": 1,
        "pagesUnderstood": 1,
        "repairs": 8,
        "types": 8,
        "unknown": 0,
      },
    ]
  `);
  const { required } = diagnosticsJsonSchema.$defs.service;
  for (const service of services)
    expect(Object.keys(service).toSorted()).toEqual([...required].toSorted());
});

test("the schema of the JSON is a file of the package", () => {
  const text = readFileSync(
    join(root, "src/schemas/report.schema.json"),
    "utf8",
  );
  expect(JSON.parse(text)).toEqual(diagnosticsJsonSchema);
});
