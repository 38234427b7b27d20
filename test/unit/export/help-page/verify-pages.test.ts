import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  verifyPages,
  type PageProof,
} from "../../../../src/export/help-page/verify-pages.js";
import { readModel } from "../../../../src/pipeline.js";

const folder = mkdtempSync(join(tmpdir(), "verify-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));

const envelope =
  '<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">';

function message(...body: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    envelope,
    "  <soap:Body>",
    ...body.map((line) => `    ${line}`),
    "  </soap:Body>",
    "</soap:Envelope>",
  ].join("\n");
}

function page(request: string, response: string): string {
  return `Stock

Click here for a complete list of operations.

Find
SOAP 1.1

The following is a sample SOAP 1.1 request and response. The placeholders shown need to be replaced with actual values.

POST /Stock.asmx HTTP/1.1
Host: stock.example
Content-Type: text/xml; charset=utf-8
Content-Length: length
SOAPAction: "urn:stock/Find"

${request}

HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

${response}
`;
}

const find = message(
  '<Find xmlns="urn:stock">',
  "  <name>string</name>",
  "</Find>",
);

/** A site whose template shows three of each, and goes one level less deep. */
const answer = message(
  '<FindResponse xmlns="urn:stock">',
  "  <FindResult>",
  "    <Item>",
  "      <Kind>Part or Tool</Kind>",
  '      <Parts xsi:nil="true" />',
  "    </Item>",
  "    <Item>",
  "      <Kind>Part or Tool</Kind>",
  '      <Parts xsi:nil="true" />',
  "    </Item>",
  "    <Item>",
  "      <Kind>Part or Tool</Kind>",
  '      <Parts xsi:nil="true" />',
  "    </Item>",
  "  </FindResult>",
  "</FindResponse>",
);

let count = 0;
async function verify(text: string): Promise<readonly PageProof[]> {
  const path = join(folder, `page${String(++count)}.txt`);
  writeFileSync(path, text);
  const read = await readModel(
    { name: "stock", inputs: [path], folder: "" },
    {
      cwd: folder,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
  );
  return verifyPages(read.model, read.pages);
}

describe("verifyPages", () => {
  it("reproduces a page with another depth limit and array count than usual", async () => {
    const [proof] = await verify(page(find, answer));
    expect(proof).toMatchObject({ operation: "Find", samples: 2 });
    expect(proof?.differences).toEqual([]);
  });

  it("reproduces what is of any type, and typed DataSets", async () => {
    const open = message(
      '<Find xmlns="urn:stock">',
      '  <key xsi:type="type" />',
      "  <rows>dataset</rows>",
      "  <parts>",
      "    <anyType />",
      "    <anyType />",
      "    <anyType />",
      "  </parts>",
      "</Find>",
    );
    const [proof] = await verify(page(open, answer));
    expect(proof?.differences).toEqual([]);
  });

  it("takes line ends and blanks at line ends for the capture's", async () => {
    const text = page(find, answer).replaceAll("\n", "  \r\n");
    const [proof] = await verify(text);
    expect(proof?.differences).toEqual([]);
  });

  it("tells lost indentation from lost content", async () => {
    const [proof] = await verify(page(find.replaceAll(/^ +/gm, ""), answer));
    expect(proof?.differences).toMatchObject([
      { title: "SOAP 1.1 request", isLayout: true },
    ]);
  });

  it("shows what the page has and the model has not", async () => {
    const odd = find.replace("<name>", '<name odd:x="1" xmlns:odd="urn:odd">');
    const [proof] = await verify(
      page(odd.replace("<soap:Body>", '<soap:Body id="b">'), answer),
    );
    expect(proof?.differences).toMatchObject([
      { title: "SOAP 1.1 request", isLayout: false },
    ]);
    expect(proof?.differences[0]?.shown).toContain('<soap:Body id="b">');
  });

  it("tells pages with an author's values from the generator's", async () => {
    const filled = find.replace(">string<", ">two words, 3<");
    const [proof] = await verify(page(filled, answer));
    expect(proof?.isFilledIn).toBe(true);
  });
});
