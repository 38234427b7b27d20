import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyPages } from "../../src/export/index.js";
import { readModel, type ReadModel } from "../../src/pipeline.js";
import { root, shared } from "../support/infer-files.js";

function read(inputs: readonly string[]): Promise<ReadModel> {
  return readModel(
    { name: "service", inputs, folder: "" },
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
    "make the pages of %s from its WSDL, encoded messages too",
    async (service) => {
      const pair = join(shared ?? "", "oracle/pairs", service);
      const pages = await read(pagesIn(pair));
      const declared = await read([join(pair, "service.wsdl")]);
      expect(unequal(declared, pages)).toEqual([]);
    },
  );
});
