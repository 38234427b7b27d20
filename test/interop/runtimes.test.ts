import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateServices } from "../../src/pipeline.js";
import {
  documentedSample,
  fillSample,
  readSpec,
} from "../support/documented-sample.js";
import {
  startLoopbackServer,
  type LoopbackServer,
} from "../support/loopback-server.js";
import { writePlanned } from "../support/write-planned.js";

/** Where `.ci/run` puts runtimes that strip types. */
const modules = join(
  process.env["TEST_RUNTIMES"] ?? "/nonexistent",
  "node_modules",
);
const runtimes: readonly (readonly [string, string, readonly string[]])[] = [
  ["Node 22", join(modules, "node22/bin/node"), []],
  ["Node 24", join(modules, "node24/bin/node"), []],
  ["Bun", join(modules, "@oven/bun-linux-x64/bin/bun"), ["run"]],
  [
    "Deno",
    join(modules, "@deno/linux-x64-glibc/deno"),
    ["run", "--no-lock", "--cached-only", "--allow-net=127.0.0.1"],
  ],
];

const script = `
import { createCustomersClient, updateCustomerAccountOrder } from "./sdk/index.ts";
import { request } from "./sdk/fixtures/UpdateCustomerAccountOrder.ts";
const client = createCustomersClient({ endpoint: "ENDPOINT" });
const value = await updateCustomerAccountOrder(client, request);
console.log(JSON.stringify(value));
`;

let server: LoopbackServer;
let folder: string;
beforeAll(async () => {
  server = await startLoopbackServer();
  const pages = readSpec("customers/UpdateCustomerAccountOrder.txt");
  const sample = documentedSample(pages, "soap11", "response");
  server.answer({ body: fillSample(sample, ["IPLock", "LoginError", "true"]) });
  folder = mkdtempSync(join(tmpdir(), "soapstone-"));
  const { services, sharedFiles } = await generateServices(
    [{ name: "sdk", inputs: ["specs/customers"], folder: "sdk" }],
    {
      cwd: join(import.meta.dirname, "../.."),
      importExtension: ".ts",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
    new Map(),
  );
  writePlanned(folder, [
    ...services.flatMap(({ files }) => files),
    ...sharedFiles,
    { path: "package.json", text: '{ "type": "module" }\n' },
    { path: "main.ts", text: script.replace("ENDPOINT", server.origin) },
  ]);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("generated TypeScript, as it is", () => {
  const installed = runtimes.filter(([, path]) => existsSync(path));

  it("is tried on every runtime", () => {
    expect(installed.map(([name]) => name)).toEqual(
      runtimes.map(([name]) => name),
    );
  });

  it.each(installed)("runs on %s", async (_name, path, args) => {
    const { stdout } = await promisify(execFile)(path, [...args, "main.ts"], {
      cwd: folder,
    });
    expect(JSON.parse(stdout)).toEqual({
      UpdateCustomerAccountOrderResult: {
        StatusCode: "IPLock",
        Value: { StatusCode: "LoginError", Value: true },
      },
    });
  });
});

describe("the command line", () => {
  const main = join(import.meta.dirname, "../../dist/cli/main.js");
  const nodes = runtimes.filter(
    ([name, path]) => name.startsWith("Node") && existsSync(path),
  );

  // Flags of the engine differ between versions; one that is unknown would be complained about.
  it.each(nodes)("starts without a word on %s", async (_name, path) => {
    const { stdout, stderr } = await promisify(execFile)(path, [
      main,
      "explain",
      "output/stale",
    ]);
    expect(stdout).toContain("output/stale");
    expect(stderr).toBe("");
  });
});
