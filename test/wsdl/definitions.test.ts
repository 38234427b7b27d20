import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { canonicalXml } from "../support/canonical-xml.js";
import { bodyOf, readFiles, wsdlOf, type ReadFiles } from "./construct.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function read(
  files: Readonly<Record<string, string>>,
): Promise<ReadFiles> {
  const result = await readFiles(files);
  folders.push(result.folder);
  return result;
}

const head = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">`;

const http = "http://schemas.xmlsoap.org/soap/http";

const add = `<w:message name="Add"><w:part name="a" type="x:int"/><w:part name="b" type="x:int"/></w:message>
  <w:message name="Sum"><w:part name="sum" type="x:int"/></w:message>
  <w:portType name="Calc"><w:operation name="add"><w:input message="t:Add"/><w:output message="t:Sum"/></w:operation></w:portType>`;

function rpc(use: string): string {
  return `${head}${add}
  <w:binding name="B" type="t:Calc"><s:binding style="rpc" transport="${http}"/>
    <w:operation name="add"><s:operation soapAction=""/>
      <w:input><s:body ${use} namespace="urn:calls"/></w:input><w:output><s:body ${use} namespace="urn:calls"/></w:output></w:operation></w:binding>
  <w:service name="S"><w:port name="P" binding="t:B"><s:address location="http://example.com/"/></w:port></w:service></w:definitions>`;
}

describe("rpc bindings", () => {
  it("wrap their parts, without a namespace of their own, in an element of the operation's name", async () => {
    const { sdk } = await read({ "t.wsdl": rpc('use="literal"') });
    const body = bodyOf(String(sdk.encodeRequest("add", { a: 1, b: 2 }).body));
    expect(canonicalXml(body)).toBe(
      canonicalXml('<c:add xmlns:c="urn:calls"><a>1</a><b>2</b></c:add>'),
    );
  });

  it("decode the part of an answer, whatever its wrapper is called", async () => {
    const { sdk } = await read({ "t.wsdl": rpc('use="literal"') });
    const answer = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><r:addResponse xmlns:r="urn:calls"><sum>3</sum></r:addResponse></e:Body></e:Envelope>`;
    expect(sdk.decodeResponse("add", answer)).toEqual({ sum: 3 });
  });

  it("say the types of the parts when they are encoded", async () => {
    const use =
      'use="encoded" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"';
    const { sdk } = await read({ "t.wsdl": rpc(use) });
    const envelope = String(sdk.encodeRequest("add", { a: 1, b: 2 }).body);
    expect(envelope).toMatch(/<a [^>]*type="\w+:int"[^>]*>1<\/a>/);
  });
});

describe("ports", () => {
  const two = `${head}${add}
  <w:binding name="B11" type="t:Calc"><s:binding style="rpc" transport="${http}"/>
    <w:operation name="add"><s:operation soapAction="eleven"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>
  <w:binding name="B12" type="t:Calc"><s12:binding style="rpc" transport="${http}"/>
    <w:operation name="add"><s12:operation soapAction="twelve"/><w:input><s12:body use="literal"/></w:input><w:output><s12:body use="literal"/></w:output></w:operation></w:binding>
  <w:service name="S"><w:port name="P11" binding="t:B11"><s:address location="http://example.com/11"/></w:port>
    <w:port name="P12" binding="t:B12"><s12:address location="http://example.com/12"/></w:port></w:service></w:definitions>`;

  it("of one port type share the operation and differ in the envelope", async () => {
    const { sdk, file } = await read({ "t.wsdl": two });
    expect(sdk.operations).toMatchObject([
      { name: "add", ports: ["P11", "P12"] },
    ]);
    const value = { a: 1, b: 2 };
    const envelopes = ["P11", "P12"].map((port) =>
      String(sdk.encodeRequest("add", value, { port }).body),
    );
    expect(envelopes[0]).toContain("http://schemas.xmlsoap.org/soap/envelope/");
    expect(envelopes[1]).toContain("http://www.w3.org/2003/05/soap-envelope");
    expect(file("operations.ts").match(/^export const add\b/gm)).toHaveLength(
      1,
    );
  });
});

describe("documents", () => {
  const schema = `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
    <x:include schemaLocation="chameleon.xsd"/><x:element name="Root"><x:complexType><x:sequence><x:element name="c" type="C" xmlns="urn:t"/></x:sequence></x:complexType></x:element></x:schema>`;
  const chameleon = `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"><x:include schemaLocation="chameleon.xsd"/>
    <x:complexType name="C"><x:sequence><x:element name="v" type="x:int"/></x:sequence></x:complexType></x:schema>`;

  it("are joined: an import, an include that takes the namespace of the including schema, and a cycle", async () => {
    const { sdk } = await read({
      "t.wsdl": wsdlOf('<xs:include schemaLocation="t.xsd"/>'),
      "t.xsd": schema,
      "chameleon.xsd": chameleon,
    });
    const body = bodyOf(String(sdk.encodeRequest("Put", { c: { v: 1 } }).body));
    expect(canonicalXml(body)).toBe(
      canonicalXml('<Root xmlns="urn:t"><c><v>1</v></c></Root>'),
    );
  });
});

describe("operations that the server starts", () => {
  it("are refused with a code each, and the others stay", async () => {
    const wsdl = `${head}<w:message name="M"><w:part name="p" type="x:int"/></w:message>
  <w:portType name="Calc"><w:operation name="put"><w:input message="t:M"/></w:operation>
    <w:operation name="note"><w:output message="t:M"/></w:operation>
    <w:operation name="ask"><w:output message="t:M"/><w:input message="t:M"/></w:operation></w:portType>
  <w:binding name="B" type="t:Calc"><s:binding style="rpc" transport="${http}"/>
    <w:operation name="put"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input></w:operation></w:binding>
  </w:definitions>`;
    const { sdk, generated } = await read({ "t.wsdl": wsdl });
    const codes = generated.services.flatMap(({ diagnostics }) =>
      diagnostics.map(({ code }) => code),
    );
    expect(codes).toContain("wsdl/notification-not-supported");
    expect(codes).toContain("wsdl/solicit-response-not-supported");
    expect(sdk.operations.map(({ name }) => name)).toEqual(["put"]);
  });
});

describe("headers and faults", () => {
  const wsdl = `${head}<w:types><x:schema targetNamespace="urn:t" elementFormDefault="qualified">
    <x:element name="Root" type="x:string"/><x:element name="Session" type="x:string"/><x:element name="Denied"><x:complexType><x:sequence><x:element name="why" type="x:string"/></x:sequence></x:complexType></x:element></x:schema></w:types>
  <w:message name="Put"><w:part name="body" element="t:Root"/><w:part name="session" element="t:Session"/></w:message>
  <w:message name="Done"><w:part name="body" element="t:Root"/></w:message>
  <w:message name="Denied"><w:part name="detail" element="t:Denied"/></w:message>
  <w:portType name="P"><w:operation name="Put"><w:input message="t:Put"/><w:output message="t:Done"/><w:fault name="Denied" message="t:Denied"/></w:operation></w:portType>
  <w:binding name="B" type="t:P"><s:binding transport="${http}"/>
    <w:operation name="Put"><s:operation soapAction="put"/>
      <w:input><s:header message="t:Put" part="session" use="literal"/><s:body parts="body" use="literal"/></w:input>
      <w:output><s:body use="literal"/></w:output><w:fault name="Denied"><s:fault name="Denied" use="literal"/></w:fault></w:operation></w:binding>
  <w:service name="S"><w:port name="P" binding="t:B"><s:address location="http://example.com/"/></w:port></w:service></w:definitions>`;

  it("have types, and the header is no part of the body", async () => {
    const { file, generated } = await read({ "t.wsdl": wsdl });
    expect(
      generated.services.flatMap(({ diagnostics }) => diagnostics),
    ).toEqual([]);
    const text = `${file("types.ts")}${file("faults.ts")}`;
    expect(text).toMatch(/interface Denied \{[^}]*why: string;/);
    expect(file("operations.ts")).toMatch(/Session/);
    expect(file("schemas.ts")).toMatch(/Session/);
  });
});
