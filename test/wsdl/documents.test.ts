import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { compile } from "../../src/index.js";
import { canonicalXml } from "../support/canonical-xml.js";
import { folderOf, run } from "./command-line.js";
import { bodyOf, head, overHttp, service, types, wsdlOf } from "./construct.js";

let folder = "";
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The body that `Put` sends, of documents of which the first is the input. */
async function putBody(
  files: Readonly<Record<string, string>>,
  value: unknown,
): Promise<string> {
  folder = folderOf(files);
  const sdk = await compile(Object.keys(files).slice(0, 1), { cwd: folder });
  return bodyOf(sdk.encodeRequest("Put", value).body ?? "");
}

const root = '<x:element name="Root" type="x:string"/>';
const schema = (content: string, namespace = "urn:t"): string =>
  `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:o" targetNamespace="${namespace}" elementFormDefault="qualified">${content}</x:schema>`;
const message =
  '<w:message name="Put"><w:part name="body" element="t:Root"/></w:message>';
const portType =
  '<w:portType name="Port"><w:operation name="Put"><w:input message="t:Put"/><w:output message="t:Put"/></w:operation></w:portType>';
const binding = `<w:binding name="B" type="t:Port"><s:binding transport="${overHttp}"/><w:operation name="Put"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>`;
const sent = canonicalXml('<Root xmlns="urn:t">x</Root>');

describe("documents", () => {
  it("import each other in a circle", async () => {
    const imported = '<w:import namespace="urn:t" location="abstract.wsdl"/>';
    const back = '<w:import namespace="urn:t" location="t.wsdl"/>';
    const files = {
      "t.wsdl": `${head}${imported}${binding}${service}`,
      "abstract.wsdl": `${head}${back}${types('<x:include schemaLocation="a.xsd"/>')}${message}${portType}</w:definitions>`,
      "a.xsd": schema('<x:include schemaLocation="b.xsd"/>'),
      "b.xsd": schema(`<x:include schemaLocation="a.xsd"/>${root}`),
    };
    expect(canonicalXml(await putBody(files, "x"))).toBe(sent);
  });

  it.each([
    ["http://host.example/S.svc?xsd=xsd0", "xsd0.xsd"],
    ["http://host.example/S.svc?xsd=xsd0", "S.xsd0.xsd"],
    ["?xsd=2", "t2.xsd"],
    ["http://host.example/schemas/a.xsd?v=1#x", "a.xsd"],
    ["./sub/../a.xsd", "a.xsd"],
    ["a%2Exsd", "a.xsd"],
  ])("of servers, as in %s, are found in %s", async (location, file) => {
    const escaped = location.replaceAll("&", "&amp;");
    const imported = `<xs:import namespace="urn:o" schemaLocation="${escaped}"/>`;
    const files = {
      "t.wsdl": wsdlOf(
        `${imported}<xs:element name="Root" type="o:T" xmlns:o="urn:o"/>`,
      ),
      [file]: schema(
        '<x:simpleType name="T"><x:restriction base="x:int"/></x:simpleType>',
        "urn:o",
      ),
    };
    const body = await putBody(files, 7);
    expect(canonicalXml(body)).toBe(
      canonicalXml('<Root xmlns="urn:t">7</Root>'),
    );
  });

  it("without a location are found among what is loaded", async () => {
    const wsdl = `${head}<w:types><x:schema targetNamespace="urn:t" xmlns:o="urn:o"><x:import namespace="urn:o"/><x:element name="Root" type="o:T"/></x:schema>
      <x:schema targetNamespace="urn:o"><x:simpleType name="T"><x:restriction base="x:int"/></x:simpleType></x:schema></w:types>${message}${portType}${binding}${service}`;
    expect(canonicalXml(await putBody({ "t.wsdl": wsdl }, 7))).toBe(
      canonicalXml('<Root xmlns="urn:t">7</Root>'),
    );
  });

  it("may use any prefixes, and none", async () => {
    const wsdl = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:t" xmlns:wsdl="urn:t">
      <types><schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:soap="http://www.w3.org/2001/XMLSchema"><element name="Root" type="soap:string"/></schema></types>
      <message name="Put"><part name="body" element="xsd:Root" xmlns:xsd="urn:t"/></message>
      <x:portType name="Port" xmlns:x="http://schemas.xmlsoap.org/wsdl/"><x:operation name="Put"><x:input message="wsdl:Put"/></x:operation></x:portType>
      <binding name="B" type="wsdl:Port"><binding xmlns="http://schemas.xmlsoap.org/wsdl/soap/" transport="${overHttp}"/>
        <operation name="Put"><input><b:body xmlns:b="http://schemas.xmlsoap.org/wsdl/soap/" use="literal"/></input></operation></binding></definitions>`;
    expect(canonicalXml(await putBody({ "t.wsdl": wsdl }, "x"))).toBe(sent);
  });

  it("of WSDL 2.0 are refused with a code", async () => {
    folder = folderOf({
      "t.wsdl":
        '<description xmlns="http://www.w3.org/ns/wsdl" targetNamespace="urn:t"/>',
    });
    const { exitCode, err } = await run(folder, ["generate", "t.wsdl"]);
    expect(exitCode).toBe(1);
    expect(err).toContain("error wsdl/version-2.0");
  });

  it("without a service have clients that take the endpoint", async () => {
    folder = folderOf({
      "t.wsdl": `${head}${types(root)}${message}${portType}${binding}</w:definitions>`,
    });
    const { exitCode } = await run(folder, ["generate", "t.wsdl", "-o", "api"]);
    expect(exitCode).toBe(0);
    const text = readFileSync(join(folder, "api/operations.ts"), "utf8");
    expect(text).toMatch(
      /ClientOptions extends ClientOptions \{\s*endpoint: string;/,
    );
  });
});

describe("several services, ports, bindings and port types", () => {
  const echo = (
    name: string,
  ): string => `<w:message name="${name}"><w:part name="body" element="t:Root"/></w:message>
    <w:portType name="${name}"><w:operation name="${name}"><w:input message="t:${name}"/><w:output message="t:${name}"/></w:operation></w:portType>`;
  const bind = (name: string, type: string, soap: string): string =>
    `<w:binding name="${name}" type="t:${type}"><${soap}:binding transport="${overHttp}"/><w:operation name="${type}"><${soap}:operation soapAction="${name}"/><w:input><${soap}:body use="literal"/></w:input><w:output><${soap}:body use="literal"/></w:output></w:operation></w:binding>`;
  const port = (name: string, bound: string, soap: string): string =>
    `<w:port name="${name}" binding="t:${bound}"><${soap}:address location="http://${name.toLowerCase()}.example/"/></w:port>`;
  const wsdl = `${head}${types(root)}${echo("One")}${echo("Two")}
    ${bind("One11", "One", "s")}${bind("One12", "One", "s12")}${bind("Two11", "Two", "s")}
    <w:service name="First">${port("A", "One11", "s")}${port("B", "One12", "s12")}${port("C", "Two11", "s")}</w:service>
    <w:service name="Second">${port("D", "One11", "s")}</w:service></w:definitions>`;

  it("make one function for each operation, and the port is chosen on the client", async () => {
    folder = folderOf({ "t.wsdl": wsdl });
    const sdk = await compile(["t.wsdl"], { cwd: folder });
    expect(sdk.operations).toMatchObject([
      { name: "One", ports: ["A", "D", "B"] },
      { name: "Two", ports: ["C"] },
    ]);
    const urls: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      urls.push(request.url);
      const text = await request.text();
      return new Response(text, { headers: { "Content-Type": "text/xml" } });
    };
    for (const name of ["A", "B", "D"])
      expect(await sdk.call("One", "x", { fetch, port: name })).toBe("x");
    expect(urls).toEqual([
      "http://a.example/",
      "http://b.example/",
      "http://d.example/",
    ]);
    await expect(sdk.call("Two", "x", { fetch, port: "D" })).rejects.toThrow(
      "C",
    );
  });

  it("double neither types nor functions, and have a client for each service", async () => {
    folder = folderOf({ "t.wsdl": wsdl });
    mkdirSync(join(folder, "api"));
    const { exitCode, err } = await run(folder, [
      "generate",
      "t.wsdl",
      "-o",
      "api",
    ]);
    expect([exitCode, err]).toEqual([0, ""]);
    const text = readFileSync(join(folder, "api/operations.ts"), "utf8");
    const named = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => /^(?:one|two)$/.test(name ?? ""))).toEqual([
      "one",
      "two",
    ]);
    expect(named).toContain("createFirstClient");
    expect(named).toContain("createSecondClient");
    expect(text).toContain('export type FirstPort = "A" | "B" | "C";');
    expect(text).toContain('export type SecondPort = "D";');
  });
});
