import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type DynamicSdk, type Severity } from "../../src/index.js";
import { generateServices, type Generated } from "../../src/pipeline.js";

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

/** The content of an envelope's body. */
export function bodyOf(envelope: string): string {
  return /<(\w+):Body>([\s\S]*)<\/\1:Body>/.exec(envelope)?.[2]?.trim() ?? "";
}
