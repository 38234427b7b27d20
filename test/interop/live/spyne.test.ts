import { join } from "node:path";
import { lenient } from "../../../src/index.js";
import { expectedFault } from "./support/expected-fault.js";
import { describeStack } from "./support/describe-stack.js";
import { fetchWsdl } from "./support/fetch-wsdl.js";
import { freePort } from "./support/free-port.js";
import { startServer } from "./support/server-process.js";
import type { Limit, Stack } from "./support/stack.js";

const largeDecimals = /is not a valid value of the atomic type 'xs:decimal'/;

const limits: readonly Limit[] = [
  ...[
    "ordinary scalars",
    "the largest unsigned integer of 64 bits",
    "infinite numbers",
    "what is not a number",
  ].map((scenario): Limit => ({
    scenario,
    why: "UTC is written as an offset",
    value: { "value.instant": "2024-05-31T12:30:00+00:00" },
  })),
  ...["the largest scalars", "the smallest scalars"].map((scenario): Limit => ({
    scenario,
    protocol: "soap11",
    why: "libxml2, which validates there, takes decimals of 24 digits at most",
    fails: largeDecimals,
  })),
  {
    scenario: "the largest scalars",
    protocol: "soap12",
    why: "times have microseconds; durations have neither years nor months",
    value: {
      "value.instant": "2024-02-29T23:59:59.123457+05:30",
      "value.clock": "23:59:59.999000",
      "value.span": "P428DT4H5M6.700000S",
    },
    view: { instant: "2024-02-29T18:29:59.123457Z", span: "P428DT4H5M6.7S" },
  },
  {
    scenario: "the smallest scalars",
    protocol: "soap12",
    why: "small decimals come back with an exponent",
    fails: /money: expected decimal digits as a string, received "-1E-28"/,
  },
  {
    scenario: "infinite numbers",
    why: "they come back as Python writes them",
    fails: /single: expected a number \(float\), received "inf"/,
    lenient: lenient("numbers"),
  },
  {
    scenario: "what is not a number",
    why: "it comes back as Python writes it",
    fails: /single: expected a number \(float\), received "nan"/,
    lenient: lenient("numbers"),
  },
  {
    scenario: "a person with friends",
    why: "None is all there is of an optional member, nil or not there",
    value: { "value.age": undefined },
    view: { age: "absent" },
  },
];

const spyne = (protocol: "soap11" | "soap12"): Stack => ({
  name: "spyne, from its own WSDL",
  async start() {
    const port = await freePort();
    const server = await startServer({
      program: "/usr/bin/python3",
      args: ["-B", "server.py", String(port), protocol.slice(4)],
      cwd: join(import.meta.dirname, "spyne"),
      port,
      packages: "python3-spyne python3-lxml",
    });
    const wsdl = await fetchWsdl(`${server.origin}/?wsdl`);
    return {
      ...server,
      stop: async () => {
        wsdl.remove();
        await server.stop();
      },
      inputs: ["service.wsdl"],
      cwd: wsdl.folder,
      ports: [{ protocol, endpoint: `${server.origin}/` }],
    };
  },
  wrapsResults: true,
  limits,
  faults: [
    expectedFault("declared", { reason: "rejected" }),
    expectedFault("undeclared", { reason: "boom" }),
  ],
});

describeStack(spyne("soap11"), ["soap11"]);
describeStack(spyne("soap12"), ["soap12"]);
