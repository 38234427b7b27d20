import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { folderOf, run, type Run } from "./command-line.js";
import { head, overHttp, types, wsdlOf } from "./construct.js";

let folder = "";
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function generate(
  files: Readonly<Record<string, string>>,
  extra: readonly string[] = [],
): Promise<Run> {
  folder = folderOf(files);
  const [input = ""] = Object.keys(files);
  return run(folder, ["generate", input, "-o", "api", ...extra]);
}

const generated = (file: string): string =>
  readFileSync(join(folder, "api", file), "utf8");

const exists = (file: string): boolean => existsSync(join(folder, file));

describe("a reference that leads nowhere", () => {
  const wsdl = wsdlOf(
    `<xs:element name="Root"><xs:complexType><xs:sequence><xs:element name="a" type="t:Colour"/><xs:element name="b" type="t:Colour" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
    <xs:simpleType name="Color"><xs:restriction base="xs:string"/></xs:simpleType>`,
  );

  it("is an error: one for all its users, with place, source line and the name that was meant", async () => {
    const { exitCode, err } = await generate({ "t.wsdl": wsdl });
    expect(exitCode).toBe(1);
    expect(err.match(/link\/unresolved-type/g)).toHaveLength(1);
    expect(err).toContain("did you mean {urn:t}Color?");
    expect(err).toMatch(/t\.wsdl:3:\d+/);
    expect(err).toContain("also used here");
    expect(err).toMatch(/3 \| .*type="t:Colour"/);
    expect(err).toContain("nothing was written");
    expect(exists("api")).toBe(false);
  });

  it("is unknown, with a comment that says why, where the config lowers the error", async () => {
    const config = { severities: { "link/unresolved-type": "warning" } };
    const { exitCode, err } = await generate({
      "t.wsdl": wsdl,
      "soapstone.config.json": JSON.stringify(config),
    });
    expect(exitCode).toBe(0);
    expect(err).toContain("warning link/unresolved-type");
    expect(generated("types.ts")).toMatch(
      /\/\*\*\s*\* Unknown: [^\n]*Colour[^\n]*\n[\s\S]*?a: unknown;/,
    );
  });
});

describe("WSDL components that refer to nothing", () => {
  const two = (binding: string, porttype = ""): string =>
    `${head}${types('<x:element name="Root" type="x:string"/>')}
  <w:message name="Put"><w:part name="body" element="t:Root"/></w:message>
  <w:portType name="Port"><w:operation name="Put"><w:input message="t:Put"/></w:operation>${porttype}</w:portType>
  <w:binding name="B" type="t:Port"><s:binding transport="${overHttp}"/>
    <w:operation name="Put"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input></w:operation>${binding}</w:binding>
  <w:service name="S"><w:port name="P" binding="t:B"><s:address location="http://example.com/"/></w:port></w:service></w:definitions>`;

  it.each([
    [
      "a port without its binding",
      two("").replace('binding="t:B"', 'binding="t:b2"'),
      ["error", "link/unresolved-binding", "did you mean B?"],
    ],
    [
      "a binding without its port type",
      two("").replace('type="t:Port"', 'type="t:Ports"'),
      ["error", "link/unresolved-port-type", "did you mean Port?"],
    ],
    [
      "an operation without its message",
      two("").replace('message="t:Put"', 'message="t:Putt"'),
      ["error", "link/unresolved-message", "did you mean Put?"],
    ],
    [
      "a header without its part",
      two("").replace(
        "<w:input><s:body",
        '<w:input><s:header message="t:Put" part="bodi" use="literal"/><s:body',
      ),
      ["error", "link/unresolved-header", "did you mean body?"],
    ],
    [
      "an operation that only the binding has",
      two(
        '<w:operation name="Puts"><w:input><s:body use="literal"/></w:input></w:operation>',
      ),
      ["warning", "link/unresolved-operation", "did you mean Put?"],
    ],
    [
      "an operation that only the port type has",
      two(
        "",
        '<w:operation name="Get"><w:input message="t:Put"/></w:operation>',
      ),
      ["warning", "link/unbound-operation", "the operation Get"],
    ],
  ])("%s", async (_, wsdl, [severity, code, text]) => {
    const { exitCode, err } = await generate({ "t.wsdl": wsdl });
    expect(exitCode).toBe(severity === "error" ? 1 : 0);
    expect(err.match(/^(?:error|warning) \S+/gm)).toEqual([
      `${severity} ${code}`,
    ]);
    expect(err).toContain(text);
  });

  it("are one finding where several bindings lead to them", async () => {
    const wsdl = two("")
      .replace('message="t:Put"', 'message="t:Missing"')
      .replace(
        "<w:service",
        `<w:binding name="B2" type="t:Port"><s:binding transport="${overHttp}"/><w:operation name="Put"/></w:binding><w:service`,
      );
    const { err } = await generate({ "t.wsdl": wsdl });
    expect(err.match(/^error /gm)).toHaveLength(1);
  });
});

describe("an input without a callable operation", () => {
  const schema = `<x:element name="Root"><x:complexType><x:sequence><x:element name="a" type="x:int"/></x:sequence></x:complexType></x:element>`;
  const portType = `<w:message name="Put"><w:part name="body" element="t:Root"/></w:message>
    <w:portType name="Port"><w:operation name="Put"><w:input message="t:Put"/></w:operation></w:portType>`;

  it.each([
    [
      "a schema alone",
      "t.xsd",
      `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">${schema}</x:schema>`,
      "the input has types, but no operations",
    ],
    [
      "a port type without a binding",
      "t.wsdl",
      `${head}${types(schema)}${portType}</w:definitions>`,
      "no SOAP or HTTP binding carries the port type Port",
    ],
    [
      "a port type with a binding of another protocol only",
      "t.wsdl",
      `${head}${types(schema)}${portType}<w:binding name="B" type="t:Port"><j:binding xmlns:j="urn:jms"/></w:binding></w:definitions>`,
      "no SOAP or HTTP binding carries the port type Port",
    ],
  ])(
    "gives types and codecs, and says why there are no functions: %s",
    async (_, name, text, reason) => {
      const { exitCode, err } = await generate({ [name]: text });
      expect(exitCode).toBe(0);
      expect(err).toContain("link/no-callable-operation");
      expect(err).toContain(reason);
      expect(generated("types.ts")).toContain("a: number;");
      expect(generated("schemas.ts")).toMatch(/RootElement\b/);
      expect(exists("api/fixtures")).toBe(false);
    },
  );
});

describe("a selection", () => {
  const operation = (name: string): string =>
    `<w:operation name="${name}"><w:input message="t:${name}"/></w:operation>`;
  const bound = (name: string, soap: string): string =>
    `<w:operation name="${name}"><${soap}:operation soapAction=""/><w:input><${soap}:body use="literal"/></w:input></w:operation>`;
  const binding = (
    name: string,
    portType: string,
    soap: string,
    operations: readonly string[],
  ): string =>
    `<w:binding name="${name}" type="t:${portType}"><${soap}:binding transport="${overHttp}"/>${operations.map((each) => bound(each, soap)).join("")}</w:binding>`;
  const port = (name: string, soap: string): string =>
    `<w:port name="${name}" binding="t:${name}"><${soap}:address location="http://example.com/${name}"/></w:port>`;
  const names = ["GetOne", "GetAll", "PutOne", "Ping"];
  const wsdl = `${head}${types(names.map((name) => `<x:element name="${name}" type="t:${name}Type"/><x:complexType name="${name}Type"><x:sequence/></x:complexType>`).join(""))}
  ${names.map((name) => `<w:message name="${name}"><w:part name="body" element="t:${name}"/></w:message>`).join("")}
  <w:portType name="Store">${["GetOne", "GetAll", "PutOne"].map(operation).join("")}</w:portType>
  <w:portType name="Health">${operation("Ping")}</w:portType>
  ${binding("Soap11", "Store", "s", ["GetOne", "GetAll", "PutOne"])}${binding("Soap12", "Store", "s12", ["GetOne", "GetAll"])}${binding("Health", "Health", "s", ["Ping"])}
  <w:service name="StoreService">${port("Soap11", "s")}${port("Soap12", "s12")}</w:service>
  <w:service name="HealthService">${port("Health", "s")}</w:service></w:definitions>`;

  const kept = (): Readonly<
    Record<"functions" | "types", readonly string[]>
  > => {
    const namesIn = (file: string, pattern: RegExp): readonly string[] =>
      [...generated(file).matchAll(pattern)].map(([, name = ""]) => name);
    return {
      functions: namesIn(
        "operations.ts",
        /^export const (\w+) = \/\* @__PURE__/gm,
      ),
      types: namesIn("types.ts", /^export (?:type|interface) (\w+)Type\b/gm),
    };
  };

  it.each([
    [
      ["--operations", "Get*"],
      ["getOne", "getAll"],
    ],
    [
      ["--operations", "GetOne,Ping"],
      ["getOne", "ping"],
    ],
    [["--services", "Health*"], ["ping"]],
    [
      ["--ports", "Soap12"],
      ["getOne", "getAll"],
    ],
    [["--ports", "Soap12", "--operations", "*One"], ["getOne"]],
  ])("%j keeps %j and the types that these reach", async (flags, functions) => {
    const { exitCode, err } = await generate({ "t.wsdl": wsdl }, flags);
    expect([exitCode, err]).toEqual([0, ""]);
    expect(kept().functions).toEqual(functions);
    expect(kept().types.map((name) => name.toLowerCase())).toEqual(
      functions.map((name) => name.toLowerCase()),
    );
  });

  it.each([
    [["--operations", "GetOen"], 'No operation matches "GetOen"', '"GetOne"'],
    [["--services", "Stores"], 'No service matches "Stores"', ""],
    [["--ports", "Soap13"], 'No port matches "Soap13"', '"Soap1'],
    [
      ["--services", "HealthService", "--operations", "GetOne"],
      'matches "GetOne and HealthService"',
      "",
    ],
  ])("%j of nothing is refused", async (flags, message, near) => {
    const { exitCode, err } = await generate({ "t.wsdl": wsdl }, flags);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(near === "" ? "" : `did you mean ${near}`);
    expect(exists("api")).toBe(false);
  });

  it("with a pattern too many is kept, and the pattern reported", async () => {
    const flags = ["--operations", "Get*,Drop*"];
    const { exitCode, err } = await generate({ "t.wsdl": wsdl }, flags);
    expect(exitCode).toBe(0);
    expect(err).toContain('No operation matches "Drop*"');
  });

  it("may stand in the config", async () => {
    const config = {
      services: {
        one: { inputs: ["t.wsdl"], services: ["StoreService"] },
        two: { inputs: ["t.wsdl"], operations: ["Ping"], ports: ["Health"] },
      },
      output: "api",
    };
    folder = folderOf({
      "t.wsdl": wsdl,
      "soapstone.config.json": JSON.stringify(config),
    });
    const { exitCode } = await run(folder, ["generate"]);
    expect(exitCode).toBe(0);
    expect(generated("one/operations.ts")).toContain("export const putOne =");
    expect(generated("one/operations.ts")).not.toContain("export const ping =");
    expect(generated("two/operations.ts")).toContain("export const ping =");
    expect(generated("two/operations.ts")).not.toContain("Soap12");
  });
});
