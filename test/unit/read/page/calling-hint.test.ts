import { describe, expect, it } from "vitest";
import { read } from "./shop-page.js";

const envelope = (name: string, headers = ""): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${headers}<s:Body><${name} xmlns="urn:shop"><a>1</a></${name}></s:Body></s:Envelope>`;

/** Action and address of each request. */
const calls = (text: string): readonly string[] =>
  read(text).pages.flatMap(({ samples }) =>
    samples
      .filter(({ role }) => role === "request")
      .map(({ head }) => `${head?.soapAction ?? "-"} ${head?.target ?? "-"}`),
  );

describe("a request without a head takes its action and address from", () => {
  const cases: Readonly<Record<string, string>> = {
    "a command with the message in it": `curl -H 'SOAPAction: "urn:shop/Find"' -d '${envelope("Find")}' https://shop.example/ws\n`,
    "a command before the message": `curl -X POST https://shop.example/ws -H "SOAPAction: urn:shop/Find" \\\n  --data @- <<EOF\n${envelope("Find")}\nEOF\n`,
    "a program": `String url = "https://shop.example/ws";\nc.setRequestProperty("SOAPAction", "urn:shop/Find");\nString xml = '${envelope("Find")}';\n`,
    "a program that names the header last": `[r addValue:@"urn:shop/Find" forHTTPHeaderField:@"SOAPAction"];\nendpoint = https://shop.example/ws\n${envelope("Find")}\n`,
    "a header as a pair": `name: Find\nurl: https://shop.example/ws\nendpoint: https://shop.example/ws\nheaders:\n  - name: SOAPAction\n    value: urn:shop/Find\n\n${envelope("Find")}\n`,
    "a table": `# Find\n\n| Endpoint | https://shop.example/ws |\n|---|---|\n| SOAP Action | urn:shop/Find |\n\n${envelope("Find")}\n`,
    "lines after the message": `${envelope("Find")}\n\nSOAPAction: urn:shop/Find\n\nService URL: https://shop.example/ws?wsdl\n`,
    "the headers of WS-Addressing": envelope(
      "Find",
      '<s:Header xmlns:w="http://www.w3.org/2005/08/addressing"><w:Action>urn:shop/Find</w:Action><w:To>https://shop.example/ws</w:To></s:Header>',
    ),
  };
  it.each(Object.entries(cases))("%s", (_, text) => {
    expect(calls(text)).toEqual(["urn:shop/Find https://shop.example/ws"]);
  });

  it("what is nearest to it", () => {
    const section = (name: string): string =>
      `## ${name}\n\nSOAPAction: urn:shop/${name}\n\nEndpoint: https://shop.example/${name}\n\n${envelope(name)}\n\n`;
    expect(calls(section("Find") + section("Sell"))).toEqual([
      "urn:shop/Find https://shop.example/Find",
      "urn:shop/Sell https://shop.example/Sell",
    ]);
  });
});

describe("a request without a head has no action and address from", () => {
  const cases: Readonly<Record<string, string>> = {
    sentences: "The SOAPAction header is required. See https://x.example/doc.",
    "the heads of tables": "| SOAP Action | Description |\n|---|---|\n",
    "an empty action": 'curl -H "SOAPAction: \\"\\"" \\\n  --verbose\n',
    "links to documents": "URL: https://x.example/guide.html",
  };
  it.each(Object.entries(cases))("%s", (_, text) => {
    expect(calls(`${text}\n\n${envelope("Find")}\n`)).toEqual(["- -"]);
  });

  it("those of another message", () => {
    const text = `## Find\n\n${envelope("Find")}\n\n## Sell\n\n${envelope("Sell")}\n\nSOAPAction: urn:shop/Sell\n`;
    expect(calls(text)).toEqual(["- -", "urn:shop/Sell -"]);
  });
});

describe("a head", () => {
  it("is never completed by what stands beside it", () => {
    const text = `Endpoint: https://other.example/ws\n\nPOST /ws HTTP/1.1\nHost: shop.example\nContent-Type: text/xml\n\n${envelope("Find")}\n`;
    expect(calls(text)).toEqual(["- /ws"]);
  });
});
