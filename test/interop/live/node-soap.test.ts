import { join } from "node:path";
import { expectedFault } from "./support/expected-fault.js";
import { describeStack } from "./support/describe-stack.js";
import { freePort } from "./support/free-port.js";
import { startServer } from "./support/server-process.js";
import type { Stack } from "./support/stack.js";

const contract = join(import.meta.dirname, "contract/interop.wsdl");

const nodeSoap: Stack = {
  name: "node-soap, from the contract",
  async start() {
    const port = await freePort();
    const server = await startServer({
      program: process.execPath,
      args: ["node-soap/server.mjs", String(port), contract],
      cwd: import.meta.dirname,
      port,
      packages: "none, it is a development dependency",
    });
    return {
      ...server,
      inputs: [contract],
      cwd: import.meta.dirname,
      ports: [
        { protocol: "soap11", endpoint: `${server.origin}/soap11` },
        { protocol: "soap12", endpoint: `${server.origin}/soap12` },
      ],
    };
  },
  limits: [
    {
      scenario: "the largest scalars",
      why: "64-bit integers are JavaScript numbers",
      fails: /int64: expected long .* received "9223372036854776000"/,
    },
    {
      scenario: "the smallest scalars",
      why: "64-bit integers are JavaScript numbers",
      fails: /int64: expected long .* received "-9223372036854776000"/,
    },
    {
      scenario: "infinite numbers",
      why: "INF is read as NaN",
      value: { "value.single": NaN, "value.double": NaN },
      view: { single: "7fc00000", double: "7ff8000000000000" },
    },
    {
      scenario: "a person with friends",
      why: "decimals are JavaScript numbers",
      value: { "value.credit.$value": "12.5" },
      view: { credit: "12.5 EUR" },
    },
    {
      scenario: "markup and white space in texts",
      why: "white space around texts is cut off",
      value: {
        "value.1": "two  spaces\tand\ttabs",
        "value.2": "line\nfeed",
        "value.3": "carriage\r\nreturn",
      },
      view: {
        "text 1": "20 20 4a340709",
        "text 2": "9 9 10a40347",
        "text 3": "16 16 327305f6",
      },
    },
  ],
  faults: [
    expectedFault(
      "declared",
      { reason: "rejected", status: 200 },
      { reason: "rejected", status: 400 },
    ),
    // The prefix of its code is not declared.
    expectedFault("undeclared", {
      reason: "Error: boom",
      code: { namespace: "", local: "SOAP-ENV:Server" },
    }),
  ],
};

describeStack(nodeSoap, ["soap11", "soap12"]);
