import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import {
  updateAccountErrorOf,
  updateAccountErrors,
} from "../../generated/emersion-account/faults.js";
import type { SoapFault } from "../../generated/runtime/index.js";

const envelope = (body: string): string =>
  `<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">\n<soap:Body>\n${body}\n</soap:Body>\n</soap:Envelope>\n`;

const head = `POST /shop.php HTTP/1.1\nHost: shop.example\nContent-Type: text/xml\nSOAPAction: "urn:shop#AddOrder"\n\n`;

/** A page whose samples show example values, with notes, a table and an error list around them. */
const page = `AddOrder

Adds an order.

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| Customer | string | Yes | Who orders |
| Amount | int | No | How many |
| Colour | date | No | Of the wrapping |

Request:

${head}${envelope("<AddOrder xmlns='urn:shop'><Customer>Miller</Customer><Amount>3</Amount><Colour>?</Colour><Urgent>true</Urgent></AddOrder>")}
Response:

HTTP/1.1 200 OK
Content-Type: text/xml

${envelope("<AddOrderResponse xmlns='urn:shop'><Number>A-17</Number></AddOrderResponse>")}
Errors:

101. Invalid or Missing Urgent
102. The customer is not known
103. The colour does not exist
`;

let folder = "";
let out = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-prose-"));
  writeFileSync(join(folder, "shop.md"), page);
  const code = await runCli(["generate", "shop.md", "-o", "out"], {
    cwd: folder,
    environment: {},
    out: (text) => void (out += text),
    err: (text) => void (out += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  expect([code, out]).toEqual([0, expect.any(String)]);
});
afterAll(() => rmSync(folder, { recursive: true }));

function generated(path: string): string {
  return readFileSync(join(folder, "out", path), "utf8");
}

describe("what the prose of a page says", () => {
  test("tables and lists become documentation", () => {
    const types = generated("types.ts");
    for (const text of ["Who orders", "How many", "Of the wrapping"])
      expect(types).toContain(text);
  });

  test("what it calls required is likely required, and a parameter whose lack is an error too", () => {
    const types = generated("types.ts");
    expect(types).toMatch(/^ {2}Customer: string;/m);
    expect(types).toMatch(/^ {2}Urgent: boolean;/m);
    expect(types).toMatch(/^ {2}Amount\?: number;/m);
    expect(types).toContain("Occurrence likely: the page calls it required.");
  });

  test("what it calls a type is likely where the sample shows none", () => {
    expect(generated("types.ts")).toContain(
      "Type likely: the page calls it date.",
    );
    expect(generated("schemas.ts")).toMatch(/Colour[^\n]*\bxsd\.date\b/);
  });

  test("example values are in the fixtures and in the JSDoc", () => {
    const types = generated("types.ts");
    expect(types).toContain("@example Miller");
    expect(types).toContain("@example A-17");
    const fixture = generated("fixtures/AddOrder.ts");
    expect(fixture).toMatch(/Customer: "Miller"/);
    expect(fixture).toMatch(/Amount: 3/);
    expect(generated("fixtures/AddOrder.response.xml")).toContain("A-17");
  });

  test("error lists are typed codes with a classifier", () => {
    const faults = generated("faults.ts");
    expect(faults).toMatch(/AddOrderErrorCode\s*=\s*101 \| 102 \| 103/);
    expect(faults).toContain("export function addOrderErrorOf(");
  });
});

describe("a fault of a live service", () => {
  const fault = (more: Partial<SoapFault>): SoapFault => ({
    version: "1.1",
    code: { namespace: "", local: "Server" },
    subcodes: [],
    reason: "",
    detailXml: [],
    ...more,
  });

  test("is classified by its reason, its detail, or the code alone", () => {
    const message = "Invalid or Missing Account Type";
    expect(updateAccountErrorOf(fault({ reason: message }))?.code).toBe(47);
    expect(updateAccountErrorOf(fault({ detailText: "54" }))?.code).toBe(54);
    expect(
      updateAccountErrorOf(
        fault({ reason: "PrimaryContact: Invalid or Missing Title" }),
      )?.code,
    ).toBe(59);
    expect(
      updateAccountErrorOf(fault({ reason: "Out of order" })),
    ).toBeUndefined();
    expect(updateAccountErrors.map(({ code }) => code)).toContain(71);
  });
});

test("facts that differ between two captures are reported with both places", async () => {
  const asmx = (type: string): string =>
    `${head}${envelope(`<AddOrder xmlns="urn:shop"><Amount>${type}</Amount></AddOrder>`)}\nHTTP/1.1 200 OK\nContent-Type: text/xml\n\n${envelope('<AddOrderResponse xmlns="urn:shop" />')}`;
  writeFileSync(join(folder, "old.txt"), asmx("int"));
  writeFileSync(join(folder, "new.txt"), asmx("long"));
  let json = "";
  await runCli(["check", "old.txt", "new.txt", "--format", "json"], {
    cwd: folder,
    environment: {},
    out: (text) => void (json += text),
    err: () => undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  const { diagnostics } = JSON.parse(json) as {
    readonly diagnostics: readonly { readonly code: string }[];
  };
  expect(
    diagnostics.filter(({ code }) => code === "infer/conflict"),
  ).toMatchObject([
    {
      message: expect.stringMatching(
        /AddOrder: .*Amount is (?:int|long) in one sample and (?:int|long) in another/,
      ) as unknown,
      span: { file: expect.stringMatching(/old|new/) as unknown },
      related: [
        { span: { file: expect.stringMatching(/old|new/) as unknown } },
      ],
    },
  ]);
});
