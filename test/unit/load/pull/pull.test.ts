import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../../../src/cli/run-cli.js";
import { createSink } from "../../../../src/diagnostics/index.js";
import { loadInputs } from "../../../../src/load/index.js";
import { visitRule } from "../../../../src/load/pull/may-visit.js";

type Page = string | { readonly status: number; readonly location?: string };

let server: Server;
let origin: string;
let pages: Map<string, Page>;
let asked: string[];
let folder: string;

beforeEach(async () => {
  asked = [];
  folder = mkdtempSync(join(tmpdir(), "soapstone-pull-"));
  server = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push(url);
    const page = pages.get(url) ?? { status: 404 };
    if (typeof page === "string") return response.end(page);
    const { location } = page;
    response.writeHead(page.status, location === undefined ? {} : { location });
    return response.end("<html>no</html>");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  pages = new Map<string, Page>([
    ["/Shop.svc?wsdl", shop()],
    ["/Shop.svc?xsd=xsd0", items],
    ["/Shop.svc?xsd=xsd1", codes],
  ]);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

function shop(
  imports = `<xs:import namespace="urn:items" schemaLocation="${origin}/Shop.svc?xsd=xsd0"/>`,
): string {
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:i="urn:items" xmlns:t="urn:shop" targetNamespace="urn:shop">
  <types><xs:schema>${imports}</xs:schema></types>
  <message name="Ask"><part name="body" element="i:Item"/></message>
  <portType name="Shop"><operation name="Put"><input message="t:Ask"/></operation></portType>
  <binding name="Shop" type="t:Shop"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="Put"><s:operation soapAction="put"/><input><s:body use="literal"/></input></operation></binding>
</definitions>`;
}

const items = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:codes" targetNamespace="urn:items">
  <xs:import namespace="urn:codes" schemaLocation="?xsd=xsd1"/>
  <xs:element name="Item" type="c:Code"/></xs:schema>`;

/** Imports back: a cycle. */
const codes = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:codes">
  <xs:import namespace="urn:items" schemaLocation="/Shop.svc?xsd=xsd0"/>
  <xs:simpleType name="Code"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>`;

interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

async function pull(
  path: string,
  extra: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  let out = "";
  let err = "";
  const exitCode = await runCli(["pull", `${origin}${path}`, ...extra], {
    cwd: folder,
    environment,
    out: (text) => (out += text),
    err: (text) => (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  return { exitCode, out, err };
}

const stored = (): readonly string[] =>
  readdirSync(join(folder, "specs/Shop")).toSorted();

describe("soapstone pull", () => {
  it("stores a WSDL and what it imports unchanged, each once, with a lock file", async () => {
    const { exitCode, out } = await pull("/Shop.svc?wsdl");
    expect(exitCode).toBe(0);
    expect(out).toContain("pulled 3 documents");
    expect(stored()).toEqual([
      "Shop.wsdl",
      "soapstone.lock.json",
      "xsd0.xsd",
      "xsd1.xsd",
    ]);
    const read = (name: string): string =>
      readFileSync(join(folder, "specs/Shop", name), "utf8");
    expect([read("Shop.wsdl"), read("xsd0.xsd"), read("xsd1.xsd")]).toEqual([
      shop(),
      items,
      codes,
    ]);
    expect(JSON.parse(read("soapstone.lock.json"))).toMatchObject({
      version: 1,
      documents: [
        {
          url: `${origin}/Shop.svc?wsdl`,
          file: "Shop.wsdl",
          sha256: expect.stringMatching(/^[\da-f]{64}$/),
        },
        { url: `${origin}/Shop.svc?xsd=xsd0`, file: "xsd0.xsd" },
        { url: `${origin}/Shop.svc?xsd=xsd1`, file: "xsd1.xsd" },
      ],
    });
    expect(asked).toHaveLength(3);
  });

  it("makes a folder that loads without a diagnostic and without the network", async () => {
    await pull("/Shop.svc?wsdl");
    asked = [];
    const sink = createSink();
    const { documents } = await loadInputs(["specs/Shop/Shop.wsdl"], {
      sink,
      cwd: folder,
    });
    expect(sink.diagnostics).toEqual([]);
    expect(documents).toHaveLength(3);
    expect(asked).toEqual([]);
  });

  it("says when a pulled document was edited", async () => {
    await pull("/Shop.svc?wsdl");
    writeFileSync(join(folder, "specs/Shop/xsd1.xsd"), `${codes}\n`);
    const sink = createSink();
    await loadInputs(["specs/Shop"], { sink, cwd: folder });
    expect(sink.diagnostics.map(({ code }) => code)).toEqual([
      "load/differs-from-lock",
    ]);
  });

  it("refuses a lock file that is damaged", async () => {
    await pull("/Shop.svc?wsdl");
    writeFileSync(join(folder, "specs/Shop/soapstone.lock.json"), "<<<<<<<");
    const sink = createSink();
    await loadInputs(["specs/Shop"], { sink, cwd: folder });
    expect(sink.diagnostics.map(({ code }) => code)).toContain(
      "load/invalid-lock",
    );
  });

  it("tells what changed when it runs again, and removes what is no longer imported", async () => {
    await pull("/Shop.svc?wsdl");
    const same = await pull("/Shop.svc?wsdl");
    expect(same.out).toContain("0 changed, 3 unchanged");
    pages.set("/Shop.svc?xsd=xsd0", items.replace(/<xs:import[^>]*>/, ""));
    const { out } = await pull("/Shop.svc?wsdl");
    expect(out).toContain("1 changed, 1 unchanged");
    expect(stored()).toEqual(["Shop.wsdl", "soapstone.lock.json", "xsd0.xsd"]);
  });

  it("follows a redirect and takes locations from where it led", async () => {
    pages.set("/old?wsdl", { status: 302, location: "/Shop.svc?wsdl" });
    pages.set(
      "/Shop.svc?wsdl",
      shop(
        '<xs:import namespace="urn:items" schemaLocation="Shop.svc?xsd=xsd0"/>',
      ),
    );
    const { exitCode } = await pull("/old?wsdl", ["--name", "Shop"]);
    expect(exitCode).toBe(0);
    expect(stored()).toHaveLength(4);
  });

  it("gives up on endless redirects and writes nothing", async () => {
    pages.set("/Shop.svc?wsdl", { status: 302, location: "/Shop.svc?wsdl" });
    const { exitCode, err } = await pull("/Shop.svc?wsdl");
    expect(exitCode).toBe(5);
    expect(err).toContain("redirects more than 5 times");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("does not follow a redirect to a file", async () => {
    pages.set("/Shop.svc?wsdl", { status: 302, location: "file:///etc/hosts" });
    const { exitCode, err } = await pull("/Shop.svc?wsdl");
    expect(exitCode).toBe(5);
    expect(err).toContain("neither http: nor https:");
  });

  it("writes nothing when an include is missing", async () => {
    pages.set(
      "/Shop.svc?wsdl",
      shop('<xs:include schemaLocation="/gone.xsd"/>'),
    );
    const { exitCode, err } = await pull("/Shop.svc?wsdl");
    expect(exitCode).toBe(5);
    expect(err).toContain("load/fetch-failed");
    expect(err).toContain("the server answers 404");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("refuses a web page", async () => {
    pages.set("/Shop.svc?wsdl", "<!DOCTYPE html><title>Log in</title>");
    const { exitCode, err } = await pull("/Shop.svc?wsdl");
    expect(exitCode).toBe(1);
    expect(err).toContain("load/html-page");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["--offline", ["--offline"], {}],
    ["CI", [], { CI: "true" }],
  ] as const)("asks no server with %s", async (_, flags, environment) => {
    const { exitCode, err } = await pull("/Shop.svc?wsdl", flags, environment);
    expect(exitCode).toBe(5);
    expect(err).toContain("load/offline");
    expect(asked).toEqual([]);
  });

  it("keeps hostile names inside the folder", async () => {
    pages.set(
      "/Shop.svc?wsdl",
      shop('<xs:include schemaLocation="?xsd=..%2F..%2Fescape"/>'),
    );
    pages.set(
      "/Shop.svc?xsd=..%2F..%2Fescape",
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
    );
    await pull("/Shop.svc?wsdl");
    expect(stored()).toEqual([
      "Shop.wsdl",
      "escape.xsd",
      "soapstone.lock.json",
    ]);
  });

  it("does not replace files of the user", async () => {
    await pull("/Shop.svc?wsdl", ["-o", "there"]);
    rmSync(join(folder, "there/soapstone.lock.json"));
    writeFileSync(join(folder, "there/Shop.wsdl"), "mine");
    const { exitCode } = await pull("/Shop.svc?wsdl", ["-o", "there"]);
    expect(exitCode).toBe(5);
    expect(readFileSync(join(folder, "there/Shop.wsdl"), "utf8")).toBe("mine");
  });
});

describe("visitRule", () => {
  it.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://169.254.169.254/latest",
    "http://192.168.1.1/",
    "http://localhost:80/",
    "http://2130706433/",
    "http://100.64.0.1/",
    "http://[64:ff9b::a00:1]/",
    "http://intranet/",
    "http://printer.lan/",
  ])("keeps a public document from leading to %s", async (url) => {
    const rule = visitRule("https://example.com/a?wsdl", noName);
    expect(await rule(url)).toMatch(/private/);
    expect(await visitRule("http://10.0.0.7/a?wsdl", noName)(url)).toBe(
      undefined,
    );
  });

  it.each([["10.0.0.1"], ["93.184.215.14", "::1"], ["fd00::1"]])(
    "nor to a public name with the address %s",
    async (...addresses) => {
      const rule = visitRule(
        "https://example.com/a?wsdl",
        async () => addresses,
      );
      expect(await rule("http://rebind.example.org/a.xsd")).toMatch(/private/);
    },
  );

  it("lets documents lead to other public hosts", async () => {
    const rule = visitRule("https://example.com/a?wsdl", async () => [
      "93.184.215.14",
      "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
    ]);
    expect(await rule("http://schemas.example.org/a.xsd")).toBe(undefined);
  });

  it("asks for no name where it need not", async () => {
    const url = "https://example.com/a?wsdl";
    expect(await visitRule(url, noName)(`${url}&xsd=1`)).toBe(undefined);
  });
});

function noName(name: string): Promise<never> {
  return Promise.reject(new Error(`asked for ${name}`));
}
