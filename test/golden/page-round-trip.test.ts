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
import {
  membersAt,
  outline,
  readFiles,
  type InferredFiles,
} from "../support/infer-files.js";

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

/** Document/literal: what ASP.NET services declare, one construct each. */
const literalTypes = `<w:types>
  <x:schema targetNamespace="urn:river" elementFormDefault="qualified"><x:import namespace="urn:bank"/><x:import namespace="http://microsoft.com/wsdl/types/"/><x:import namespace="http://www.w3.org/2001/XMLSchema"/>
    <x:element name="All"><x:complexType><x:sequence>
      <x:element name="guid" type="m:guid"/><x:element name="char" type="m:char"/><x:element name="q" type="x:QName" minOccurs="0"/>
      <x:element name="flow" type="t:Flow"/><x:element name="flags" type="t:Flags"/><x:element name="one" type="t:One"/>
      <x:element name="plain" form="unqualified" type="x:string" minOccurs="0"/><x:element name="bank" type="b:Bank" minOccurs="0"/>
      <x:element name="node" type="t:Node" minOccurs="0"/><x:element name="rows" minOccurs="0" maxOccurs="unbounded" type="t:Row"/>
      <x:element name="any" minOccurs="0"><x:complexType><x:sequence><x:any/></x:sequence></x:complexType></x:element>
      <x:element name="object" minOccurs="0"/>
    </x:sequence></x:complexType></x:element>
    <x:element name="AllResponse"><x:complexType><x:sequence>
      <x:element name="AllResult" minOccurs="0"><x:complexType><x:sequence><x:element ref="x:schema"/><x:any/></x:sequence></x:complexType></x:element>
      <x:element name="table" minOccurs="0"><x:complexType><x:sequence><x:any minOccurs="0" maxOccurs="unbounded" namespace="http://www.w3.org/2001/XMLSchema" processContents="lax"/><x:any minOccurs="1" namespace="urn:schemas-microsoft-com:xml-diffgram-v1" processContents="lax"/></x:sequence></x:complexType></x:element>
    </x:sequence></x:complexType></x:element>
    <x:element name="Get"><x:complexType><x:sequence><x:element name="ids" type="t:ArrayOfInt" minOccurs="0"/><x:element name="day" type="x:date"/></x:sequence></x:complexType></x:element>
    <x:element name="GetResponse"><x:complexType><x:sequence><x:element name="GetResult" type="t:Node" minOccurs="0"/></x:sequence></x:complexType></x:element>
    <x:element name="Node" type="t:Node"/><x:element name="Bare" type="t:Row"/><x:element name="BareResult" type="t:Flow"/>
    <x:element name="Put"><x:complexType/></x:element><x:element name="PutResponse"><x:complexType/></x:element>
    <x:element name="Key"><x:complexType><x:sequence><x:element name="Id" type="x:int"/></x:sequence></x:complexType></x:element>
    <x:element name="Stamp"><x:complexType><x:sequence><x:element name="At" type="x:dateTime"/></x:sequence></x:complexType></x:element>
    <x:simpleType name="Flow"><x:restriction base="x:string"><x:enumeration value="Up"/><x:enumeration value="Down"/></x:restriction></x:simpleType>
    <x:simpleType name="Flags"><x:list><x:simpleType><x:restriction base="x:string"><x:enumeration value="Read"/><x:enumeration value="Write"/></x:restriction></x:simpleType></x:list></x:simpleType>
    <x:simpleType name="One"><x:restriction base="x:string"><x:enumeration value="Only"/></x:restriction></x:simpleType>
    <x:complexType name="ArrayOfInt"><x:sequence><x:element name="int" type="x:int" minOccurs="0" maxOccurs="unbounded"/></x:sequence></x:complexType>
    <x:complexType name="Node"><x:sequence><x:element name="Label" type="x:string" minOccurs="0"/><x:element name="Child" type="t:Node" minOccurs="0" maxOccurs="unbounded"/></x:sequence><x:attribute name="weight" type="x:int" use="required"/><x:attribute name="flow" type="t:Flow"/></x:complexType>
    <x:complexType name="Row"><x:sequence><x:element name="Cell" type="t:Deep" minOccurs="0"/></x:sequence></x:complexType>
    <x:complexType name="Deep"><x:sequence><x:element name="Deeper" type="t:Deeper" minOccurs="0"/></x:sequence></x:complexType>
    <x:complexType name="Deeper"><x:sequence><x:element name="Deepest" type="t:Deepest" minOccurs="0" maxOccurs="unbounded"/></x:sequence></x:complexType>
    <x:complexType name="Deepest"><x:sequence><x:element name="End" type="x:string" minOccurs="0"/></x:sequence></x:complexType>
  </x:schema>
  <x:schema targetNamespace="urn:bank" elementFormDefault="qualified"><x:complexType name="Bank"><x:sequence><x:element name="Side" type="x:string" minOccurs="0"/><x:element name="Height" type="x:double"/></x:sequence></x:complexType></x:schema></w:types>`;

function literalService(): string {
  const part = (message: string, element: string): string =>
    `<w:message name="${message}"><w:part name="parameters" element="t:${element}"/></w:message>`;
  const names = ["All", "Get", "Put"].flatMap((name) => [
    part(`${name}In`, name),
    part(`${name}Out`, `${name}Response`),
  ]);
  const inputs = (name: string, hasOutput = true): string =>
    `<w:operation name="${name}"><w:input message="t:${name}In"/>${hasOutput ? `<w:output message="t:${name}Out"/>` : ""}</w:operation>`;
  const header = `<s:header message="t:KeyMessage" part="Key" use="literal"/>`;
  const bound = ["All", "Get", "Put", "Bare"].map((name) =>
    operation(name, true, {
      prefix: "s",
      body: 'use="literal"',
      header: name === "Get" ? header : "",
    }).replace(
      name === "Get" ? "</w:output>" : "\0",
      '<s:header message="t:StampMessage" part="Stamp" use="literal"/></w:output>',
    ),
  );
  const address = 'location="http://river.example/River.asmx"';
  return definitions(`${literalTypes}${names.join("")}${part("BareIn", "Bare")}${part("BareOut", "BareResult")}${part(
    "KeyMessage",
    "Key",
  ).replace(
    '"parameters"',
    '"Key"',
  )}${part("StampMessage", "Stamp").replace('"parameters"', '"Stamp"')}
  <w:message name="HttpIn"><w:part name="ids" type="t:Strings"/><w:part name="day" type="x:string"/></w:message>
  <w:message name="HttpOut"><w:part name="Body" element="t:Node"/></w:message>
  <w:portType name="P">${["All", "Get", "Put", "Bare"].map((name) => inputs(name)).join("")}</w:portType>
  <w:portType name="G"><w:operation name="Get"><w:input message="t:HttpIn"/><w:output message="t:HttpOut"/></w:operation></w:portType>
  <w:binding name="S" type="t:P"><s:binding transport="${http}"/>${bound.join("")}</w:binding>
  <w:binding name="H" type="t:G"><h:binding verb="GET"/><w:operation name="Get"><h:operation location="/Get"/><w:input><h:urlEncoded/></w:input><w:output><mime:mimeXml part="Body"/></w:output></w:operation></w:binding>
  <w:service name="River"><w:port name="A" binding="t:S"><s:address ${address}/></w:port><w:port name="B" binding="t:H"><h:address ${address}/></w:port></w:service>`)
    .replace(
      "<w:definitions ",
      '<w:definitions xmlns:b="urn:bank" xmlns:m="http://microsoft.com/wsdl/types/" xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/" ',
    )
    .replace("t:Strings", "x:string");
}

describe("help pages that are read and made again", () => {
  it("are equal for documents, whatever stands in them", async () => {
    const { inferred, differences } = await roundTrip(literalService());
    expect(differences).toEqual([]);
    const { model } = inferred;
    expect(outline(membersAt(model, "All"))).toEqual([
      "guid: guid",
      "char: char",
      "q?: QName",
      "flow: Up|Down",
      "flags: Read|Write",
      "one: Only",
      "plain?: string",
      "bank?: bank",
      "node?: Node",
      "rows[]: rows",
      "any?: any",
      "object?: unknown",
    ]);
    // One level more, and the name of the type, from the HTTP section.
    expect(outline(membersAt(model, "GetResponse"))).toEqual([
      "GetResult?: Node",
    ]);
    expect(outline(membersAt(model, "GetResponse", "GetResult"))).toEqual([
      "Label?: string",
      "Child[]: Node",
    ]);
    const get = model.operations.find(({ name }) => name === "Get");
    const [soap] = get?.bindings ?? [];
    expect(soap?.request.headers.map(({ name }) => name.local)).toEqual([
      "Key",
    ]);
    expect(soap?.response?.headers.map(({ name }) => name.local)).toEqual([
      "Stamp",
    ]);
    const bare = model.operations.find(({ name }) => name === "Bare");
    expect(bare?.bindings[0]?.response?.body).toMatchObject({
      kind: "element",
      name: { key: "{urn:river}BareResult" },
    });
  });

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
