import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compile } from "../../src/index.js";
import { folderOf, run, type Run } from "./command-line.js";
import { envelope, wsdlOf } from "./construct.js";

let server: Server;
let origin: string;
let folder: string;
let asked: string[];
/** Documents by path; `-> path` is a redirect. */
let pages: Map<string, string>;

beforeEach(async () => {
  asked = [];
  folder = folderOf({});
  server = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push(url);
    const page = pages.get(url);
    const location = /^-> (.*)/.exec(page ?? "")?.[1];
    if (location !== undefined) response.writeHead(302, { location });
    else if (page === undefined) response.writeHead(404);
    response.end(page);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  pages = new Map([
    ["/old?wsdl", "-> /svc/Put.asmx?wsdl"],
    ["/svc/Put.asmx?wsdl", wsdlOf('<xs:include schemaLocation="?xsd=1"/>')],
    ["/svc/Put.asmx?xsd=1", schema],
  ]);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
  <xs:element name="Root"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="fetched"/></xs:restriction></xs:simpleType></xs:element></xs:schema>`;

function generate(
  path: string,
  extra: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const args = ["generate", `${origin}${path}`, "-o", "api", ...extra];
  return run(folder, args, environment);
}

const generated = (file: string): string =>
  readFileSync(join(folder, "api", file), "utf8");

describe("soapstone generate URL", () => {
  it("fetches the document and what it imports, over redirects, and stores nothing but the SDK", async () => {
    const { exitCode, out, err } = await generate("/old?wsdl");
    expect([exitCode, err]).toEqual([0, ""]);
    expect(asked).toEqual([
      "/old?wsdl",
      "/svc/Put.asmx?wsdl",
      "/svc/Put.asmx?xsd=1",
    ]);
    expect(generated("types.ts")).toContain('"fetched"');
    expect(out).toContain("read old: 2 documents");
    expect(readdirSync(folder)).toEqual(["api"]);
  });

  it("names the documents in comments without the host, and in diagnostics with it", async () => {
    await generate("/svc/Put.asmx?wsdl");
    expect(generated("operations.ts")).toContain("@see Put.asmx?wsdl:5");
    expect(generated("operations.ts")).not.toContain(origin);
    pages.set(
      "/svc/Put.asmx?xsd=1",
      schema.replaceAll("xs:string", "xs:strin"),
    );
    const { exitCode, err } = await generate("/svc/Put.asmx?wsdl");
    expect(exitCode).toBe(1);
    expect(err).toContain(`${origin}/svc/Put.asmx?xsd=1:2`);
  });

  it("reads documentation pages, too", async () => {
    const message = envelope("<Ping xmlns='urn:p'><Id>int</Id></Ping>");
    const escaped = message.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    pages.set(
      "/help",
      `<html><body><pre>POST /p.asmx HTTP/1.1\nHost: example.com\nContent-Type: text/xml; charset=utf-8\nContent-Length: length\nSOAPAction: "urn:p/Ping"\n\n&lt;?xml version="1.0" encoding="utf-8"?&gt;\n${escaped}</pre></body></html>`,
    );
    const { exitCode } = await generate("/help");
    expect(exitCode).toBe(0);
    expect(generated("operations.ts")).toContain("export const ping =");
  });

  it("takes a document from the user's catalog instead of fetching it", async () => {
    folder = folderOf({ "mine.xsd": schema.replace("fetched", "mine") });
    await generate("/svc/Put.asmx?wsdl", ["--catalog", "?xsd=1=mine.xsd"]);
    expect(generated("types.ts")).toContain('"mine"');
    expect(asked).toEqual(["/svc/Put.asmx?wsdl"]);
  });

  it.each([
    ["a document that is not there", "/missing", "404"],
    ["redirects without end", "/loop", "redirects more than"],
    ["a redirect to another scheme", "/scheme", "neither http: nor https:"],
  ])("refuses %s", async (_, path, reason) => {
    pages.set("/loop", "-> /loop").set("/scheme", "-> file:///etc/passwd");
    const { exitCode, err } = await generate(path);
    expect(exitCode).toBe(5);
    expect(err).toContain("load/fetch-failed");
    expect(err).toContain(reason);
    expect(existsSync(join(folder, "api"))).toBe(false);
  });

  it.each([
    ["--offline", ["--offline"], {}],
    ["CI", [], { CI: "true" }],
    ["SOAPSTONE_OFFLINE", [], { SOAPSTONE_OFFLINE: "1" }],
  ] as const)(
    "fetches nothing with %s, and names the command that stores the documents",
    async (_, flags, environment) => {
      const { exitCode, err } = await generate("/old?wsdl", flags, environment);
      expect(exitCode).toBe(5);
      expect(err).toContain("load/offline");
      expect(err).toContain(`soapstone pull ${origin}/old?wsdl`);
      expect(asked).toEqual([]);
    },
  );

  it("fetches nothing for documents on the disk, whatever they import", async () => {
    const location = `${origin}/svc/Put.asmx?xsd=1`;
    folder = folderOf({
      "t.wsdl": wsdlOf(`<xs:include schemaLocation="${location}"/>`),
    });
    const { exitCode, err } = await run(folder, ["generate", "t.wsdl"]);
    expect(exitCode).toBe(1);
    expect(err).toContain("load/unresolved-import");
    expect(asked).toEqual([]);
  });
});

describe("compile", () => {
  it("fetches inputs that are URLs, unless it is told not to", async () => {
    const sdk = await compile([`${origin}/old?wsdl`]);
    expect(sdk.operations.map(({ name }) => name)).toEqual(["Put"]);
    asked = [];
    const refused = compile([`${origin}/old?wsdl`], { offline: true });
    await expect(refused).rejects.toThrow("soapstone is offline");
    expect(asked).toEqual([]);
  });
});

describe("a catalog", () => {
  const wsdl = wsdlOf('<xs:include schemaLocation="http://other.example/r"/>');
  const files = { "t.wsdl": wsdl, "lib/r.xsd": schema };
  const mapping = "http://other.example/r=lib/r.xsd";

  it.each([
    ["the flag", ["--catalog", mapping], {}, {}],
    ["the environment", [], { SOAPSTONE_CATALOG: mapping }, {}],
    [
      "the config",
      [],
      {},
      { catalog: { "http://other.example/r": "lib/r.xsd" } },
    ],
  ] as const)(
    "given by %s maps a location to a file",
    async (_, flags, environment, config) => {
      folder = folderOf({
        ...files,
        "soapstone.config.json": JSON.stringify(config),
      });
      const args = ["generate", "t.wsdl", "-o", "api", ...flags];
      const { exitCode, err } = await run(folder, args, environment);
      expect([exitCode, err]).toEqual([0, ""]);
      expect(generated("types.ts")).toContain('"fetched"');
    },
  );

  it("without a file is an error of usage", async () => {
    folder = folderOf(files);
    const args = ["generate", "t.wsdl", "--catalog", "http://other.example/r"];
    const { exitCode, err } = await run(folder, args);
    expect(exitCode).toBe(2);
    expect(err).toContain("LOCATION=FILE");
  });
});
