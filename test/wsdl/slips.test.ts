import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readFiles as readPaths } from "../support/infer-files.js";
import { codesOf, readFiles, type ReadFiles } from "./construct.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Parts {
  readonly types?: string;
  readonly part?: string;
  readonly operation?: string;
  readonly binding?: string;
  readonly portBinding?: string;
}

const schema = (components: string): string =>
  `<types><x:schema targetNamespace="urn:t" elementFormDefault="qualified"><x:element name="go" type="x:int"/>${components}</x:schema></types>`;

/** WSDL is the default namespace, as it often is. */
function wsdl({
  types = schema(""),
  part = 'element="t:go"',
  operation = '<operation name="Go"><input message="t:In"/></operation>',
  binding = '<s:binding transport="http://schemas.xmlsoap.org/soap/http"/>',
  portBinding = "t:B",
}: Parts): string {
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:o="urn:other" targetNamespace="urn:t">${types}
<message name="In"><part name="p" ${part}/></message>
<portType name="P">${operation}</portType>
<binding name="B" type="t:P">${binding}<operation name="Go"><s:operation soapAction="go"/><input><s:body use="literal"/></input></operation></binding>
<service name="S"><port name="P" binding="${portBinding}"><s:address location="http://h.example/"/></port></service></definitions>`;
}

async function read(
  parts: Parts,
  files: Readonly<Record<string, string>> = {},
): Promise<ReadFiles> {
  const result = await readFiles({ "t.wsdl": wsdl(parts), ...files });
  folders.push(result.folder);
  return result;
}

describe("slips that many readers let pass are read as they are meant, with a warning", () => {
  const go = '<operation name="Go"><input message="t:In"/></operation>';
  const cases: readonly (readonly [string, Parts, readonly string[]])[] = [
    [
      "components without a prefix",
      {
        types:
          '<types><x:schema targetNamespace="urn:t"><element name="go"><complexType><sequence><element name="a" type="x:int"/></sequence></complexType></element></x:schema></types>',
      },
      ["xsd/unprefixed-component"],
    ],
    [
      "type names without a prefix",
      {
        types: schema(
          '<x:element name="a" type="A"/><x:complexType name="A"/><x:element name="b" type="string"/>',
        ),
      },
      ["wsdl/unprefixed-reference"],
    ],
    [
      "a type beside the name of a type, which holds",
      {
        types: schema(
          '<x:element name="a" type="x:int"><x:complexType/></x:element>',
        ),
      },
      ["xsd/unknown-construct"],
    ],
    [
      "a part with an element of no name",
      { part: 'element="" type="x:int"' },
      [],
    ],
    [
      "an operation declared twice",
      { operation: go + go },
      ["wsdl/duplicate-operation"],
    ],
    [
      "a binding without its protocol",
      { binding: "" },
      ["wsdl/binding-without-protocol"],
    ],
    [
      "types that are not XML Schema, which nothing uses",
      { types: `<types><o:grammar/></types>`, part: 'type="x:int"' },
      ["wsdl/type-system-not-supported"],
    ],
  ];
  it.each(cases)("%s", async (_, parts, codes) => {
    const result = await read(parts);
    expect(codesOf(result)).toEqual(codes);
    expect(result.sdk.operations.map(({ name }) => name)).toEqual(["Go"]);
  });

  it("an import without the schema that should hold it", async () => {
    const types =
      '<types><x:import namespace="urn:t" schemaLocation="t.xsd"/></types>';
    const xsd =
      '<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><x:element name="go" type="x:int"/></x:schema>';
    const result = await read({ types }, { "t.xsd": xsd });
    expect(codesOf(result)).toEqual([]);
    expect(result.sdk.operations).toHaveLength(1);
  });
});

describe("what cannot be meant otherwise stays an error", () => {
  async function diagnose(
    parts: Parts,
  ): Promise<Awaited<ReturnType<typeof readPaths>>["diagnostics"]> {
    const folder = mkdtempSync(join(tmpdir(), "soapstone-slips-"));
    folders.push(folder);
    const path = join(folder, "t.wsdl");
    writeFileSync(path, wsdl(parts));
    return (await readPaths([path])).diagnostics;
  }

  it("a use of types that are not XML Schema", async () => {
    const diagnostics = await diagnose({
      types: "<types><o:grammar/></types>",
    });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "wsdl/type-system-not-supported",
      "link/unresolved-element",
    ]);
  });

  it("a name in another namespace, and the hint shows which was meant", async () => {
    expect(await diagnose({ portBinding: "o:B" })).toMatchObject([
      {
        code: "link/unresolved-binding",
        parameters: { name: "B", hint: "; did you mean {urn:t}B?" },
      },
    ]);
  });
});
