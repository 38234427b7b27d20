import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { folderOf, run } from "./command-line.js";
import { head, overHttp, service, types } from "./construct.js";

let folder = "";
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const schema = `<x:element name="GetPrice"><x:complexType><x:sequence><x:element name="article" type="x:string" minOccurs="0"/><x:element name="amount" type="x:decimal"/></x:sequence></x:complexType></x:element>
  <x:element name="GetPriceResponse"><x:complexType><x:sequence><x:element name="GetPriceResult" type="x:decimal"/></x:sequence></x:complexType></x:element>`;

const wsdl = `${head}${types(schema)}
  <w:message name="In"><w:part name="parameters" element="t:GetPrice"/></w:message>
  <w:message name="Out"><w:part name="parameters" element="t:GetPriceResponse"/></w:message>
  <w:portType name="Port"><w:operation name="GetPrice"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port"><s:binding transport="${overHttp}"/><w:operation name="GetPrice"><s:operation soapAction="urn:t/GetPrice"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>${service}`;

/** A page as services of ASP.NET have it, with values filled in by its author. */
const page = (amount: string): string => `GetPrice
What an article costs, with tax.

SOAP 1.1

POST /s.asmx HTTP/1.1
Host: example.com
Content-Type: text/xml; charset=utf-8
Content-Length: length
SOAPAction: "urn:t/GetPrice"

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <GetPrice xmlns="urn:t">
      <article>HAMMER-7</article>
      <amount>${amount}</amount>
    </GetPrice>
  </soap:Body>
</soap:Envelope>

HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <GetPriceResponse xmlns="urn:t">
      <GetPriceResult>decimal</GetPriceResult>
    </GetPriceResponse>
  </soap:Body>
</soap:Envelope>
`;

async function generate(text: string): Promise<string> {
  folder = folderOf({ "t.wsdl": wsdl, "GetPrice.txt": text });
  const args = ["generate", "t.wsdl", "GetPrice.txt", "-o", "api"];
  const { exitCode, err } = await run(folder, args);
  expect(exitCode).toBe(0);
  return err;
}

const generated = (file: string): string =>
  readFileSync(join(folder, "api", file), "utf8");

describe("a WSDL with its page", () => {
  it("declares, and the page adds descriptions and example values", async () => {
    expect(await generate(page("12.50"))).toBe("");
    const types = generated("types.ts");
    expect(types).toMatch(/article\?: string;/);
    expect(types).toMatch(/amount: string;/);
    expect(types).toContain("HAMMER-7");
    expect(generated("operations.ts")).toContain(
      "What an article costs, with tax.",
    );
    expect(generated("fixtures/GetPrice.ts")).toContain('article: "HAMMER-7"');
    expect(generated("fixtures/GetPrice.request.xml")).toContain(
      "<article>HAMMER-7</article>",
    );
  });

  it("is believed where the two contradict each other, and both places are shown", async () => {
    const err = await generate(page("boolean"));
    expect(err).toContain("warning link/contradiction");
    expect(err).toMatch(/GetPrice\.txt:\d+:\d+/);
    expect(err).toMatch(/t\.wsdl:\d+:\d+/);
    expect(generated("types.ts")).toMatch(/amount: string;/);
  });
});
