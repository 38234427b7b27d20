import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectedFault } from "./support/expected-fault.js";
import { describeStack } from "./support/describe-stack.js";
import { freePort } from "./support/free-port.js";
import { runTool } from "./support/run-tool.js";
import { startServer } from "./support/server-process.js";
import type { Stack } from "./support/stack.js";

const contract = join(import.meta.dirname, "contract/interop.wsdl");
const packages = "gsoap libgsoap-dev g++";

/** Makes C++ of the contract, and compiles the service. */
async function build(folder: string): Promise<void> {
  cpSync(join(import.meta.dirname, "gsoap"), folder, { recursive: true });
  const run = (program: string, args: readonly string[]): Promise<void> =>
    runTool(packages, program, args, folder);
  await run("wsdl2h", ["-o", "interop.h", contract]);
  await run("soapcpp2", ["-S", "-L", "-x", "interop.h"]);
  const sources = ["server.cpp", "soapC.cpp", "soapServer.cpp"];
  await run("g++", ["-w", "-o", "server", ...sources, "-lgsoap++"]);
}

const gsoap: Stack = {
  name: "gSOAP, from the contract",
  async start() {
    const folder = mkdtempSync(join(tmpdir(), "soapstone-gsoap-"));
    await build(folder);
    const port = await freePort();
    const server = await startServer({
      program: join(folder, "server"),
      args: [String(port)],
      cwd: folder,
      port,
      packages,
    });
    return {
      ...server,
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true });
      },
      inputs: [contract],
      cwd: import.meta.dirname,
      ports: [
        { protocol: "soap11", endpoint: server.origin },
        { protocol: "soap12", endpoint: server.origin },
      ],
    };
  },
  limits: [
    {
      scenario: "the largest scalars",
      why: "a dateTime is a time_t: whole seconds in UTC",
      value: { "value.instant": "2024-02-29T18:29:59Z" },
      view: { instant: "2024-02-29T18:29:59Z" },
    },
    {
      scenario: "the smallest scalars",
      why: "a dateTime is a time_t: whole seconds in UTC",
      value: { "value.instant": "1970-01-01T00:00:00Z" },
      view: { instant: "1970-01-01T00:00:00Z" },
    },
    {
      scenario: "a person with friends",
      why: "an optional member that is nil is a null pointer, as if it were not there",
      value: { "value.age": undefined },
      view: { age: "absent" },
    },
  ],
  faults: [
    expectedFault(
      "declared",
      { reason: "rejected" },
      { reason: "rejected", status: 400 },
    ),
    expectedFault("undeclared", { reason: "boom" }),
  ],
};

describeStack(gsoap, ["soap11", "soap12"]);
