import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { swa } from "../../src/runtime/index.js";
import { canonicalXml } from "../support/canonical-xml.js";
import {
  answeringFetch,
  bodyOf,
  codesOf,
  envelope,
  head,
  overHttp,
  readFiles,
  service,
  typeCheckUser,
  types,
  type ReadFiles,
} from "./construct.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function read(wsdl: string): Promise<ReadFiles> {
  const result = await readFiles({ "t.wsdl": wsdl });
  folders.push(result.folder);
  return result;
}

const rpc = `<s:binding style="rpc" transport="${overHttp}"/>`;
const document = `<s:binding transport="${overHttp}"/>`;
const literal = '<s:body use="literal" namespace="urn:calls"/>';

/** A bound operation with input and output of the same form. */
function bound(name: string, body: string, soap = ""): string {
  return `<w:operation name="${name}"><s:operation soapAction="${name}" ${soap}/><w:input>${body}</w:input><w:output>${body}</w:output></w:operation>`;
}

describe("overloads", () => {
  const wsdl = `${head}
  <w:message name="ById"><w:part name="id" type="x:int"/></w:message>
  <w:message name="ByName"><w:part name="name" type="x:string"/></w:message>
  <w:message name="Found"><w:part name="text" type="x:string"/></w:message>
  <w:portType name="Port">
    <w:operation name="find"><w:input name="byId" message="t:ById"/><w:output name="foundId" message="t:Found"/></w:operation>
    <w:operation name="find"><w:input name="byName" message="t:ByName"/><w:output name="foundName" message="t:Found"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port">${rpc}
    <w:operation name="find"><s:operation soapAction="name"/><w:input name="byName">${literal}</w:input><w:output name="foundName">${literal}</w:output></w:operation>
    <w:operation name="find"><s:operation soapAction="id"/><w:input name="byId">${literal}</w:input><w:output name="foundId">${literal}</w:output></w:operation>
  </w:binding>${service}`;

  it("are functions of their own, each with its message and its binding", async () => {
    const result = await read(wsdl);
    expect(codesOf(result)).toEqual([]);
    expect(
      result.sdk.operations.map(({ name, functionName }) => [
        name,
        functionName,
      ]),
    ).toEqual([
      ["find", "find"],
      ["find", "find2"],
    ]);
    const { fetch, sent } = answeringFetch(
      envelope(
        '<c:findResponse xmlns:c="urn:calls"><text>x</text></c:findResponse>',
      ),
    );
    const call = (name: string, value: unknown): Promise<unknown> =>
      result.sdk.call(name, value, { fetch });
    expect(await call("find", { id: 1 })).toEqual({ text: "x" });
    expect(await call("find2", { name: "n" })).toEqual({ text: "x" });
    expect(sent.map(({ headers }) => headers.get("soapaction"))).toEqual([
      '"id"',
      '"name"',
    ]);
    const bodies = await Promise.all(sent.map((each) => each.text()));
    expect(bodies.map((each) => canonicalXml(bodyOf(each)))).toEqual(
      ["<id>1</id>", "<name>n</name>"].map((part) =>
        canonicalXml(`<c:find xmlns:c="urn:calls">${part}</c:find>`),
      ),
    );
    const said = typeCheckUser(result, [
      `const client = sdk.createSClient();`,
      `await sdk.find(client, { id: 1 });`,
      `await sdk.find2(client, { name: "n" });`,
      `// @ts-expect-error that is the other one`,
      `await sdk.find(client, { name: "n" });`,
    ]);
    expect(said).toBe("");
  });
});

describe("overloads without names", () => {
  it("are taken in order", async () => {
    const part = '<s:body use="literal" namespace="urn:calls"/>';
    const operation = (input: string): string =>
      `<w:operation name="find"><w:input message="t:${input}"/><w:output message="t:Found"/></w:operation>`;
    const { sdk } = await read(`${head}
      <w:message name="ById"><w:part name="id" type="x:int"/></w:message>
      <w:message name="ByName"><w:part name="name" type="x:string"/></w:message>
      <w:message name="Found"><w:part name="text" type="x:string"/></w:message>
      <w:portType name="Port">${operation("ById")}${operation("ByName")}</w:portType>
      <w:binding name="B" type="t:Port">${rpc}${bound("find", part).replace('soapAction="find"', 'soapAction="one"')}${bound("find", part)}</w:binding>${service}`);
    const actionOf = (name: string, value: unknown): unknown =>
      sdk.encodeRequest(name, value).headers["SOAPAction"];
    expect(actionOf("find", { id: 1 })).toBe('"one"');
    expect(actionOf("find2", { name: "n" })).toBe('"find"');
  });
});

describe("styles", () => {
  const wsdl = `${head}${types('<x:element name="Root" type="x:string"/>')}
  <w:message name="Typed"><w:part name="a" type="x:int"/></w:message>
  <w:message name="Bare"><w:part name="body" element="t:Root"/></w:message>
  <w:portType name="Port"><w:operation name="call"><w:input message="t:Typed"/><w:output message="t:Typed"/></w:operation>
    <w:operation name="send"><w:input message="t:Bare"/><w:output message="t:Bare"/></w:operation>
    <w:operation name="tell"><w:input message="t:Typed"/><w:output message="t:Typed"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port">${document}
    ${bound("call", literal, 'style="rpc"')}${bound("send", '<s:body use="literal"/>')}${bound("tell", '<s:body use="literal"/>')}
  </w:binding>${service}`;

  it("may differ from operation to operation", async () => {
    const result = await read(wsdl);
    expect(codesOf(result)).toEqual([]);
    const body = (name: string, value: unknown): string =>
      canonicalXml(bodyOf(String(result.sdk.encodeRequest(name, value).body)));
    expect(body("call", { a: 1 })).toBe(
      canonicalXml('<c:call xmlns:c="urn:calls"><a>1</a></c:call>'),
    );
    expect(body("send", "x")).toBe(
      canonicalXml('<Root xmlns="urn:t">x</Root>'),
    );
  });

  it("document with a part by type is an element of the part's name, as toolkits write it", async () => {
    const { sdk } = await read(wsdl);
    const { body = "" } = sdk.encodeRequest("tell", { a: 1 });
    expect(canonicalXml(bodyOf(body))).toBe(canonicalXml("<a>1</a>"));
    expect(sdk.decodeResponse("tell", envelope("<a>2</a>"))).toEqual({ a: 2 });
  });
});

describe("encoded messages", () => {
  const encoding = "http://schemas.xmlsoap.org/soap/encoding/";
  const encoded = `<s:body use="encoded" namespace="urn:calls" encodingStyle="${encoding}"/>`;
  const wsdl = `${head}${types(`<x:complexType name="Item"><x:sequence><x:element name="id" type="x:int"/><x:element name="next" type="t:Item" minOccurs="0" nillable="true"/></x:sequence></x:complexType>
    <x:complexType name="Items"><x:complexContent><x:restriction base="c:Array" xmlns:c="${encoding}"><x:attribute ref="c:arrayType" w:arrayType="t:Item[]"/></x:restriction></x:complexContent></x:complexType>`).replace(
    'elementFormDefault="qualified"',
    "",
  )}
  <w:message name="Put"><w:part name="items" type="t:Items"/></w:message>
  <w:portType name="Port"><w:operation name="put"><w:input message="t:Put"/><w:output message="t:Put"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port">${rpc}${bound("put", encoded)}</w:binding>${service}`;

  it("write arrays with their type and size", async () => {
    const { sdk } = await read(wsdl);
    const value = { items: [{ id: 1 }, { id: 2 }] };
    const { body = "" } = sdk.encodeRequest("put", value);
    expect(body).toMatch(/arrayType="\w+:Item\[2\]"/);
    expect(sdk.decodeResponse("put", body)).toEqual(value);
  });

  it("read parts that stand elsewhere and are referred to, more than once and in a circle's way out", async () => {
    const { sdk } = await read(wsdl);
    const answer = envelope(
      `<c:putResponse xmlns:c="urn:calls" e:encodingStyle="${encoding}"><items href="#list"/></c:putResponse>
      <multiRef id="list" xmlns:n="${encoding}" xmlns:t="urn:t" n:arrayType="t:Item[2]" n:root="0"><i href="#one"/><i href="#one"/></multiRef>
      <multiRef id="one"><id>7</id><next href="#two"/></multiRef><multiRef id="two"><id>8</id></multiRef>`,
    );
    const item = { id: 7, next: { id: 8 } };
    expect(sdk.decodeResponse("put", answer)).toEqual({ items: [item, item] });
  });

  it("have array types", async () => {
    const said = typeCheckUser(await read(wsdl), [
      `const client = sdk.createSClient();`,
      `const { items } = await sdk.put(client, { items: [{ id: 1 }, null] });`,
      `export const first: number | undefined = items[0]?.next?.id;`,
      `// @ts-expect-error an item has a number`,
      `await sdk.put(client, { items: [{ id: "1" }] });`,
    ]);
    expect(said).toBe("");
  });
});

describe("one-way operations", () => {
  const wsdl = `${head}<w:message name="M"><w:part name="a" type="x:int"/></w:message>
  <w:portType name="Port"><w:operation name="note"><w:input message="t:M"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port">${rpc}<w:operation name="note"><s:operation soapAction="note"/><w:input>${literal}</w:input></w:operation></w:binding>${service}`;

  it("give nothing, whatever empty answer there is", async () => {
    const result = await read(wsdl);
    for (const status of [200, 202, 204]) {
      const { fetch, sent } = answeringFetch("", { status });
      const fixed: typeof fetch =
        status === 204
          ? async (input, init) => {
              sent.push(new Request(input, init));
              return new Response(null, { status });
            }
          : fetch;
      const value = await result.sdk.call("note", { a: 1 }, { fetch: fixed });
      expect(value).toBeUndefined();
      expect(sent).toHaveLength(1);
    }
    expect(result.file("operations.ts")).toMatch(
      /createOperation<\s*NoteRequest,\s*void,\s*SoapFault\s*>/,
    );
  });
});

describe("HTTP bindings", () => {
  const wsdl = `${head}
  <w:message name="Ask"><w:part name="id" type="x:int"/><w:part name="text" type="x:string"/></w:message>
  <w:message name="Told"><w:part name="Body" element="t:Told"/></w:message>
  ${types('<x:element name="Told" type="x:long"/>')}
  <w:portType name="Port"><w:operation name="ask"><w:input message="t:Ask"/><w:output message="t:Told"/></w:operation></w:portType>
  <w:binding name="Get" type="t:Port"><h:binding verb="GET"/><w:operation name="ask"><h:operation location="/ask"/><w:input><h:urlEncoded/></w:input><w:output><m:mimeXml part="Body"/></w:output></w:operation></w:binding>
  <w:binding name="Post" type="t:Port"><h:binding verb="POST"/><w:operation name="ask"><h:operation location="/ask"/><w:input><m:content type="application/x-www-form-urlencoded"/></w:input><w:output><m:mimeXml part="Body"/></w:output></w:operation></w:binding>
  <w:binding name="Path" type="t:Port"><h:binding verb="GET"/><w:operation name="ask"><h:operation location="/items/(id)/(text)"/><w:input><h:urlReplacement/></w:input><w:output><m:mimeXml part="Body"/></w:output></w:operation></w:binding>
  <w:service name="S">${["Get", "Post", "Path"].map((name) => `<w:port name="${name}" binding="t:${name}"><h:address location="http://example.com/${name}"/></w:port>`).join("")}</w:service></w:definitions>`;

  it.each([
    ["Get", "GET", "http://example.com/Get/ask?id=1&text=a%20%26b", ""],
    ["Post", "POST", "http://example.com/Post/ask", "id=1&text=a+%26b"],
    ["Path", "GET", "http://example.com/Path/items/1/a%20%26b", ""],
  ])("carry one operation over port %s", async (port, method, url, form) => {
    const result = await read(wsdl);
    expect(codesOf(result)).toEqual([]);
    expect(result.sdk.operations).toHaveLength(1);
    const { fetch, sent } = answeringFetch(
      '<?xml version="1.0"?><Told xmlns="urn:t">9007199254740993</Told>',
    );
    const value = { id: 1, text: "a &b" };
    const told = await result.sdk.call("ask", value, { fetch, port });
    expect(told).toBe(9007199254740993n);
    expect(sent[0]?.method).toBe(method);
    expect(sent[0]?.url.replaceAll("+", "%20")).toBe(url);
    const body = (await sent[0]?.text()) ?? "";
    expect(body.replaceAll("%20", "+")).toBe(form);
  });
});

describe("HTTP bindings of elements", () => {
  const operation = (input: string): string =>
    `<w:operation name="ask"><h:operation location="ask"/><w:input>${input}</w:input><w:output><m:content type="application/xml" part="told"/></w:output></w:operation>`;
  const wsdl = `${head}
  ${types('<x:element name="ask"><x:complexType><x:sequence><x:element name="id" type="x:int"/><x:element name="tags" type="x:string" minOccurs="0" maxOccurs="unbounded"/></x:sequence></x:complexType></x:element><x:element name="told"><x:complexType><x:sequence><x:element name="n" type="x:long"/></x:sequence></x:complexType></x:element>')}
  <w:message name="Ask"><w:part name="ask" element="t:ask"/></w:message>
  <w:message name="Told"><w:part name="told" element="t:told"/></w:message>
  <w:portType name="Port"><w:operation name="ask"><w:input message="t:Ask"/><w:output message="t:Told"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port">${document}${bound("ask", '<s:body use="literal"/>')}</w:binding>
  <w:binding name="Post" type="t:Port"><h:binding verb="POST"/>${operation('<m:content type="application/xml" part="ask"/>')}</w:binding>
  <w:binding name="Get" type="t:Port"><h:binding verb="GET"/>${operation("<h:urlEncoded/>")}</w:binding>
  <w:service name="S"><w:port name="P" binding="t:B"><s:address location="http://example.com/s"/></w:port>${["Post", "Get"].map((name) => `<w:port name="${name}" binding="t:${name}"><h:address location="http://example.com/s/"/></w:port>`).join("")}</w:service></w:definitions>`;

  it.each([
    [
      "Post",
      "http://example.com/s/ask",
      '<ask xmlns="urn:t"><id>1</id><tags>a</tags><tags>b</tags></ask>',
      "application/xml; charset=utf-8",
    ],
    ["Get", "http://example.com/s/ask?id=1&tags=a&tags=b", "", null],
  ])(
    "carry the operation of SOAP over port %s: as a document, or its members as parameters",
    async (port, url, sentBody, type) => {
      const result = await read(wsdl);
      const { fetch, sent } = answeringFetch(
        '<told xmlns="urn:t"><n>7</n></told>',
        { contentType: "application/xml" },
      );
      const value = { id: 1, tags: ["a", "b"] };
      const told = await result.sdk.call("ask", value, { fetch, port });
      expect(told).toEqual({ n: 7n });
      expect(sent[0]?.url).toBe(url);
      expect(sent[0]?.headers.get("content-type")).toBe(type);
      expect(await sent[0]?.text()).toBe(sentBody);
    },
  );
});

describe("MIME bindings", () => {
  const parts = `<m:multipartRelated><m:part><s:body parts="body" use="literal"/></m:part>
    <m:part><m:content part="photo" type="image/jpeg"/><m:content part="photo" type="image/png"/></m:part><m:part><m:content part="note" type="text/plain"/></m:part></m:multipartRelated>`;
  const wsdl = `${head}${types('<x:element name="Root" type="x:string"/>')}
  <w:message name="Put"><w:part name="body" element="t:Root"/><w:part name="photo" type="x:base64Binary"/><w:part name="note" type="x:string"/></w:message>
  <w:portType name="Port"><w:operation name="put"><w:input message="t:Put"/><w:output message="t:Put"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port">${document}${bound("put", parts)}</w:binding>${service}`;
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it("are typed: the body and its attachments side by side", async () => {
    const result = await read(wsdl);
    expect(codesOf(result)).toEqual([]);
    expect(result.file("types.ts")).toContain(
      "Attachment (image/jpeg or image/png).",
    );
    expect(result.file("operations.ts")).toContain("packaging: swa()");
    const said = typeCheckUser(result, [
      `const client = sdk.createSClient({ packaging: sdk.swa() });`,
      `const photo = new Uint8Array(1);`,
      `const answer = await sdk.put(client, { body: "x", photo, note: photo });`,
      `export const got: Uint8Array | undefined = answer.photo;`,
      `// @ts-expect-error attachments are bytes`,
      `await sdk.put(client, { body: "x", photo: "y", note: photo });`,
      `// @ts-expect-error the message has two`,
      `await sdk.put(client, { body: "x", photo });`,
    ]);
    expect(said).toBe("");
  });

  it("travel in parts, and come back by name", async () => {
    const { sdk } = await read(wsdl);
    const value = { body: "x", photo: bytes("jpg"), note: bytes("né") };
    let sent = "";
    const echo: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const content = await request.arrayBuffer();
      sent = new TextDecoder().decode(content);
      const type = request.headers.get("content-type") ?? "";
      return new Response(content, { headers: { "Content-Type": type } });
    };
    const packaging = swa();
    const answer = await sdk.call("put", value, { fetch: echo, packaging });
    expect(answer).toEqual(value);
    expect(sent).toMatch(/Content-Type: image\/jpeg/i);
    expect(sent).toMatch(/Content-ID: <photo=/i);
    expect(sent).toContain('<Root xmlns="urn:t">x</Root>');
  });

  it("have fixtures whose XML is the envelope", async () => {
    const { file } = await read(wsdl);
    expect(file("fixtures/put.ts")).toMatch(/photo: new Uint8Array|photo:/);
    expect(file("fixtures/put.request.xml")).toContain("<Root");
    expect(file("fixtures/put.request.xml")).not.toContain("photo");
  });
});

describe("WS-Addressing", () => {
  const wsdl = `${head}<w:message name="M"><w:part name="a" type="x:int"/></w:message>
  <w:portType name="Port" xmlns:a="http://www.w3.org/2007/05/addressing/metadata"><w:operation name="put"><w:input a:Action="urn:t/Put" message="t:M"/><w:output message="t:M"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port">${rpc}<w:operation name="put"><s:operation/><w:input>${literal}</w:input><w:output>${literal}</w:output></w:operation></w:binding>${service}`;

  it("actions are the action of the message where the binding says none", async () => {
    const { sdk } = await read(wsdl);
    const { headers } = sdk.encodeRequest("put", { a: 1 });
    expect(headers["SOAPAction"]).toBe('"urn:t/Put"');
  });
});

describe("WS-Policy", () => {
  const wsu =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  const wsdl = `${head}
  <p:Policy xmlns:p="http://www.w3.org/ns/ws-policy" u:Id="Secure" xmlns:u="${wsu}"><p:All><sp:SupportingTokens xmlns:sp="http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702"><p:Policy><sp:UsernameToken/></p:Policy></sp:SupportingTokens><sp:AsymmetricBinding xmlns:sp="http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702"/>
    <wsam:Addressing xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata"/><o:OptimizedMimeSerialization xmlns:o="http://schemas.xmlsoap.org/ws/2004/09/policy/optimizedmimeserialization"/></p:All></p:Policy>
  <w:message name="M"><w:part name="a" type="x:int"/></w:message>
  <w:portType name="Port"><w:operation name="put"><w:input message="t:M"/><w:output message="t:M"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port"><p:PolicyReference xmlns:p="http://www.w3.org/ns/ws-policy" URI="#Secure"/>${rpc}${bound("put", literal)}</w:binding>${service}`;

  it("is read for hints, which the client's comment turns into options", async () => {
    const result = await read(wsdl);
    expect(codesOf(result)).toEqual([]);
    const text = result.file("operations.ts").replace(/\n \* /g, " ");
    for (const option of [
      "security: usernameToken({ username, password })",
      "security: addressing()",
      "packaging: mtom()",
      "security: x509Signature({ privateKey, certificate })",
    ])
      expect(text).toContain(option);
    const said = typeCheckUser(result, [
      `const { addressing, createSClient, mtom, usernameToken } = sdk;`,
      `const security = [usernameToken({ username: "u", password: "p" }), addressing()];`,
      `export const client = createSClient({ security, packaging: mtom() });`,
    ]);
    expect(said).toBe("");
  });
});
