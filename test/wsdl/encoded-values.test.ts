import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  envelope,
  head,
  overHttp,
  readFiles,
  service,
  typeCheckUser,
  types,
  type ReadFiles,
} from "./construct.js";

const encoding = "http://schemas.xmlsoap.org/soap/encoding/";
const body = `<s:body use="encoded" namespace="urn:calls" encodingStyle="${encoding}"/>`;
const arrayType = (name: string, items: string): string =>
  `<x:complexType name="${name}"><x:complexContent><x:restriction base="c:Array" xmlns:c="${encoding}"><x:attribute ref="c:arrayType" w:arrayType="${items}"/></x:restriction></x:complexContent></x:complexType>`;
const schema = `${arrayType("Rows", "x:int[][]")}${arrayType("Tables", "x:int[,][]")}
  <x:complexType name="Box"><x:sequence><x:element name="any" type="x:anyType"/><x:element name="next" type="t:Box" minOccurs="0"/></x:sequence></x:complexType>
  <x:complexType name="Failure"><x:sequence><x:element name="code" type="x:int"/><x:element name="rows" type="t:Rows"/></x:sequence></x:complexType>`;
const wsdl = `${head}${types(schema).replace('elementFormDefault="qualified"', "")}
  <w:message name="Go"><w:part name="rows" type="t:Rows"/><w:part name="tables" type="t:Tables"/><w:part name="box" type="t:Box"/></w:message>
  <w:message name="Fails"><w:part name="failure" type="t:Failure"/></w:message>
  <w:portType name="Port"><w:operation name="go"><w:input message="t:Go"/><w:output message="t:Go"/><w:fault name="Failed" message="t:Fails"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port"><s:binding style="rpc" transport="${overHttp}"/><w:operation name="go"><s:operation soapAction="go"/>
    <w:input>${body}</w:input><w:output>${body}</w:output><w:fault name="Failed"><s:fault name="Failed" use="encoded" namespace="urn:calls" encodingStyle="${encoding}"/></w:fault></w:operation></w:binding>${service}`;

const declarations = `xmlns:c="${encoding}" xmlns:t="urn:t" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"`;
const type = "{http://www.w3.org/2001/XMLSchema-instance}type";
const namespaces = { x: "http://www.w3.org/2001/XMLSchema" };

let read: ReadFiles;
beforeAll(async () => {
  read = await readFiles({ "t.wsdl": wsdl });
});
afterAll(() => rmSync(read.folder, { recursive: true }));

const answer = (parts: string, rest = ""): string =>
  envelope(
    `<r:goResponse xmlns:r="urn:calls" ${declarations}>${parts}</r:goResponse>${rest}`,
  );

describe("arrays of arrays", () => {
  const value = {
    rows: [[1, 2], [], null],
    tables: [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    box: { any: { name: "any" } },
  };

  it("are written with the type of their items, and come back", () => {
    const { body: text = "" } = read.sdk.encodeRequest("go", value);
    expect(text).toMatch(/arrayType="\w+:int\[\]\[3\]"/);
    expect(text).toMatch(/arrayType="\w+:int\[2\]"/);
    expect(text).toMatch(/arrayType="\w+:int\[,\]\[1\]"/);
    expect(text).toMatch(/arrayType="\w+:int\[2,2\]"/);
    expect(read.sdk.decodeResponse("go", text)).toEqual(value);
  });

  it("are typed by their ranks", () => {
    const lines = [
      "export const rows: sdk.Rows = [[1], null, [null]];",
      "export const tables: sdk.Tables = [[[1, 2], [3, null]], null];",
      "// @ts-expect-error items are arrays",
      "export const flat: sdk.Rows = [1];",
      "// @ts-expect-error items have two dimensions",
      "export const thin: sdk.Tables = [[1]];",
    ];
    expect(typeCheckUser(read, lines)).toBe("");
  });
});

describe("arrays in literal messages", () => {
  const literal = wsdl
    .replaceAll('use="encoded"', 'use="literal"')
    .replace(
      "</x:complexType>",
      `</x:complexType><x:complexType name="Named"><x:complexContent><x:restriction base="c:Array" xmlns:c="${encoding}"><x:sequence><x:element name="Name" type="x:string" minOccurs="0" maxOccurs="unbounded"/></x:sequence><x:attribute ref="c:arrayType" w:arrayType="x:string[]"/></x:restriction></x:complexContent></x:complexType>`,
    )
    .replace('name="box" type="t:Box"', 'name="box" type="t:Named"');
  const value = { rows: [[1], null], tables: [[[1, 2]]], box: ["a", "b"] };

  it("are arrays, too, of items whatever they are called", async () => {
    const { sdk, folder } = await readFiles({ "t.wsdl": literal });
    rmSync(folder, { recursive: true });
    const { body: text = "" } = sdk.encodeRequest("go", value);
    expect(text).toContain("<Name>a</Name><Name>b</Name>");
    expect(text).toMatch(/arrayType="\w+:int\[1\]"><item>1<\/item>/);
    expect(sdk.decodeRequest("go", text).value).toEqual(value);
    const named = text.replace(/<(\/?)item/g, "<$1int");
    expect(sdk.decodeResponse("go", named)).toEqual(value);
    const mixed = text.replace("<Name>a</Name>", "a");
    expect(() => sdk.decodeResponse("go", mixed)).toThrow(
      expect.objectContaining({ kind: "decode" }),
    );
  });
});

describe("encoded values of any type", () => {
  it("keep their type, and what they refer to stands in place", () => {
    const shared = { attributes: { [type]: "x:int" }, children: ["7"] };
    const text = answer(
      '<box><any i:type="c:Array"><item href="#n"/><item href="#n"/></any></box>',
      `<multiRef id="n" c:root="0" i:type="x:int" ${declarations}>7</multiRef>`,
    );
    expect(read.sdk.decodeResponse("go", text)).toMatchObject({
      box: {
        any: {
          attributes: { [type]: "c:Array" },
          children: [
            { name: "item", ...shared, namespaces },
            { name: "item", ...shared, namespaces },
          ],
        },
      },
    });
  });

  it("that contain themselves keep the reference", () => {
    const text = answer(
      '<box><any href="#a"/></box>',
      '<multiRef id="a"><b><c href="#a"/></b></multiRef>',
    );
    const innermost = { name: "c", attributes: { href: "#a" } };
    expect(read.sdk.decodeResponse("go", text)).toEqual({
      box: {
        any: { name: "any", children: [{ name: "b", children: [innermost] }] },
      },
    });
  });

  it.each(["next", "any"])(
    "that lead on and on by references are refused (%s)",
    (member) => {
      const count = 20_000;
      const links = Array.from(
        { length: count },
        (_, index) =>
          `<multiRef id="r${index}"><${member} href="#r${index + 1}"/></multiRef>`,
      );
      const text = answer('<box href="#r0"/>', links.join(""));
      const whole = text.replace("</e:Body>", `<m id="r${count}"/></e:Body>`);
      expect(() => read.sdk.decodeResponse("go", whole)).toThrow(
        expect.objectContaining({
          kind: "decode",
          message: expect.stringContaining("more than 500 elements"),
        }),
      );
    },
  );
});

describe("encoded faults", () => {
  const detail = { code: 4, rows: [[1]] };
  const rows =
    '<rows i:type="c:Array" c:arrayType="x:int[][1]"><item c:arrayType="x:int[1]"><item>1</item></item></rows>';
  const fault = (content: string, rest = ""): string =>
    envelope(
      `<e:Fault ${declarations}><faultcode>e:Server</faultcode><faultstring>no</faultstring><detail>${content}</detail></e:Fault>${rest}`,
    );

  it.each([
    [
      "in place",
      fault(
        `<f:failure xmlns:f="urn:calls"><code i:type="x:int">4</code>${rows}</f:failure>`,
      ),
    ],
    [
      "referred to",
      fault(
        '<f:failure xmlns:f="urn:calls" href="#f"/>',
        `<multiRef id="f" c:root="0" ${declarations}><code href="#n"/>${rows}</multiRef><multiRef id="n">4</multiRef>`,
      ),
    ],
  ])("are typed, their detail %s", (_, text) => {
    expect(() => read.sdk.decodeResponse("go", text, { status: 500 })).toThrow(
      expect.objectContaining({
        kind: "fault",
        fault: expect.objectContaining({ name: "Failed", detail }),
      }),
    );
  });

  it("are faults, too, where the reference leads nowhere", () => {
    const text = fault(
      '<f:failure xmlns:f="urn:calls" href="#f"/>',
      "<other/>",
    );
    const thrown = expect.objectContaining({
      kind: "fault",
      fault: expect.not.objectContaining({ name: "Failed" }),
    });
    expect(() => read.sdk.decodeResponse("go", text)).toThrow(thrown);
  });
});
