import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSoapError } from "../../src/runtime/index.js";
import {
  answeringFetch,
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

const schema = `<x:element name="Root" type="x:string"/>
  <x:element name="Session"><x:complexType><x:sequence><x:element name="id" type="x:int"/></x:sequence></x:complexType></x:element>
  <x:element name="Trace" type="x:string" nillable="true"/>
  <x:element name="Expired"><x:complexType><x:sequence><x:element name="since" type="x:date"/></x:sequence></x:complexType></x:element>
  <x:element name="Denied" type="x:string"/>`;

const wsdl = `${head}${types(schema)}
  <w:message name="Put"><w:part name="body" element="t:Root"/></w:message>
  <w:message name="Blocks"><w:part name="session" element="t:Session"/><w:part name="trace" element="t:Trace"/><w:part name="expired" element="t:Expired"/></w:message>
  <w:message name="Denied"><w:part name="detail" element="t:Denied"/></w:message>
  <w:portType name="Port">
    <w:operation name="Put"><w:input message="t:Put"/><w:output message="t:Put"/><w:fault name="Denied" message="t:Denied"/></w:operation>
    <w:operation name="Open"><w:input message="t:Put"/><w:output message="t:Put"/></w:operation>
    <w:operation name="Plain"><w:input message="t:Put"/><w:output message="t:Put"/></w:operation></w:portType>
  <w:binding name="B" type="t:Port"><s:binding transport="${overHttp}"/>
    <w:operation name="Put"><s:operation soapAction="put"/>
      <w:input><s:header w:required="true" message="t:Blocks" part="session" use="literal"><s:headerfault message="t:Blocks" part="expired" use="literal"/></s:header>
        <s:header message="t:Blocks" part="trace" use="literal"/><s:body use="literal"/></w:input>
      <w:output><s:header message="t:Blocks" part="trace" use="literal"/><s:body use="literal"/></w:output>
      <w:fault name="Denied"><s:fault name="Denied" use="literal"/></w:fault></w:operation>
    <w:operation name="Open"><s:operation soapAction="open"/><w:input><s:body use="literal"/></w:input>
      <w:output><s:header message="t:Blocks" part="session" use="literal"/><s:body use="literal"/></w:output></w:operation>
    <w:operation name="Plain"><s:operation soapAction="plain"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation>
  </w:binding>${service}`;

let read: ReadFiles;
beforeAll(async () => {
  read = await readFiles({ "t.wsdl": wsdl });
});
afterAll(() => {
  rmSync(read.folder, { recursive: true });
});

const session = { Session: { id: 7 } };

describe("header blocks that a binding declares", () => {
  it("are typed on the call, and in what it gives", () => {
    expect(codesOf(read)).toEqual([]);
    const said = typeCheckUser(read, [
      `const client = sdk.createSClient();`,
      `await sdk.put(client, "a", { soapHeaders: { Session: { id: 7 }, Trace: null } });`,
      `// @ts-expect-error the session is required`,
      `await sdk.put(client, "a");`,
      `// @ts-expect-error its id is a number`,
      `await sdk.put(client, "a", { soapHeaders: { Session: { id: "7" } } });`,
      `// @ts-expect-error there is no such block`,
      `await sdk.put(client, "a", { soapHeaders: { Session: { id: 7 }, Other: "" } });`,
      `const { value, headers } = await sdk.put.withHeaders(client, "a", { soapHeaders: { Session: { id: 7 } } });`,
      `export const text: string = value;`,
      `export const trace: string | null | undefined = headers.Trace;`,
      `const tried = await sdk.open.safe(client, "a");`,
      `export const id: number | undefined = tried.ok ? tried.headers.Session?.id : 0;`,
      `await sdk.plain(client, "a", { signal: new AbortController().signal });`,
      `// @ts-expect-error the operation has no header blocks`,
      `await sdk.plain(client, "a", { soapHeaders: { Session: { id: 7 } } });`,
      `const bound = sdk.bindS(client);`,
      `export const answer: number | undefined = (await bound.open.withHeaders("a")).headers.Session?.id;`,
      `// @ts-expect-error the session is required here, too`,
      `await bound.put("a");`,
    ]);
    expect(said).toBe("");
  });

  it("are sent, and read from the answer", async () => {
    const answer = envelope(
      '<Root xmlns="urn:t">b</Root>',
      '<Trace xmlns="urn:t">x</Trace><other xmlns="urn:o"/>',
    );
    const { fetch, sent } = answeringFetch(answer);
    let headers: unknown;
    const value = await read.sdk.call("Put", "a", {
      fetch,
      soapHeaders: session,
      onHeaders: (received) => {
        headers = received;
      },
    });
    expect(value).toBe("b");
    expect(headers).toEqual({ Trace: "x" });
    expect(await sent[0]?.text()).toContain(
      '<soap:Header><Session xmlns="urn:t"><id>7</id></Session></soap:Header>',
    );
  });

  it("are refused before anything is sent when a required one is missing", async () => {
    const { fetch, sent } = answeringFetch("");
    await expect(read.sdk.call("Put", "a", { fetch })).rejects.toMatchObject({
      kind: "encode",
      path: "soapHeaders.Session",
    });
    expect(sent).toEqual([]);
  });

  it("are in the fixtures, also as XML", () => {
    expect(read.file("fixtures/Put.request.xml")).toMatch(
      /<soap:Header>\s*<Session xmlns="urn:t">\s*<id>/,
    );
    expect(read.file("fixtures/Put.response.xml")).toMatch(
      /<soap:Header>\s*<Trace/,
    );
    expect(read.file("fixtures/Put.ts")).toMatch(/requestHeaders: \w+ =/);
    expect(read.file("mock.ts")).toContain("putFixture.responseHeaders");
  });
});

describe("header faults", () => {
  const fault =
    "<e:Fault><faultcode>e:Client</faultcode><faultstring>expired</faultstring></e:Fault>";

  it("are typed faults beside those of the detail", () => {
    const said = typeCheckUser(read, [
      `const client = sdk.createSClient();`,
      `const tried = await sdk.put.safe(client, "a", { soapHeaders: { Session: { id: 7 } } });`,
      `if (!tried.ok && tried.error.kind === "fault") {`,
      `  const { fault } = tried.error;`,
      `  if (fault.name === "Expired") ((since: string) => since)(fault.detail.since);`,
      `  if (fault.name === "Denied") ((why: string) => why)(fault.detail);`,
      `}`,
    ]);
    expect(said).toBe("");
  });

  it("are read from the header of the fault", async () => {
    const header =
      '<Expired xmlns="urn:t"><since>2024-05-31</since></Expired><Trace xmlns="urn:t"><bad/></Trace>';
    const { fetch } = answeringFetch(envelope(fault, header), { status: 500 });
    const error: unknown = await read.sdk
      .call("Put", "a", { fetch, soapHeaders: session })
      .catch((caught: unknown) => caught);
    expect(isSoapError(error) && error.kind === "fault" && error.fault).toEqual(
      expect.objectContaining({
        reason: "expired",
        name: "Expired",
        detail: { since: "2024-05-31" },
      }),
    );
  });
});

describe("a declared header block that breaks its schema", () => {
  it("is an error where there is no fault to report", async () => {
    const header = '<Session xmlns="urn:t"><id>seven</id></Session>';
    const answer = envelope('<Root xmlns="urn:t">b</Root>', header);
    const { fetch } = answeringFetch(answer);
    await expect(read.sdk.call("Open", "a", { fetch })).rejects.toMatchObject({
      kind: "decode",
      path: "/Envelope/Header/Session/id",
    });
  });
});
