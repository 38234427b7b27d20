import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compile, lenient, type DynamicSdk } from "../../src/index.js";
import { isSoapError } from "../../src/runtime/soap-error.js";
import {
  answeringFetch,
  codesOf,
  envelope,
  readFiles,
  wsdlOf,
} from "./construct.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function compileSchema(schema: string): Promise<DynamicSdk> {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-checked-"));
  folders.push(folder);
  writeFileSync(join(folder, "t.wsdl"), wsdlOf(schema));
  return compile([join(folder, "t.wsdl")]);
}

const namespaces =
  'xmlns="urn:t" xmlns:t="urn:t" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function decode(sdk: DynamicSdk, inner: string): unknown {
  return sdk.decode("{urn:t}Root", `<Root ${namespaces}>\n${inner}\n</Root>`);
}

/** Path and line of what is refused; undefined where nothing is. */
function refusal(sdk: DynamicSdk, inner: string): string | undefined {
  try {
    decode(sdk, inner);
    return undefined;
  } catch (error) {
    if (isSoapError(error) && error.kind === "decode") {
      return `${error.path}:${error.line}`;
    }
    throw error;
  }
}

describe("identity constraints", () => {
  const schema = `<xs:element name="Root">
    <xs:complexType><xs:sequence>
      <xs:element name="Car" maxOccurs="unbounded"><xs:complexType>
        <xs:sequence><xs:element name="Plate" type="xs:string" minOccurs="0" maxOccurs="2"/></xs:sequence>
        <xs:attribute name="id" type="xs:int"/><xs:attribute name="next" type="xs:int"/>
      </xs:complexType></xs:element>
    </xs:sequence></xs:complexType>
    <xs:unique name="plates"><xs:selector xpath=".//t:Car"/><xs:field xpath="t:Plate"/></xs:unique>
    <xs:key name="cars"><xs:selector xpath="t:Car"/><xs:field xpath="@id"/></xs:key>
    <xs:keyref name="nexts" refer="t:cars"><xs:selector xpath="child::t:*"/><xs:field xpath="attribute::next"/></xs:keyref>
  </xs:element>`;

  it.each([
    ["what is unique once", '<Car id="1"><Plate>a</Plate></Car><Car id="2"/>'],
    ["references to keys", '<Car id="1" next="02"/><Car id="2"/>'],
  ])("admit %s", async (_shows, inner) => {
    expect(refusal(await compileSchema(schema), inner)).toBeUndefined();
  });

  it.each([
    ["a key twice", '<Car id="1"/>\n<Car id="1"/>', "/Root/Car[2]:3"],
    ["a missing key", '<Car id="1"/>\n<Car/>', "/Root/Car[2]:3"],
    ["a dangling reference", '<Car id="1" next="2"/>', "/Root/Car:2"],
    [
      "what is to be unique twice",
      '<Car id="1"><Plate>a</Plate></Car>\n<Car id="2"><Plate>a</Plate></Car>',
      "/Root/Car[2]:3",
    ],
    [
      "a field that is there twice",
      '<Car id="1"><Plate>a</Plate><Plate>b</Plate></Car>',
      "/Root/Car:2",
    ],
  ])("refuse %s, with the place", async (_shows, inner, place) => {
    const sdk = await compileSchema(schema);
    expect(refusal(sdk, inner)).toBe(place);
  });

  it("are overlooked where that is asked for, and reported", async () => {
    const sdk = await compileSchema(schema);
    const rules: string[] = [];
    sdk.decode(
      "{urn:t}Root",
      `<Root ${namespaces}><Car id="1"/><Car id="1"/></Root>`,
      {
        lenient: lenient("identity"),
        onTolerated: ({ rule }) => rules.push(rule),
      },
    );
    expect(rules).toEqual(["identity"]);
  });

  it.each([
    ["a key twice", { Car: [{ id: 1 }, { id: 1 }] }, "Car[1]"],
    ["a missing key", { Car: [{ id: 1 }, {}] }, "Car[1]"],
    ["a dangling reference", { Car: [{ id: 1, next: 2 }] }, "Car"],
    [
      "what is to be unique twice",
      {
        Car: [
          { id: 1, Plate: ["a"] },
          { id: 2, Plate: ["a"] },
        ],
      },
      "Car[1]",
    ],
  ])("are not sent with %s", async (_shows, value, path) => {
    const sdk = await compileSchema(schema);
    expect(unsent(() => sdk.encode("{urn:t}Root", value))).toBe(path);
    expect(unsent(() => sdk.encodeRequest("Put", value))).toBe(path);
  });

  it("are sent where they hold", async () => {
    const sdk = await compileSchema(schema);
    const value = { Car: [{ id: 1, next: 2 }, { id: 2 }] };
    const xml = sdk.encode("{urn:t}Root", value);
    expect(sdk.decode("{urn:t}Root", xml)).toEqual(value);
  });
});

/** The path of what is not encoded. */
function unsent(encode: () => unknown): string {
  try {
    encode();
  } catch (error) {
    if (isSoapError(error) && error.kind === "encode") return error.path;
    throw error;
  }
  throw new Error("it was encoded");
}

describe("identity constraints compare values", () => {
  const keyOf = (type: string): string => `<xs:element name="Root">
    <xs:complexType><xs:sequence>
      <xs:element name="k" type="${type}" maxOccurs="unbounded"/>
      <xs:element name="r" type="${type}" minOccurs="0"/>
    </xs:sequence></xs:complexType>
    <xs:key name="keys"><xs:selector xpath="t:k"/><xs:field xpath="."/></xs:key>
    <xs:keyref name="refs" refer="t:keys"><xs:selector xpath="t:r"/><xs:field xpath="."/></xs:keyref>
  </xs:element>
  <xs:simpleType name="Either"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType>
  <xs:simpleType name="Many"><xs:list itemType="xs:decimal"/></xs:simpleType>`;

  it.each([
    ["xs:decimal", "1.0", "+01", "2"],
    ["xs:integer", "0", "-0", "7"],
    ["xs:double", "17.1e0", "171e-1", "17"],
    ["xs:double", "NaN", "NaN", "INF"],
    ["xs:boolean", "true", "1", "0"],
    [
      "xs:dateTime",
      "2024-01-01T00:00:00Z",
      "2024-01-01T02:00:00.0+02:00",
      "2024-01-01T00:00:00",
    ],
    ["xs:time", "10:00:00Z", "11:00:00+01:00", "11:00:00Z"],
    ["xs:duration", "P1Y", "P12M", "P365D"],
    ["xs:hexBinary", "0aFF", "0AfF", "0A"],
    ["xs:base64Binary", "AQID", "AQ ID", "AQIE"],
    ["xs:QName", "t:a", "a", "xsi:a"],
    ["xs:string", "a", "a", "a "],
    ["xs:token", "a b", " a  b ", "ab"],
    ["t:Either", "1", "01", "1.0"],
    ["t:Many", "1 2", "1.0 02", "12"],
  ])("of %s: %s is %s, not %s", async (type, one, same, other) => {
    const sdk = await compileSchema(keyOf(type));
    const inner = (second: string, reference: string): string =>
      `<k>${one}</k><k>${second}</k><r>${reference}</r>`;
    expect(refusal(sdk, inner(other, same))).toBeUndefined();
    expect(refusal(sdk, inner(same, one))).toBe("/Root/k[2]:2");
    const lacking = `<k>${one}</k><r>${other}</r>`;
    expect(refusal(sdk, lacking)).toBe("/Root/r:2");
  });

  const nested = `<xs:element name="Root">
    <xs:complexType><xs:sequence>
      <xs:element name="A" maxOccurs="unbounded">
        <xs:complexType><xs:sequence>
          <xs:element name="k" maxOccurs="unbounded"><xs:complexType>
            <xs:attribute name="id" type="xs:int" default="5"/></xs:complexType></xs:element>
        </xs:sequence></xs:complexType>
        <xs:key name="inner"><xs:selector xpath="t:k"/><xs:field xpath="@id"/></xs:key>
      </xs:element>
      <xs:element name="r" type="xs:int" minOccurs="0"/>
    </xs:sequence></xs:complexType>
    <xs:keyref name="refs" refer="t:inner"><xs:selector xpath="t:r"/><xs:field xpath="."/></xs:keyref>
  </xs:element>`;

  it.each([
    [
      "a key inside is found",
      '<A><k id="1"/></A><A><k id="2"/></A><r>2</r>',
      undefined,
    ],
    ["a default value is a key", "<A><k/></A><r>5</r>", undefined],
    [
      "a default value is there twice",
      '<A><k/><k id="5"/></A>',
      "/Root/A/k[2]:2",
    ],
    [
      "a key that two elements have",
      '<A><k id="1"/></A><A><k id="1"/></A><r>1</r>',
      "/Root/r:2",
    ],
    ["a key that none has", '<A><k id="1"/></A><r>2</r>', "/Root/r:2"],
  ])("%s", async (_shows, inner, place) => {
    expect(refusal(await compileSchema(nested), inner)).toBe(place);
  });
});

describe("wildcards and xsi:type", () => {
  const schema = `<xs:element name="Root"><xs:complexType><xs:sequence>
      <xs:element name="Text" type="t:Size" minOccurs="0"/>
      <xs:element name="Simple" type="xs:anySimpleType" minOccurs="0"/>
      <xs:element name="Any" type="xs:anyType" minOccurs="0"/>
      <xs:any namespace="##any" processContents="lax" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="Date" type="xs:date"/>
    <xs:simpleType name="Size"><xs:restriction base="xs:int"/></xs:simpleType>
    <xs:simpleType name="Small"><xs:restriction base="t:Size"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Other"><xs:restriction base="xs:int"/></xs:simpleType>`;

  it.each([
    ["a declared element in a wildcard", "<Date>2024-02-29</Date>"],
    ["an element that is not declared", '<a xmlns="urn:a">2</a>'],
    ["a text of a derived type", '<Text xsi:type="t:Small">9</Text>'],
    ["a text of a built-in type", '<Simple xsi:type="x:int">9</Simple>'],
    ["any content of a known type", '<Any xsi:type="t:Small">9</Any>'],
  ])("admit %s, and give it back", async (_shows, inner) => {
    const sdk = await compileSchema(schema);
    const value = decode(sdk, inner);
    const again = sdk.encode("{urn:t}Root", value);
    expect(sdk.decode("{urn:t}Root", again)).toEqual(value);
    const type = /(?<=xsi:type="\w+:)\w+/.exec(inner)?.[0] ?? "";
    expect(again).toMatch(new RegExp(type === "" ? "" : `type="\\w+:${type}"`));
  });

  it.each([
    ["a declared element", "<Date>2024-02-30</Date>", "/Root/Date:2"],
    ["a derived type", '<Text xsi:type="t:Small">10</Text>', "/Root/Text:2"],
    ["another type", '<Text xsi:type="t:Other">1</Text>', "/Root/Text:2"],
    ["no type", '<Text xsi:type="t:None">1</Text>', "/Root/Text:2"],
    [
      "a built-in type",
      '<Simple xsi:type="x:int">a</Simple>',
      "/Root/Simple:2",
    ],
    ["a type in any content", '<Any xsi:type="t:Small">x</Any>', "/Root/Any:2"],
    ["anything", '<Simple xsi:type="x:anyType">a</Simple>', "/Root/Simple:2"],
  ])("refuse what %s does not admit", async (_shows, inner, place) => {
    expect(refusal(await compileSchema(schema), inner)).toBe(place);
  });
});

describe("fixed values of mixed content", () => {
  const schema = `<xs:element name="Root" fixed="abc"><xs:complexType mixed="true">
    <xs:sequence><xs:element name="a" minOccurs="0" type="xs:int"/></xs:sequence>
  </xs:complexType></xs:element>`;
  const root = (content: string): string =>
    `<Root ${namespaces}>${content}</Root>`;

  it("are their text", async () => {
    const sdk = await compileSchema(schema);
    expect(sdk.decode("{urn:t}Root", root("abc"))).toEqual({
      $content: ["abc"],
    });
    expect(() => sdk.decode("{urn:t}Root", root("abd"))).toThrow(/fixed/);
    expect(() => sdk.decode("{urn:t}Root", root("abc<a>1</a>"))).toThrow(
      /fixed/,
    );
  });
});

describe("attribute wildcards", () => {
  it("of a type and its groups admit what all of them do", async () => {
    const sdk = await compileSchema(`<xs:element name="Root"><xs:complexType>
        <xs:attributeGroup ref="t:A"/><xs:anyAttribute namespace="urn:a urn:b" processContents="skip"/>
      </xs:complexType></xs:element>
      <xs:attributeGroup name="A"><xs:anyAttribute namespace="urn:a urn:c" processContents="skip"/></xs:attributeGroup>`);
    const read = (namespace: string): unknown =>
      sdk.decode(
        "{urn:t}Root",
        `<Root xmlns="urn:t" xmlns:p="${namespace}" p:x="1"/>`,
      );
    expect(read("urn:a")).toEqual({ $attributes: { "{urn:a}x": "1" } });
    expect(() => read("urn:b")).toThrow(/unexpected attribute x/);
    expect(() => read("urn:c")).toThrow(/unexpected attribute x/);
  });
});

describe("declarations of what wildcards admit", () => {
  const schema = `<xs:element name="Root"><xs:complexType><xs:sequence>
      <xs:element name="Lax" type="xs:anyType" minOccurs="0"/>
      <xs:any minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence><xs:anyAttribute/></xs:complexType></xs:element>
    <xs:element name="Day" type="xs:date"/>
    <xs:element name="Box"><xs:complexType><xs:sequence>
      <xs:any processContents="lax" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="Free"><xs:complexType><xs:sequence>
      <xs:any processContents="skip"/></xs:sequence></xs:complexType></xs:element>
    <xs:attribute name="size" type="xs:int"/>
    <xs:attribute name="kind" type="xs:token" fixed="a"/>`;
  const root = (inner: string, attributes = ""): string =>
    `<Root ${namespaces} ${attributes}>${inner}</Root>`;
  /** The way that generated SDKs read: without the whole schema. */
  const answer = (sdk: DynamicSdk, content: string): Promise<unknown> => {
    const { fetch } = answeringFetch(envelope(content));
    return sdk.call("Put", {}, { fetch });
  };

  it.each([
    ["a declared element", root("<Day>2024-02-29</Day>")],
    [
      "elements inside each other",
      root("<Box><Box><Day>2024-02-29</Day></Box></Box>"),
    ],
    [
      "what is not declared",
      root('<a xmlns="urn:a"><b/></a>', 'xmlns:b="urn:b" b:c=""'),
    ],
    ["what is skipped", root("<Free><Day>never</Day></Free>")],
    ["declared attributes", root("", 't:size=" 5 " t:kind="a"')],
  ])("admit %s, and give it back", async (_shows, content) => {
    const sdk = await compileSchema(schema);
    const value = await answer(sdk, content);
    expect(sdk.decode("{urn:t}Root", content)).toEqual(value);
    const again = sdk.encode("{urn:t}Root", value);
    expect(sdk.decode("{urn:t}Root", again)).toEqual(value);
  });

  it.each([
    ["a declared element", root("<Day>2024-02-30</Day>"), "/Root/Day"],
    ["one inside", root("<Box><Box><Day/></Box></Box>"), "/Root/Box/Box/Day"],
    [
      "one in what is not declared",
      root('<a xmlns="urn:a"><t:Day/></a>'),
      "/Root/a/Day",
    ],
    ["an attribute", root("", 't:size="x"'), "/Root/@size"],
    ["a fixed attribute", root("", 't:kind="b"'), "/Root/@kind"],
  ])(
    "refuse %s that is not as declared, with the path",
    async (_shows, content, path) => {
      const sdk = await compileSchema(schema);
      const found = { kind: "decode", path: `/Envelope/Body${path}` };
      await expect(answer(sdk, content)).rejects.toMatchObject(found);
    },
  );

  it("any content is that of a lax wildcard", async () => {
    const sdk = await compileSchema(schema);
    expect(refusal(sdk, "<Lax><a><Day/></a></Lax>")).toBe("/Root/Lax/a/Day:2");
  });

  it.each([
    [
      "an element",
      { $any: [{ name: "{urn:t}Day", children: ["never"] }] },
      "$any[0]",
    ],
    [
      "an element inside",
      { $any: [{ name: "a", children: [{ name: "{urn:t}Day" }] }] },
      "$any[0]",
    ],
    [
      "an attribute",
      { $attributes: { "{urn:t}size": "x" } },
      "$attributes.{urn:t}size",
    ],
  ])(
    "are not sent with %s that is not as declared",
    async (_shows, value, path) => {
      const sdk = await compileSchema(schema);
      expect(unsent(() => sdk.encodeRequest("Put", value))).toBe(path);
    },
  );
});

describe("elements that block other types", () => {
  const schema = `<xs:element name="Root"><xs:complexType><xs:choice>
      <xs:element name="Plain" type="t:Size" block="restriction"/>
      <xs:element name="Any" block="#all"/>
      <xs:element name="Open" type="t:Size" block="extension"/>
      <xs:element ref="t:Head"/>
    </xs:choice></xs:complexType></xs:element>
    <xs:element name="Head" type="t:Size" block="restriction"/>
    <xs:element name="More" type="t:Sized" substitutionGroup="t:Head"/>
    <xs:element name="Less" type="t:Small" substitutionGroup="t:Head"/>
    <xs:complexType name="Sized"><xs:simpleContent><xs:extension base="t:Size">
      <xs:attribute name="unit" type="xs:token"/></xs:extension></xs:simpleContent></xs:complexType>
    <xs:simpleType name="Size"><xs:restriction base="xs:int"/></xs:simpleType>
    <xs:simpleType name="Small"><xs:restriction base="t:Size"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>`;

  it.each([
    ["their own type", '<Plain xsi:type="t:Size">5</Plain>'],
    ["any content", "<Any><a/></Any>"],
    ["a derivation that is not blocked", '<Open xsi:type="t:Small">5</Open>'],
    ["a substitute by extension", '<More unit="kg">5</More>'],
  ])("admit %s", async (_shows, inner) => {
    expect(refusal(await compileSchema(schema), inner)).toBeUndefined();
  });

  it.each([
    ["a restriction", '<Plain xsi:type="t:Small">5</Plain>', "/Root/Plain:2"],
    ["a type of any content", '<Any xsi:type="t:Size">5</Any>', "/Root/Any:2"],
    ["a substitute by restriction", "<Less>5</Less>", "/Root:2"],
  ])("refuse %s", async (_shows, inner, place) => {
    expect(refusal(await compileSchema(schema), inner)).toBe(place);
  });
});

describe("an empty element", () => {
  const schema = `<xs:element name="Root"><xs:complexType><xs:sequence>
      <xs:element name="Size" type="t:Size" fixed="12"/>
      <xs:element ref="t:Head" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="Head" type="xs:int" abstract="true"/>
    <xs:element name="Five" type="xs:int" fixed="5" substitutionGroup="t:Head"/>
    <xs:simpleType name="Size"><xs:restriction base="xs:int"/></xs:simpleType>
    <xs:simpleType name="Small"><xs:restriction base="t:Size"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Big"><xs:restriction base="t:Size"><xs:minInclusive value="10"/></xs:restriction></xs:simpleType>`;

  it("stands for a value that its xsi:type has to admit", async () => {
    const sdk = await compileSchema(schema);
    expect(refusal(sdk, '<Size xsi:type="t:Big"/>')).toBeUndefined();
    expect(refusal(sdk, '<Size xsi:type="t:Small"/>')).toBe("/Root/Size:2");
  });

  it("stands for the fixed value of a substitute", async () => {
    const sdk = await compileSchema(schema);
    const inner = (five: string): string => `<Size/><Five>${five}</Five>`;
    expect(decode(sdk, inner(""))).toEqual({ Size: 12, Head: { Five: 5 } });
    expect(refusal(sdk, inner("6"))).toBe("/Root/Five:2");
    const sent = { Size: 12, Head: { Five: 6 } };
    expect(unsent(() => sdk.encodeRequest("Put", sent))).toBe("Head.Five");
  });
});

describe("final types", () => {
  const schema = (
    final: string,
  ): string => `<xs:element name="Root" type="t:More"/>
    <xs:complexType name="Base" final="${final}"><xs:sequence><xs:element name="a" type="t:Sizes"/></xs:sequence></xs:complexType>
    <xs:complexType name="More"><xs:complexContent><xs:extension base="t:Base"/></xs:complexContent></xs:complexType>
    <xs:simpleType name="Size" final="${final === "" ? "" : "list"}"><xs:restriction base="xs:int"/></xs:simpleType>
    <xs:simpleType name="Sizes"><xs:list itemType="t:Size"/></xs:simpleType>`;

  it.each([
    ["extension", ["link/final-type", "link/final-type"]],
    ["restriction", ["link/final-type"]],
    ["", []],
  ])("final=%o: whoever derives all the same is told", async (final, codes) => {
    const read = await readFiles({ "t.wsdl": wsdlOf(schema(final)) });
    folders.push(read.folder);
    expect(codesOf(read)).toEqual(codes);
    const sdk = await compileSchema(schema(final));
    expect(decode(sdk, "<a>1 2</a>")).toEqual({ a: [1, 2] });
  });
});
