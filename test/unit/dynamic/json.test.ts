import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { resolveProject } from "../../../src/config/index.js";
import { createSink } from "../../../src/diagnostics/index.js";
import { listFixtures } from "../../../src/list-fixtures.js";
import { compile } from "../../../src/index.js";
import { readJson } from "../../../src/source/index.js";
import { readFiles, wsdlOf } from "../../wsdl/construct.js";

const root = join(import.meta.dirname, "../../..");
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** What a user gets who saves JSON that soapstone printed and gives it back. */
function printAndRead(json: unknown): unknown {
  const result = readJson(JSON.stringify(json), { keepsDigits: true });
  if (result.kind === "problem") throw new Error(result.reason);
  return result.reading.value;
}

const schema = `
  <xs:complexType name="Base"><xs:sequence><xs:element name="n" type="xs:long"/></xs:sequence></xs:complexType>
  <xs:complexType name="More"><xs:complexContent><xs:extension base="t:Base"><xs:sequence>
    <xs:element name="b" type="xs:base64Binary" maxOccurs="unbounded"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="Head" type="xs:long"/><xs:element name="Other" type="xs:hexBinary" substitutionGroup="t:Wide"/>
  <xs:element name="Wide" type="xs:anySimpleType"/>
  <xs:element name="Root"><xs:complexType><xs:sequence>
    <xs:element name="long" type="xs:long"/><xs:element name="decimal" type="xs:decimal"/>
    <xs:element name="double" type="xs:double" maxOccurs="4"/><xs:element name="hex" type="xs:hexBinary"/>
    <xs:element name="list"><xs:simpleType><xs:list itemType="xs:unsignedLong"/></xs:simpleType></xs:element>
    <xs:element name="either" maxOccurs="3"><xs:simpleType><xs:union memberTypes="xs:long xs:string"/></xs:simpleType></xs:element>
    <xs:element name="base" type="t:Base"/><xs:element name="name" type="xs:QName"/>
    <xs:element name="gone" type="xs:long" nillable="true"/>
    <xs:choice maxOccurs="unbounded"><xs:element name="x" type="xs:integer"/><xs:element name="y" type="xs:string"/></xs:choice>
    <xs:element ref="t:Wide"/><xs:element name="any" type="xs:anyType"/>
  </xs:sequence><xs:attribute name="id" type="xs:integer"/></xs:complexType></xs:element>`;

const value = {
  id: 123456789012345678901234567890n,
  long: 9223372036854775807n,
  decimal: "1.10",
  double: [1.5, Infinity, -Infinity, NaN],
  hex: Uint8Array.of(0xca, 0xfe),
  list: [1n, 18446744073709551615n],
  either: [5n, "5x", 7n],
  base: { $type: "More", n: -1n, b: [Uint8Array.of(1), Uint8Array.of()] },
  name: { namespace: "urn:t", local: "Root" },
  gone: null,
  $choice: [{ x: 1n }, { y: "1" }, { x: 2n }],
  Wide: { Other: Uint8Array.of(1) },
  any: { name: "{urn:t}any", children: ["text"] },
};

describe("values as JSON", () => {
  it("come back as they were, whatever their type", async () => {
    const read = await readFiles({ "t.wsdl": wsdlOf(schema) });
    folders.push(read.folder);
    const json = read.sdk.toJson("Put", value);
    expect(json).toMatchObject({
      id: "123456789012345678901234567890",
      double: [1.5, "INF", "-INF", "NaN"],
      hex: "CAFE",
      base: { $type: "More", n: "-1", b: ["AQ==", ""] },
    });
    const back = read.sdk.fromJson("Put", printAndRead(json));
    expect(back).toEqual(value);
  });

  it("may be numbers where numbers lose nothing", async () => {
    const read = await readFiles({ "t.wsdl": wsdlOf(schema) });
    folders.push(read.folder);
    const given = readJson(
      '{"long": 5, "id": 12345678901234567890, "decimal": 1.10}',
      {
        keepsDigits: true,
      },
    );
    if (given.kind === "problem") throw new Error(given.reason);
    expect(read.sdk.fromJson("Put", given.reading.value)).toEqual({
      long: 5n,
      id: 12345678901234567890n,
      decimal: "1.10",
    });
  });
});

describe.each(readdirSync(join(root, "specs")))("fixtures of %s", (name) => {
  it("are JSON that makes the same messages again", async () => {
    const sink = createSink();
    const request = {
      cwd: root,
      inputs: [`specs/${name}`],
      flags: {},
      environment: {},
    };
    const project = await resolveProject(request, sink);
    const { fixtures } = await listFixtures(project);
    expect(fixtures.length).toBeGreaterThan(0);
    const sdk = await compile([`specs/${name}`], { cwd: root });
    for (const { operation, role, json } of fixtures) {
      const back = sdk.fromJson(operation, printAndRead(json), {
        direction: role,
      });
      expect(sdk.toJson(operation, back, { direction: role })).toEqual(json);
      if (role === "request") sdk.encodeRequest(operation, back);
    }
  });
});
