import { join } from "node:path";
import { lenient } from "../../../src/index.js";
import { expectedFault } from "./support/expected-fault.js";
import { describeStack } from "./support/describe-stack.js";
import { freePort } from "./support/free-port.js";
import { startServer } from "./support/server-process.js";
import type { Stack } from "./support/stack.js";

const contract = join(import.meta.dirname, "contract/interop.wsdl");

const php: Stack = {
  name: "PHP's SoapServer, from the contract",
  async start() {
    const port = await freePort();
    const server = await startServer({
      program: "env",
      args: [
        `INTEROP_WSDL=${contract}`,
        ...["php", "-d", "memory_limit=1G", "-S", `127.0.0.1:${port}`],
        "server.php",
      ],
      cwd: join(import.meta.dirname, "php"),
      port,
      packages: "php-cli php-soap php-xml",
    });
    return {
      ...server,
      inputs: [contract],
      cwd: import.meta.dirname,
      ports: [
        { protocol: "soap11", endpoint: `${server.origin}/` },
        { protocol: "soap12", endpoint: `${server.origin}/?soap12` },
      ],
    };
  },
  limits: [
    {
      scenario: "the largest scalars",
      why: "integers of more than 64 bits are floats; DateTime has microseconds",
      value: { "value.big": 1_000_000_000_000_000_019_884_624_838_656n },
      view: { big: "1.0E+30", instant: "2024-02-29T18:29:59.123456Z" },
    },
    {
      scenario: "the smallest scalars",
      why: "integers of more than 64 bits are floats; -0 is read as the integer 0",
      view: { big: "-1.0E+30", single: "00000000" },
      value: {
        "value.big": -1_000_000_000_000_000_019_884_624_838_656n,
        "value.single": 0,
      },
    },
    {
      scenario: "the largest unsigned integer of 64 bits",
      why: "it is a float, and comes back one too large",
      fails: /uint64: expected unsignedLong .* received "18446744073709551616"/,
    },
    {
      scenario: "what is not a number",
      why: "it comes back as NAN, which XML Schema calls NaN",
      fails: /single: expected a number \(float\), received "NAN"/,
      lenient: lenient("numbers"),
    },
  ],
  faults: [
    expectedFault("declared", { reason: "rejected" }),
    expectedFault("undeclared", { reason: "boom" }),
    {
      how: "crash",
      error: {
        soap11: { kind: "http", status: 500, body: "" },
        soap12: { kind: "http", status: 500, body: "" },
      },
    },
  ],
};

describeStack(php, ["soap11", "soap12"]);
