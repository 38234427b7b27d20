import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createSink,
  mockProject,
  resolveProject,
  type MockReport,
} from "../../src/index.js";
import { root } from "../support/infer-files.js";
import { writePlanned } from "../support/write-planned.js";
import { interopSdk } from "./support/interop-sdk.js";
import { processRuntimes, runtimeModules } from "./support/runtimes.js";
import { freePort } from "./live/support/free-port.js";
import { startWireServer, type WireServer } from "./everywhere/wire-server.js";

const here = join(import.meta.dirname, "everywhere");

let folder: string;
let mock: MockReport;
let server: WireServer;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-everywhere-"));
  const inputs = [join(root, "specs/account-management")];
  const request = { cwd: root, inputs, flags: {}, environment: {} };
  const project = await resolveProject(request, createSink());
  mock = await mockProject(project, { host: "127.0.0.1", port: 0 });
  script = await bundleWire();
  const page = '<!doctype html><script type="module" src="/page.js"></script>';
  const main =
    'import { run } from "/wire.mjs";\nconst lines = await run(location.origin);\nawait fetch("/report", { method: "POST", body: lines.join("\\n") });\n';
  server = await startWireServer(mock.server?.origin ?? "", {
    "/": { type: "text/html", text: page },
    "/page.js": { type: "text/javascript", text: main },
    "/wire.mjs": { type: "text/javascript", text: script },
  });
  writePlanned(folder, [
    {
      path: "main.mjs",
      text: `import { run } from "./wire.mjs";\nconsole.log((await run("${server.origin}")).join("\\n"));\n`,
    },
  ]);
});
afterAll(async () => {
  await server.close();
  await mock.server?.close();
  rmSync(folder, { recursive: true });
});

/** The SDKs of the interop contract and the checks, as one file that every platform gets. */
async function bundleWire(): Promise<string> {
  const wire = join(here, "wire.ts");
  writePlanned(folder, [
    ...(await interopSdk("interop")),
    ...(await interopSdk("streamed", { "xs:base64Binary": "stream" })),
    {
      path: "entry.ts",
      text: `import * as sdk from "./interop/index.js";\nimport * as streamed from "./streamed/index.js";\nimport { runWire } from ${JSON.stringify(wire)};\nexport const run = (origin) => runWire({ sdk, streamed, origin });\n`,
    },
  ]);
  const outfile = join(folder, "wire.mjs");
  await build({
    entryPoints: [join(folder, "entry.ts")],
    bundle: true,
    format: "esm",
    // No module of any platform is found: one that is asked for fails the build.
    platform: "neutral",
    outfile,
    logLevel: "error",
  });
  return readFileSync(outfile, "utf8");
}

function expectAllOk(output: string): void {
  const lines = output.trim().split("\n");
  expect(lines.filter((line) => !line.startsWith("ok "))).toEqual([]);
  expect(lines.length).toBeGreaterThan(40);
}

describe("the same wire test file, unchanged", () => {
  it.each(processRuntimes)("passes on %s", async (_name, path, args) => {
    const { stdout } = await promisify(execFile)(path, [...args, "main.mjs"], {
      cwd: folder,
    });
    expectAllOk(stdout);
  });

  it("passes on workerd", async () => {
    const port = await freePort();
    writeFileSync(join(folder, "config.capnp"), workerdConfig(port));
    writeFileSync(
      join(folder, "worker.mjs"),
      `import { run } from "./wire.mjs";\nexport default { fetch: async () => new Response((await run("${server.origin}")).join("\\n")) };\n`,
    );
    const path = join(
      runtimeModules,
      "@cloudflare/workerd-linux-64/bin/workerd",
    );
    const child = spawn(path, ["serve", "config.capnp"], { cwd: folder });
    try {
      expectAllOk(await fetchWhenReady(`http://127.0.0.1:${port}/`));
    } finally {
      await end(child);
    }
  });

  it("passes in a headless browser, where code cannot be made out of text", async () => {
    const report = server.report();
    const child = spawn("chromium", [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      `--user-data-dir=${join(folder, "profile")}`,
      `${server.origin}/`,
    ]);
    const failed = new Promise<never>((_resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) =>
        reject(new Error(`chromium (Debian: chromium) ended with ${code}`)),
      );
    });
    try {
      expectAllOk(await Promise.race([report, failed]));
    } finally {
      failed.catch(() => undefined);
      await end(child);
    }
  });
});

function workerdConfig(port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .wire),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const wire :Workerd.Worker = (
  modules = [
    (name = "worker.mjs", esModule = embed "worker.mjs"),
    (name = "wire.mjs", esModule = embed "wire.mjs"),
  ],
  compatibilityDate = "2025-01-01",
);
`;
}

const PAUSE = 100;
const TRIES = 100;

async function fetchWhenReady(url: string): Promise<string> {
  for (let left = TRIES; left > 0; left--) {
    try {
      return await (await fetch(url)).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
