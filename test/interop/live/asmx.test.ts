import { join } from "node:path";
import { expect } from "vitest";
import { startAsmx } from "./support/asmx-host.js";
import { expectedFault } from "./support/expected-fault.js";
import { describeStack } from "./support/describe-stack.js";
import { fetchWsdl } from "./support/fetch-wsdl.js";
import type { Limit, Stack } from "./support/stack.js";

const oneNumber = [
  "the largest unsigned integer of 64 bits",
  "infinite numbers",
  "what is not a number",
];

const leaf = (name: string, text: string): object => ({
  name: `{urn:example:interop}${name}`,
  children: [text],
});

const rejected = {
  kind: "fault",
  status: 500,
  fault: {
    reason: expect.stringContaining("SoapException: rejected"),
    detailXml: [
      {
        name: "{urn:example:interop}Rejected",
        children: [leaf("code", "42"), leaf("what", "größe & <more>")],
      },
    ],
  },
};

const asmx: Stack = {
  name: "ASMX on Mono, from its own WSDL",
  async start() {
    const server = await startAsmx(join(import.meta.dirname, "asmx"));
    const endpoint = `${server.origin}/Interop.asmx`;
    const wsdl = await fetchWsdl(`${endpoint}?WSDL`);
    return {
      ...server,
      stop: async () => {
        wsdl.remove();
        await server.stop();
      },
      inputs: ["service.wsdl"],
      cwd: wsdl.folder,
      ports: [
        { protocol: "soap11", endpoint },
        { protocol: "soap12", endpoint },
      ],
    };
  },
  wrapsResults: true,
  limits: [
    ...["ordinary scalars", ...oneNumber].map((scenario): Limit => ({
      scenario,
      why: "a time has seven digits and an offset",
      value: { "value.clock": "12:30:00.0000000+00:00" },
    })),
    {
      scenario: "the largest scalars",
      why: "a dateTime is local time; a time has seven digits and an offset",
      value: {
        "value.clock": "23:59:59.9990000+00:00",
        "value.instant": "2024-02-29T18:29:59.1234567+00:00",
      },
    },
    {
      scenario: "the smallest scalars",
      why: "a dateTime is local time; a time has seven digits and an offset",
      value: {
        "value.clock": "00:00:00.0000000+00:00",
        "value.instant": "1970-01-01T00:00:00.5+00:00",
      },
    },
    {
      scenario: "markup and white space in texts",
      why: "carriage returns are written as they are, which XML reads as line feeds",
      value: { "value.3": "carriage\nreturn\n" },
    },
  ],
  faults: [
    // Its WSDL declares no faults: the detail is there as a tree.
    expectedFault("undeclared", {
      reason: expect.stringContaining("SoapException: boom"),
    }),
    { how: "declared", error: { soap11: rejected, soap12: rejected } },
  ],
};

describeStack(asmx, ["soap11", "soap12"]);
