import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type DynamicSdk, type Severity } from "../../src/index.js";
import { generateServices, type Generated } from "../../src/pipeline.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";

/** A schema, and what TypeScript and the wire make of its element `Root`. */
export interface Construct {
  /** What is shown, as the end of a test name. */
  readonly shows: string;
  /** Content of a schema of `urn:t`, whose prefix is `t`. */
  readonly schema: string;
  /** A value of Root, and the content of the envelope's body. */
  readonly value: unknown;
  readonly xml: string;
  /** TypeScript expressions that a `Root` must take, beside the value. */
  readonly accepts?: readonly string[];
  /** TypeScript expressions that a `Root` must not take. */
  readonly rejects: readonly string[];
  /** Name of Root's TypeScript type, where it has none of its own. */
  readonly typeName?: string;
  /** More attributes of `xs:schema`, and further documents by file name. */
  readonly attributes?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Codes of the warnings it raises. */
  readonly warns?: readonly string[];
  /** Other messages that decode to the same value. */
  readonly sameAs?: readonly string[];
  /** Messages that decoding refuses, and values that encoding refuses. */
  readonly refused?: readonly string[];
  readonly unsendable?: readonly unknown[];
}

/** A WSDL with one document/literal operation `Put`, whose request is the element `Root`. */
export function wsdlOf(schema: string, attributes = ""): string {
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
  <types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified" ${attributes}>${schema}</xs:schema></types>
  <message name="Put"><part name="body" element="t:Root"/></message>
  <portType name="Port"><operation name="Put"><input message="t:Put"/><output message="t:Put"/></operation></portType>
  <binding name="Binding" type="t:Port">
    <s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="Put"><s:operation soapAction="urn:t/Put"/>
      <input><s:body use="literal"/></input><output><s:body use="literal"/></output></operation>
  </binding>
  <service name="Service"><port name="Port" binding="t:Binding"><s:address location="http://example.com/t"/></port></service>
</definitions>
`;
}

export interface ReadFiles {
  readonly folder: string;
  readonly sdk: DynamicSdk;
  readonly generated: Generated;
  /** Text of a generated file; '' when there is none. */
  file(name: string): string;
}

/** Makes an SDK of some files, of which the first is the input: in memory, and as text. */
export async function readFiles(
  files: Readonly<Record<string, string>>,
  service = "sdk",
  severities: ReadonlyMap<string, Severity> = new Map(),
): Promise<ReadFiles> {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-wsdl-"));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  const inputs = Object.keys(files).slice(0, 1);
  const generated = await generateServices(
    [{ name: service, inputs, folder: service }],
    {
      cwd: folder,
      importExtension: ".js",
      severities,
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
    new Map(),
  );
  const sdk = await compile(inputs, { cwd: folder, severities });
  const texts = generated.services.flatMap((each) => each.files);
  return {
    folder,
    sdk,
    generated,
    file: (name) =>
      texts.find(({ path }) => path === `${service}/${name}`)?.text ?? "",
  };
}

/** Opening tag of a WSDL of `urn:t`: prefixes `w` (WSDL), `s` and `s12` (SOAP), `h` (HTTP), `m` (MIME), `x` (XSD), `t`. */
export const head = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" xmlns:m="http://schemas.xmlsoap.org/wsdl/mime/"
  xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">`;

/** SOAP over HTTP, as a binding's `transport`. */
export const overHttp = "http://schemas.xmlsoap.org/soap/http";

/** `wsdl:types` with a schema of `urn:t`. */
export function types(schema: string): string {
  return `<w:types><x:schema targetNamespace="urn:t" elementFormDefault="qualified">${schema}</x:schema></w:types>`;
}

/** A service `S` with a port `P` of the binding `t:B`. */
export const service = `<w:service name="S"><w:port name="P" binding="t:B"><s:address location="http://example.com/s"/></w:port></w:service></w:definitions>`;

/** A SOAP 1.1 envelope. */
export function envelope(body: string, header = ""): string {
  const headers = header === "" ? "" : `<e:Header>${header}</e:Header>`;
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">${headers}<e:Body>${body}</e:Body></e:Envelope>`;
}

/** A `fetch` that always gives one answer, and the requests it got. */
export function answeringFetch(
  body: string | Uint8Array,
  { status = 200, contentType = "text/xml" } = {},
): { readonly fetch: typeof fetch; readonly sent: Request[] } {
  const sent: Request[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      // The types of some platforms do not count bytes over shared memory as a body; these never are.
      const content = body as string;
      return new Response(content, {
        status,
        headers: { "Content-Type": contentType },
      });
    },
  };
}

/** Compiles generated files with lines of their user; what the compiler says, '' when it is content. */
export function typeCheckUser(
  { folder, generated }: Pick<ReadFiles, "folder" | "generated">,
  lines: readonly string[],
): string {
  const work = join(folder, "project");
  const text = `import * as sdk from "./sdk/index.js";\n${lines.join("\n")}\n`;
  writePlanned(work, [
    ...generated.services.flatMap(({ files }) => files),
    ...generated.sharedFiles,
    { path: "user.ts", text },
  ]);
  return typeCheck(work, { compiler: "typescript" });
}

/** Codes of everything that was reported. */
export function codesOf({ generated }: ReadFiles): readonly string[] {
  return generated.services.flatMap(({ diagnostics }) =>
    diagnostics.map(({ code }) => code),
  );
}

/** The content of an envelope's body. */
export function bodyOf(envelope: string): string {
  return /<(\w+):Body>([\s\S]*)<\/\1:Body>/.exec(envelope)?.[2]?.trim() ?? "";
}
