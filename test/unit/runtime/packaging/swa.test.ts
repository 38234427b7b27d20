import { describe, expect, it } from "vitest";
import {
  createClient,
  createOperation,
  swa,
} from "../../../../src/runtime/index.js";
import type { ServiceDescriptor } from "../../../../src/runtime/index.js";
import * as features from "../../../../src/runtime/features.js";
import * as xsd from "../../../../src/runtime/xsd.js";

const service: ServiceDescriptor = {
  name: "Files",
  defaultPort: "P",
  ports: { P: { protocol: "soap11", address: "http://localhost/" } },
};

interface Upload {
  readonly name: string;
  readonly scan?: Uint8Array;
  readonly photo?: Uint8Array;
}

const message = {
  body: {
    kind: "rpc",
    wrapper: "Upload",
    namespace: "urn:f",
    parts: () => [{ element: "name", property: "name", type: xsd.string }],
  },
  attachments: [
    { property: "scan", contentTypes: ["image/tiff"] },
    { property: "photo", contentTypes: ["image/jpeg"] },
  ],
} as const;

const upload = createOperation<Upload, Upload>({
  name: "Upload",
  uses: features.everything,
  bindings: [{ ports: ["P"], request: message, response: message }],
});

const echo: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const type = request.headers.get("content-type") ?? "";
  const body = await request.arrayBuffer();
  return new Response(body, { headers: { "Content-Type": type } });
};

describe("swa", () => {
  it("carries attachments both ways, by their names", async () => {
    const client = createClient(service, { fetch: echo, packaging: swa() });
    const photo = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
    const value = { name: "n", photo };
    expect(await upload(client, value)).toEqual(value);
    const both = { name: "n", scan: new Uint8Array([13, 10]), photo };
    expect(await upload(client, both)).toEqual(both);
    expect(await upload(client, { name: "none" })).toEqual({ name: "none" });
  });

  it("refuses attachments that could not be sent", async () => {
    const client = createClient(service, { fetch: echo });
    const value = { name: "n", scan: new Uint8Array(1) };
    expect(await upload.safe(client, value)).toMatchObject({
      error: { kind: "encode", expected: "packaging: mtom() or swa()" },
    });
    // A value that the types do not admit, as untyped code may give it.
    const wrong = { name: "n", scan: "text" } as unknown as Upload;
    expect(await upload.safe(client, wrong)).toMatchObject({
      error: { kind: "encode", path: "scan" },
    });
  });
});
