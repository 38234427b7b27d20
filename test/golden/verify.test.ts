import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { verifyPages } from "../../src/export/index.js";
import { readModel, type ReadModel } from "../../src/pipeline.js";
import { root, shared } from "../support/infer-files.js";

function read(inputs: readonly string[], name = "service"): Promise<ReadModel> {
  return readModel(
    { name, inputs, folder: "" },
    {
      cwd: root,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
  );
}

/** Pages that differ from what the model makes of them, with the messages that do. */
function unequal({ model }: ReadModel, { pages }: ReadModel): unknown {
  return verifyPages(model, pages)
    .filter(({ differences }) => differences.length > 0)
    .map(({ page, differences }) => [
      page.source.path,
      differences.map(({ title }) => title),
    ]);
}

function pagesIn(folder: string, extension = ".txt"): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension) && !name.startsWith("_list"))
    .map((name) => join(folder, name));
}

async function run(
  ...inputs: readonly string[]
): Promise<{ readonly exitCode: number; readonly out: string }> {
  let out = "";
  const exitCode = await runCli(["verify", ...inputs], {
    cwd: root,
    environment: {},
    out: (text) => void (out += text),
    err: () => undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  return { exitCode, out };
}

describe("soapstone verify", () => {
  it("counts the pages it made again, and is fine", async () => {
    expect(await run("specs/customers")).toEqual({
      exitCode: 0,
      out: "1 of 1 pages reproduced byte for byte\n",
    });
  });

  it("shows what it could not make again, and fails", async () => {
    const folder = mkdtempSync(join(tmpdir(), "verify-"));
    const [page = ""] = readdirSync(join(root, "specs/customers"))
      .filter((name) => /\.(?:txt|html|md)$/.test(name))
      .map((name) => join(root, "specs/customers", name));
    const copy = join(folder, "page.txt");
    const text = readFileSync(page, "utf8");
    writeFileSync(copy, text.replace("<soap:Body>", '<soap:Body id="odd">'));
    const { exitCode, out } = await run(copy);
    rmSync(folder, { recursive: true });
    expect(exitCode).toBe(1);
    expect(out).toContain('\n-  <soap:Body id="odd">\n+  <soap:Body>\n');
    expect(out).toContain("0 of 1 pages reproduced byte for byte\n");
  });

  it("says so when there is nothing to compare", async () => {
    const { out } = await run("specs/emersion-account");
    expect(out).toMatch(/^nothing to compare: .*\n1 not compared: /);
  });
});

describe("the specs of this repository", () => {
  it.each(["customers", "account-management", "sub-accounts"])(
    "make the samples of %s again",
    async (service) => {
      const own = await read([`specs/${service}`]);
      expect(unequal(own, own)).toEqual([]);
    },
  );
});

if (shared === undefined)
  console.log("../shared is absent: real services are not verified");

describe.skipIf(shared === undefined)("services of a known WSDL", () => {
  const folder = join(shared ?? "", "truth/pages");
  const services = shared === undefined ? [] : readdirSync(folder);

  it.each(services)("make the pages of %s from its pages", async (service) => {
    const own = await read(pagesIn(join(folder, service)));
    expect(unequal(own, own)).toEqual([]);
  });

  it.each(services)("make the pages of %s from its WSDL", async (service) => {
    const wsdl = join(shared ?? "", `truth/wsdl/${service}.wsdl`);
    if (!existsSync(wsdl)) throw new Error(`no WSDL of ${service}`);
    const pages = await read(pagesIn(join(folder, service)));
    expect(unequal(await read([wsdl]), pages)).toEqual([]);
  });

  it.each(["Mini", "Types", "Rpc"])(
    "make the pages of %s from its pages",
    async (service) => {
      const pair = join(shared ?? "", "oracle/pairs", service);
      for (const extension of [".txt", ".html"]) {
        const own = await read(pagesIn(pair, extension));
        expect(own.pages.length).toBeGreaterThan(1);
        expect(unequal(own, own)).toEqual([]);
      }
    },
  );

  it.each(["Mini", "Types", "Rpc"])(
    "make the pages of %s from its WSDL, encoded messages too",
    async (service) => {
      const pair = join(shared ?? "", "oracle/pairs", service);
      const pages = await read(pagesIn(pair));
      const declared = await read([join(pair, "service.wsdl")]);
      expect(unequal(declared, pages)).toEqual([]);
    },
  );

  it("make the undamaged captures of other sites, and all but the layout of damaged ones", async () => {
    const captures = await read([join(shared ?? "", "pages")], "documents");
    const proofs = verifyPages(captures.model, captures.pages).filter(
      ({ isFilledIn }) => !isFilledIn,
    );
    expect(proofs.length).toBeGreaterThan(15);
    const differing = proofs.flatMap(({ page, differences }) =>
      differences.some(({ isLayout }) => !isLayout) ? [page.source] : [],
    );
    // What is left are requests without host or version: the capture lost where they go.
    for (const { text } of differing)
      expect(text).not.toMatch(/^(?:GET|POST) \S+ HTTP/m);
  });
});

it("overrides that fill gaps leave the proof as it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-verify-overrides-"));
  const page = "GetInvoices.html";
  const overrides = {
    service: { endpoint: "https://elsewhere.example/y.asmx" },
    members: {
      "CreditBalance/Text": { presence: "required", nillable: true },
      "CreditBalance/PayOption": { open: true },
      "CreditBalance/Invoice": { members: { Number: { type: "xs:string" } } },
    },
    types: { InvoiceStatus: { open: true }, Value: { name: "Invoices" } },
  };
  const text = readFileSync(join(root, "specs/account-management", page));
  writeFileSync(join(folder, page), text);
  writeFileSync(
    join(folder, "soapstone.overrides.json"),
    JSON.stringify(overrides),
  );
  let out = "";
  await runCli(["verify", page], {
    cwd: folder,
    environment: {},
    out: (part) => void (out += part),
    err: () => undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  rmSync(folder, { recursive: true });
  expect(out).toContain("1 of 1 pages reproduced byte for byte");
});
