import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, CompileError, type DynamicSdk } from "../../../src/index.js";
import { readFiles, wsdlOf } from "../../wsdl/construct.js";
import { startLoopbackServer } from "../../support/loopback-server.js";

let folder: string;
let sdk: DynamicSdk;
beforeAll(async () => {
  const schema =
    '<xs:element name="Root"><xs:complexType><xs:sequence><xs:element name="n" type="xs:long"/></xs:sequence></xs:complexType></xs:element>';
  const read = await readFiles({ "t.wsdl": wsdlOf(schema) });
  folder = read.folder;
  sdk = await compile(["t.wsdl"], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

const body = '<Root xmlns="urn:t"><n>9007199254740993</n></Root>';
const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const value = { n: 9007199254740993n };

describe("compile", () => {
  it("lists operations and elements", () => {
    expect(sdk.operations).toEqual([
      { name: "Put", functionName: "put", ports: ["Port"] },
    ]);
    expect(sdk.elements).toEqual(["{urn:t}Root"]);
  });

  it("calls a server", async () => {
    const server = await startLoopbackServer();
    server.answer({ body: envelope });
    const { origin: endpoint } = server;
    expect(await sdk.call("Put", value, { endpoint })).toEqual(value);
    expect(server.received[0]?.body).toContain("<n>9007199254740993</n>");
    await server.close();
  });

  it("encodes and decodes messages and elements without a server", () => {
    const request = sdk.encodeRequest("Put", value);
    expect(sdk.decodeRequest("Put", request.body ?? "").value).toEqual(value);
    expect(sdk.decodeResponse("Put", envelope)).toEqual(value);
    expect(sdk.decode("{urn:t}Root", body)).toEqual(value);
    expect(sdk.encode("{urn:t}Root", value)).toBe(body);
    expect(sdk.findMessages("{urn:t}Root")).toEqual([
      {
        functionName: "put",
        operation: "Put",
        port: "Port",
        direction: "request",
      },
      {
        functionName: "put",
        operation: "Put",
        port: "Port",
        direction: "response",
      },
    ]);
  });

  it("names what there is where a name is wrong", () => {
    expect(() => sdk.encodeRequest("Putt", value)).toThrow(
      "there is no operation Putt; did you mean Put?",
    );
    expect(() => sdk.encode("{urn:t}Rooot", value)).toThrow(
      "did you mean {urn:t}Root?",
    );
    expect(() => sdk.encodeRequest("Entirely", value)).toThrow("there are Put");
  });

  it.each([
    [["none.wsdl"], "load/not-found"],
    ["none.wsdl", "load/not-found"],
    [[], "cli/no-inputs"],
  ])(
    "rejects with diagnostics where %j cannot be read",
    async (inputs, code) => {
      const failure: unknown = await compile(inputs, { cwd: folder }).catch(
        (error: unknown) => error,
      );
      if (!(failure instanceof CompileError)) throw failure;
      expect(failure.diagnostics[0]?.code).toBe(code);
    },
  );
});
