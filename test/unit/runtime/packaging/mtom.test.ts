import { describe, expect, it } from "vitest";
import {
  createClient,
  createOperation,
  isSoapError,
  mtom,
} from "../../../../src/runtime/index.js";
import type { ServiceDescriptor } from "../../../../src/runtime/index.js";
import * as features from "../../../../src/runtime/features.js";
import * as xsd from "../../../../src/runtime/xsd.js";

const service: ServiceDescriptor = {
  name: "Files",
  defaultPort: "P",
  ports: { P: { protocol: "soap12", address: "http://localhost/" } },
};

const file = {
  kind: "complex",
  namespace: "urn:f",
  members: () => [
    { element: "name", type: xsd.string },
    { element: "bytes", type: xsd.base64Binary, max: Infinity },
  ],
} as const;

interface File {
  readonly name: string;
  readonly bytes: readonly Uint8Array[];
}

const echo = createOperation<File, File>({
  name: "Echo",
  uses: features.everything,
  bindings: [
    {
      ports: ["P"],
      action: "urn:f#echo",
      request: {
        body: {
          kind: "element",
          element: () => ({ element: "file", namespace: "urn:f", type: file }),
        },
      },
      response: {
        body: {
          kind: "element",
          element: () => ({ element: "file", namespace: "urn:f", type: file }),
        },
      },
    },
  ],
});

function answering(type: string, body: Uint8Array<ArrayBuffer>) {
  const fetch = async (): Promise<Response> =>
    new Response(body, { headers: { "Content-Type": type } });
  return createClient(service, { fetch, packaging: mtom() });
}

function multipart(include: string): Uint8Array<ArrayBuffer> {
  const xml =
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><file xmlns="urn:f">' +
    `<name>n</name><bytes>${include}</bytes></file></s:Body></s:Envelope>`;
  const text =
    `preamble\r\n--b1\r\nContent-Type: application/octet-stream\r\nContent-ID: <a b>\r\n\r\n` +
    "\u0000\u0001\u00ff\r\n--b2\r\n--b1\r\n" +
    `Content-Type: application/xop+xml;\r\n type="application/soap+xml"\r\nContent-ID: <root>\r\n\r\n${xml}\r\n--b1--\r\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}

const type =
  'multipart/related; type="application/xop+xml"; start="<root>"; boundary=b1';
const xop = 'xmlns:xop="http://www.w3.org/2004/08/xop/include"';

describe("mtom", () => {
  it("carries bytes both ways beside the message", async () => {
    const seen: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const headers = {
        "Content-Type": request.headers.get("content-type") ?? "",
      };
      const body = await request.arrayBuffer();
      seen.push(headers["Content-Type"], Buffer.from(body).toString("latin1"));
      return new Response(body, { headers });
    };
    const client = createClient(service, { fetch, packaging: mtom() });
    const large = Uint8Array.from({ length: 5000 }, (_, index) => index % 256);
    const value = { name: "größe", bytes: [large, new Uint8Array([1, 2])] };
    expect(await echo(client, value)).toEqual(value);
    expect(seen[0]).toContain('action="urn:f#echo"');
    expect(seen[1]?.match(/xop:Include /g)).toHaveLength(1);
    expect(seen[1]).toContain(Buffer.from(large).toString("latin1"));
  });

  it("finds the root and the parts whatever their order", async () => {
    const client = answering(
      type,
      multipart(`<xop:Include ${xop} href="cid:a%20b"/>`),
    );
    const { bytes } = await echo(client, {
      name: "",
      bytes: [new Uint8Array(0)],
    });
    expect([...(bytes[0] ?? [])]).toEqual([0, 1, 255, 13, 10, 45, 45, 98, 50]);
  });

  it.each([
    [type, multipart(`<xop:Include ${xop} href="http://localhost:1/"/>`)],
    [type, multipart(`<xop:Include ${xop} href="cid:none"/>`)],
    ["multipart/related", multipart("")],
    [type.replace("b1", "b9"), multipart("")],
    [type, multipart("").subarray(0, 300)],
  ])("refuses %s with broken parts", async (contentType, body) => {
    const client = answering(contentType, body);
    const tried = await echo.safe(client, {
      name: "",
      bytes: [new Uint8Array(0)],
    });
    expect(tried).toMatchObject({ ok: false, error: { kind: "decode" } });
    expect(!tried.ok && isSoapError(tried.error)).toBe(true);
  });

  it("reads answers without parts too", async () => {
    const xml =
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><file xmlns="urn:f"><name>n</name><bytes>AQI=</bytes></file></s:Body></s:Envelope>';
    const client = answering(
      "application/soap+xml",
      new Uint8Array(Buffer.from(xml)),
    );
    const value = await echo(client, { name: "", bytes: [new Uint8Array(0)] });
    expect(value).toEqual({ name: "n", bytes: [new Uint8Array([1, 2])] });
  });
});
