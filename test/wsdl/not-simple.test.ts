import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { exportWsdl } from "../../src/export/index.js";
import { readFiles, wsdlOf } from "./construct.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const schema = `
  <xs:complexType name="C"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>
  <xs:simpleType name="L"><xs:list itemType="t:C"/></xs:simpleType>
  <xs:simpleType name="U"><xs:union memberTypes="t:C t:None xs:int"/></xs:simpleType>
  <xs:element name="Root"><xs:complexType><xs:simpleContent><xs:extension base="t:None">
    <xs:attribute name="x" type="t:C"/><xs:attribute name="y" type="t:None"/><xs:attribute ref="t:none"/>
    <xs:attribute name="l" type="t:L"/><xs:attribute name="u" type="t:U"/>
  </xs:extension></xs:simpleContent></xs:complexType></xs:element>`;

it("what is no simple type where one is needed is unknown text, once its errors are lowered", async () => {
  const codes = ["type", "attribute"].map((what) => `link/unresolved-${what}`);
  const severities = new Map(
    [...codes, "link/not-simple"].map((code) => [code, "warning"] as const),
  );
  const files = { "t.wsdl": wsdlOf(schema) };
  const read = await readFiles(files, "sdk", severities);
  folders.push(read.folder);
  expect(read.file("types.ts")).toContain("$value: unknown;");
  expect(read.file("types.ts")).toContain("x?: unknown;");
  const value = { $value: "text", x: "1", y: "2", none: "3", l: ["4"], u: "5" };
  const { body } = read.sdk.encodeRequest("Put", value);
  expect(read.sdk.decodeResponse("Put", String(body))).toEqual(value);
});

it("qualified attributes of a group from another namespace are exported as declarations there", async () => {
  const read = await readFiles({
    "t.wsdl": wsdlOf(
      '<xs:import namespace="urn:o" schemaLocation="o.xsd"/><xs:element name="Root"><xs:complexType><xs:attributeGroup ref="o:G"/></xs:complexType></xs:element>',
      'xmlns:o="urn:o"',
    ),
    "o.xsd":
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o" attributeFormDefault="qualified"><xs:attributeGroup name="G"><xs:attribute name="a" type="xs:int"/></xs:attributeGroup></xs:schema>',
  });
  folders.push(read.folder);
  const [service] = read.generated.services;
  if (service === undefined) throw new Error("nothing was generated");
  const again = await readFiles({ "x.wsdl": exportWsdl(service.model) });
  folders.push(again.folder);
  const { body } = again.sdk.encodeRequest("Put", { a: 7 });
  expect(String(body)).toMatch(/xmlns:(\w+)="urn:o".* \1:a="7"/);
});
