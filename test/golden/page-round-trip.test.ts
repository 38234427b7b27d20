import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exportWsdl, verifyPages } from "../../src/export/index.js";
import type { Page } from "../../src/model/index.js";
import { createSink } from "../../src/diagnostics/index.js";
import { readPages } from "../../src/read/page/index.js";
import { createSourceText } from "../../src/source/index.js";
import { helpPages } from "../support/help-pages.js";
import { readFiles, type InferredFiles } from "../support/infer-files.js";

const folder = mkdtempSync(join(tmpdir(), "page-round-trip-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function read(text: string, extension: string): Promise<InferredFiles> {
  const path = join(folder, `${String(count++)}.${extension}`);
  writeFileSync(path, text);
  return readFiles([path]);
}

function pageOf(text: string): readonly Page[] {
  return readPages(createSourceText("page.txt", text), createSink());
}

interface RoundTrip {
  readonly inferred: InferredFiles;
  /** Messages that differ, from the model of the pages and from the WSDL made of it. */
  readonly differences: readonly string[];
}

/** WSDL → help pages → model → help pages; and once more through the WSDL that is exported from the model. */
async function roundTrip(
  wsdl: string,
  settings = { depthLimit: 4, arrayCount: 2 },
): Promise<RoundTrip> {
  const declared = await read(wsdl, "wsdl");
  const texts = [...helpPages(declared.model, settings).values()];
  const paths = texts.map((text) => {
    const path = join(folder, `${String(count++)}.txt`);
    writeFileSync(path, text);
    return path;
  });
  const inferred = await readFiles(paths);
  const exported = await read(exportWsdl(inferred.model), "wsdl");
  const pages = texts.flatMap(pageOf);
  const differences = [inferred.model, exported.model].flatMap((model) =>
    verifyPages(model, pages).flatMap((proof) =>
      proof.differences.map(
        ({ title, shown, rendered }) => `${title}\n${shown}\n---\n${rendered}`,
      ),
    ),
  );
  expect(pages.flatMap(({ samples }) => samples).length).toBeGreaterThan(0);
  return { inferred, differences };
}

const definitions = (content: string): string =>
  `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"
  xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:river" targetNamespace="urn:river">${content}</w:definitions>`;

const http = "http://schemas.xmlsoap.org/soap/http";

/** Stations along a river; `form` is that of local elements, `list` how an array of a type is declared. */
function types(
  form: "qualified" | "unqualified",
  list: (name: string, item: string) => string,
): string {
  return `<w:types><x:schema targetNamespace="urn:river" elementFormDefault="${form}">
    <x:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/>
    <x:simpleType name="Trend"><x:restriction base="x:string"><x:enumeration value="Rising"/><x:enumeration value="Falling"/></x:restriction></x:simpleType>
    <x:complexType name="Station"><x:sequence>
      <x:element name="Name" type="x:string" minOccurs="0"/><x:element name="Level" type="x:decimal"/>
      <x:element name="Trend" type="t:Trend"/><x:element name="Next" type="t:Station" minOccurs="0"/>
      <x:element name="Readings" type="t:Readings" minOccurs="0"/><x:element name="Notes" type="t:Notes" minOccurs="0"/>
    </x:sequence></x:complexType>
    <x:complexType name="Reading"><x:sequence>
      <x:element name="Taken" type="x:dateTime"/><x:element name="By" type="t:Station" minOccurs="0"/>
    </x:sequence></x:complexType>
    <x:complexType name="Key"><x:sequence><x:element name="Text" type="x:string" minOccurs="0"/></x:sequence></x:complexType>
    <x:complexType name="Ask"><x:sequence><x:element name="from" type="t:Station" minOccurs="0"/></x:sequence></x:complexType>
    <x:complexType name="AskResponse"><x:sequence><x:element name="AskResult" type="t:Notes" minOccurs="0"/></x:sequence></x:complexType>
    ${list("Readings", "t:Reading")}${list("Notes", "x:string")}
  </x:schema></w:types>`;
}

const encodedList = (name: string, item: string): string =>
  `<x:complexType name="${name}"><x:complexContent><x:restriction base="e:Array"><x:attribute ref="e:arrayType" w:arrayType="${item}[]"/></x:restriction></x:complexContent></x:complexType>`;
const literalList = (name: string, item: string): string =>
  `<x:complexType name="${name}"><x:sequence><x:element name="${item.slice(2)}" type="${item}" minOccurs="0" maxOccurs="unbounded"/></x:sequence></x:complexType>`;

const messages = `
  <w:message name="FindIn"><w:part name="near" type="t:Station"/><w:part name="limit" type="x:int"/><w:part name="trend" type="t:Trend"/></w:message>
  <w:message name="FindOut"><w:part name="FindResult" type="t:Readings"/><w:part name="total" type="x:long"/></w:message>
  <w:message name="LogIn"><w:part name="notes" type="t:Notes"/></w:message>
  <w:message name="AskIn"><w:part name="parameters" type="t:Ask"/></w:message>
  <w:message name="AskOut"><w:part name="parameters" type="t:AskResponse"/></w:message>
  <w:message name="Key"><w:part name="Key" type="t:Key"/></w:message>
  <w:portType name="P"><w:operation name="Find"><w:input message="t:FindIn"/><w:output message="t:FindOut"/></w:operation>
    <w:operation name="Log"><w:input message="t:LogIn"/></w:operation></w:portType>
  <w:portType name="D"><w:operation name="Ask"><w:input message="t:AskIn"/><w:output message="t:AskOut"/></w:operation></w:portType>`;

function operation(
  name: string,
  output: boolean,
  { prefix, body, header }: Record<"prefix" | "body" | "header", string>,
): string {
  return `<w:operation name="${name}"><${prefix}:operation soapAction="urn:river/${name}"/>
    <w:input><${prefix}:body ${body}/>${header}</w:input>${output ? `<w:output><${prefix}:body ${body}/></w:output>` : ""}</w:operation>`;
}

function rpcService(use: "literal" | "encoded"): string {
  const styles = {
    s: "http://schemas.xmlsoap.org/soap/encoding/",
    s12: "http://www.w3.org/2003/05/soap-encoding",
  };
  const bindings = (["s", "s12"] as const).map((prefix) => {
    const encoding =
      use === "encoded" ? ` encodingStyle="${styles[prefix]}"` : "";
    const body = `use="${use}" namespace="urn:river"${encoding}`;
    const header =
      use === "encoded"
        ? `<${prefix}:header message="t:Key" part="Key" ${body}/>`
        : "";
    const find = operation("Find", true, { prefix, body, header });
    const log = operation("Log", false, { prefix, body, header: "" });
    return `<w:binding name="${prefix}" type="t:P"><${prefix}:binding style="rpc" transport="${http}"/>${find}${log}</w:binding>`;
  });
  const address = 'location="http://river.example/River.asmx"';
  return definitions(`${types(use === "encoded" ? "unqualified" : "qualified", use === "encoded" ? encodedList : literalList)}${messages}${bindings.join("")}
  <w:service name="River"><w:port name="A" binding="t:s"><s:address ${address}/></w:port><w:port name="B" binding="t:s12"><s12:address ${address}/></w:port></w:service>`);
}

const documentEncoded = definitions(
  `${types("unqualified", encodedList)}${messages}<w:binding name="b" type="t:D"><s:binding style="document" transport="${http}"/>${operation("Ask", true, { prefix: "s", body: 'use="encoded" namespace="urn:river" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"', header: "" })}</w:binding>
  <w:service name="River"><w:port name="A" binding="t:b"><s:address location="http://river.example/River.asmx"/></w:port></w:service>`,
);

describe("help pages that are read and made again", () => {
  it("are equal for rpc/encoded messages of both SOAP versions", async () => {
    const { inferred, differences } = await roundTrip(rpcService("encoded"));
    expect(differences).toEqual([]);
    const [find] = inferred.model.operations;
    expect(find?.bindings.map(({ request }) => request.body)).toMatchObject(
      Array.from({ length: 2 }, () => ({
        kind: "rpc",
        isEncoded: true,
        wrapper: { key: "{urn:river}Find" },
        parts: [
          {
            name: "near",
            type: { reference: { name: { key: "{urn:river}Station" } } },
          },
          { name: "limit" },
          {
            name: "trend",
            type: { reference: { name: { key: "{urn:river}Trend" } } },
          },
        ],
      })),
    );
    expect(find?.bindings[0]?.request.headers).toMatchObject([
      { name: { key: "{urn:river}Key" }, isEncoded: true },
    ]);
    expect(inferred.model.operations[1]?.isOneWay).toBe(true);
    expect(inferred.diagnostics).toEqual([]);
  });

  it("are equal for rpc/literal messages", async () => {
    const { inferred, differences } = await roundTrip(rpcService("literal"));
    expect(differences).toEqual([]);
    const bodies = inferred.model.operations.map(
      ({ bindings }) => bindings[0]?.request.body,
    );
    expect(bodies).toMatchObject([
      { kind: "rpc", isEncoded: false },
      // A part that shows no struct: the rest of the service says how it is meant.
      { kind: "rpc", isEncoded: false },
    ]);
  });

  it("are equal for documents that are encoded", async () => {
    const { inferred, differences } = await roundTrip(documentEncoded);
    expect(differences).toEqual([]);
    expect(
      inferred.model.operations[0]?.bindings[0]?.request.body,
    ).toMatchObject({ kind: "parts", isEncoded: true });
  });

  it.each([
    [1, 2],
    [3, 5],
    [7, 3],
  ])(
    "are equal where a site shows %i levels, and arrays of %i items",
    async (depthLimit, arrayCount) => {
      for (const use of ["literal", "encoded"] as const) {
        const settings = { depthLimit, arrayCount };
        const { differences } = await roundTrip(rpcService(use), settings);
        expect(differences).toEqual([]);
      }
    },
  );
});
