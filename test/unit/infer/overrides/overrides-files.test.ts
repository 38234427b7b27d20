import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  compile,
  createSink,
  generateProject,
  inspectProject,
  resolveProject,
  type Project,
} from "../../../../src/index.js";
import { page } from "./page-with-overrides.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-overrides-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: unknown): void {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(
    file,
    typeof content === "string" ? content : JSON.stringify(content, null, 2),
  );
}

function project(
  inputs: readonly string[],
  flags: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Project> {
  return resolveProject(
    { cwd: folder, inputs, flags, environment: {} },
    createSink(),
  );
}

/** Type and place of the price that the service knows. */
async function price(from: Project): Promise<string> {
  const { services, diagnostics } = await inspectProject(from);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const member = services[0]?.inspection.types
    .find(({ name }) => name.local === "GetOrderResult")
    ?.members.find(({ name }) => name === "Price");
  const { file, line } = member?.fact ?? {};
  return errors.length > 0
    ? errors.map(({ message }) => message).join("\n")
    : `${String(member?.type)} ${String(file)}:${String(line)}`;
}

const toDecimal = {
  members: { "GetOrderResult/Price": { type: "xs:decimal" } },
};

test("overrides in the folder of the pages are found", async () => {
  write("shop/page.txt", page);
  write("shop/soapstone.overrides.json", toDecimal);
  const there = "xs:decimal shop/soapstone.overrides.json:4";
  expect(await price(await project(["shop"]))).toBe(there);
  expect(await price(await project(["shop/page.txt"]))).toBe(there);
  expect(await price(await project(["shop/*.txt"]))).toBe(there);
});

test("overrides named after a page belong to it", async () => {
  write("page.txt", page);
  write("page.overrides.json", toDecimal);
  expect(await price(await project(["page.txt"]))).toBe(
    "xs:decimal page.overrides.json:4",
  );
});

test("--overrides names any file, once even when it lies beside the page", async () => {
  write("page.txt", page);
  write("known/facts.json", toDecimal);
  expect(
    await price(
      await project(["page.txt"], { overrides: ["known/facts.json"] }),
    ),
  ).toBe("xs:decimal known/facts.json:4");
  write("page.overrides.json", toDecimal);
  expect(
    await price(
      await project(["page.txt"], { overrides: ["page.overrides.json"] }),
    ),
  ).toBe("xs:decimal page.overrides.json:4");
});

test("a config names the overrides of a service", async () => {
  write("pages/page.txt", page);
  write("facts.json", toDecimal);
  write("soapstone.config.json", {
    services: {
      shop: { inputs: ["pages/page.txt"], overrides: ["facts.json"] },
    },
  });
  expect(await price(await project([]))).toBe("xs:decimal facts.json:4");
});

test("a file that is not there is an error", async () => {
  write("page.txt", page);
  const from = await project(["page.txt"], { overrides: ["facts.json"] });
  expect(await price(from)).toMatch(/facts\.json/);
});

test("nothing is generated while an entry matches nothing; the manifest knows the file", async () => {
  write("shop/page.txt", page);
  write("shop/soapstone.overrides.json", {
    members: { "GetOrderResult/Prise": { type: "xs:decimal" } },
  });
  const bad = await generateProject(await project(["shop"], { output: "out" }));
  expect(bad.written).toBeUndefined();
  write("shop/soapstone.overrides.json", toDecimal);
  const good = await generateProject(
    await project(["shop"], { output: "out" }),
  );
  expect(good.written?.added).toContain("soapstone.manifest.json");
  expect(good.sources.map(({ path }) => path)).toContain(
    "shop/soapstone.overrides.json",
  );
});

test("types, codecs and fixtures speak what the overrides say", async () => {
  write("shop/page.txt", page);
  write("shop/soapstone.overrides.json", {
    service: { endpoint: "http://127.0.0.1:1/orders" },
    members: {
      "GetOrderResult/Price": { type: "xs:int", presence: "required" },
      "GetOrderResult/Status": { open: true },
      "GetOrderResult/Extra": { type: "Photo", nillable: true },
      "Line/Photo": { type: "Photo" },
    },
    types: {
      Photo: {
        members: { Data: { type: "xs:base64Binary" }, "@n": { type: "int" } },
      },
    },
  });
  const sdk = await compile(["shop"], { cwd: folder });
  const body = `<GetOrderResponse xmlns="urn:shop"><GetOrderResult><Status>Lost</Status><Price>7</Price><Extra xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/><Lines><Line no="1"><Photo n="2"><Data>AQI=</Data></Photo></Line></Lines></GetOrderResult></GetOrderResponse>`;
  const answer = await sdk.call(
    "GetOrder",
    { Id: 1 },
    {
      fetch: (_url: unknown, _init?: unknown) =>
        Promise.resolve(
          new Response(
            `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`,
            { headers: { "content-type": "text/xml" } },
          ),
        ),
    },
  );
  expect(answer).toEqual({
    GetOrderResult: {
      Status: "Lost",
      Price: 7,
      Extra: null,
      Lines: {
        Line: [{ no: 1, Photo: { n: 2, Data: new Uint8Array([1, 2]) } }],
      },
    },
  });
});

const wsdl = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
  <types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified">
    <xs:complexType name="Base"><xs:sequence><xs:element name="Note" type="xs:anyType" minOccurs="0"/></xs:sequence></xs:complexType>
    <xs:complexType name="Order"><xs:complexContent><xs:extension base="t:Base"><xs:sequence>
      <xs:element name="Price" type="xs:string"/><xs:element ref="t:Shared" minOccurs="0"/><xs:group ref="t:More"/>
    </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:group name="More"><xs:sequence><xs:element name="Extra" type="xs:string"/></xs:sequence></xs:group>
    <xs:element name="Shared" type="xs:string"/>
    <xs:element name="Get"><xs:complexType><xs:sequence><xs:element name="Id" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="GetResponse"><xs:complexType><xs:sequence><xs:element name="Order" type="t:Order"/></xs:sequence></xs:complexType></xs:element>
  </xs:schema></types>
  <message name="In"><part name="p" element="t:Get"/></message><message name="Out"><part name="p" element="t:GetResponse"/></message>
  <portType name="P"><operation name="Get"><input message="t:In"/><output message="t:Out"/></operation></portType>
  <binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>
    <operation name="Get"><soap:operation soapAction="a"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
  <service name="S"><port name="Soap" binding="t:B"><soap:address location="http://old.example/"/></port></service>
</definitions>`;

test("overrides apply to what a WSDL declares, through bases, groups and references", async () => {
  write("s/s.wsdl", wsdl);
  write("s/soapstone.overrides.json", {
    service: { endpoint: "https://new.example/" },
    members: {
      "GetResponse/Order/Price": { type: "xs:decimal" },
      "Order/Note": { type: "xs:string" },
      "Order/Extra": { presence: "optional" },
      "Order/Shared": { presence: "required", type: "xs:int" },
      "Get/Id": { nillable: false },
    },
  });
  const { services, diagnostics } = await inspectProject(await project(["s"]));
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"Get/Id": nillable is what the input says itself',
  ]);
  const inspection = services[0]?.inspection;
  expect(inspection?.services[0]?.ports[0]?.address).toBe(
    "https://new.example/",
  );
  const members = inspection?.types.flatMap((type) => type.members) ?? [];
  expect(members.map((one) => [one.name, one.type, one.presence])).toEqual([
    ["Note", "xs:string", "optional"],
    ["Price", "xs:decimal", "required"],
    ["Shared", "xs:int", "required"],
    ["Extra", "xs:string", "optional"],
  ]);
});
