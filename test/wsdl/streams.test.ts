import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { generateServices, type Generated } from "../../src/pipeline.js";
import { head, overHttp, service, types, typeCheckUser } from "./construct.js";

const parts = `<m:multipartRelated><m:part><s:body parts="body" use="literal"/></m:part><m:part><m:content part="photo" type="image/png"/></m:part></m:multipartRelated>`;
const wsdl = `${head}${types(
  `<x:element name="Put" type="t:File"/><x:element name="Got" type="t:File"/>
   <x:simpleType name="Thumbnail"><x:restriction base="x:base64Binary"><x:maxLength value="100"/></x:restriction></x:simpleType>
   <x:simpleType name="Long"><x:restriction base="x:base64Binary"><x:minLength value="60"/></x:restriction></x:simpleType>
   <x:complexType name="File"><x:sequence><x:element name="Name" type="x:string"/><x:element name="Data" type="x:base64Binary"/>
     <x:element name="Small" type="t:Thumbnail" minOccurs="0" maxOccurs="unbounded"/><x:element name="Large" type="t:Long"/></x:sequence></x:complexType>
   <x:element name="Ping"><x:complexType/></x:element><x:complexType name="BinaryContent"><x:sequence/></x:complexType>`,
)}
  <w:message name="PutIn"><w:part name="body" element="t:Put"/><w:part name="photo" type="x:base64Binary"/></w:message>
  <w:message name="PutOut"><w:part name="body" element="t:Got"/></w:message>
  <w:message name="PingIn"><w:part name="body" element="t:Ping"/></w:message>
  <w:portType name="Port"><w:operation name="Put"><w:input message="t:PutIn"/><w:output message="t:PutOut"/></w:operation>
    <w:operation name="Ping"><w:input message="t:PingIn"/><w:output message="t:PingIn"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port"><s:binding transport="${overHttp}"/>
    <w:operation name="Put"><s:operation soapAction=""/><w:input>${parts}</w:input><w:output><s:body use="literal"/></w:output></w:operation>
    <w:operation name="Ping"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>${service}`;

let folder: string;
let generated: Generated;
const file = (name: string): string =>
  generated.services[0]?.files.find(({ path }) => path === `sdk/${name}`)
    ?.text ?? "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-streams-"));
  writeFileSync(join(folder, "files.wsdl"), wsdl);
  generated = await generateServices(
    [{ name: "sdk", inputs: ["files.wsdl"], folder: "sdk" }],
    {
      cwd: folder,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map([["xs:base64Binary", "stream"]]),
    },
    new Map(),
  );
});

describe("binary types that are streams", () => {
  it("are contents wherever they are", () => {
    expect(generated.services[0]?.diagnostics).toEqual([]);
    const text = file("types.ts");
    expect(text).toContain("Data: BinaryContent;");
    expect(text).toContain("export type Thumbnail = BinaryContent;");
    // The schema's own type has to go by another name.
    expect(text).toMatch(/export type BinaryContent2 =/);
    expect(file("fixtures/Put.ts")).toContain("binaryContent(Uint8Array.of(");
    expect(file("fixtures/Put.request.xml")).toContain(">AQ==</");
  });

  it("bring what they need to the operations that have them only", () => {
    const [put = "", ping = ""] = file("operations.ts").split('name: "Ping"');
    expect(put).toContain("features.streams");
    expect(put).toContain("streams: true");
    expect(ping).not.toContain("streams");
  });

  it("are formatted as prettier would", async () => {
    for (const { path, text } of generated.services[0]?.files ?? []) {
      if (!path.endsWith(".ts")) continue;
      expect([path, await check(text, { filepath: path })]).toEqual([
        path,
        true,
      ]);
    }
  });

  it("take blobs, and nothing else that is no content", () => {
    const said = typeCheckUser({ folder, generated }, [
      `const { binaryContent, createSClient, mtom, put } = sdk;`,
      `const client = createSClient({ packaging: mtom() });`,
      `const Large = new Blob();`,
      `const photo: sdk.BinaryContent = binaryContent(new Uint8Array(1));`,
      `const stream = (await fetch("http://localhost/")).body;`,
      `if (stream !== null) {`,
      `  const Data = binaryContent(stream, "image/png");`,
      `  const got = await put(client, { body: { Name: "", Data, Large, Small: [photo] }, photo });`,
      `  await got.Data.stream().pipeTo(new WritableStream());`,
      `  // What was received can be sent.`,
      `  await put(client, { body: got, photo: got.Large });`,
      `  // @ts-expect-error bytes are no content`,
      `  await put(client, { body: { Name: "", Data: new Uint8Array(1), Large }, photo });`,
      `}`,
    ]);
    expect(said).toBe("");
  });
});
