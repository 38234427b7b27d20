import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../../src/index.js";
import type { DynamicSdk } from "../../../src/index.js";
import { addressing, timestamp } from "../../../src/runtime/index.js";
import type { Protocol } from "../../../src/model/index.js";
import { x509Signature } from "../../../src/x509/index.js";
import type { X509SignatureOptions } from "../../../src/x509/index.js";
import { identity, pemFile } from "../../support/x509/identity.js";
import { scenarios } from "../live/scenarios/index.js";
import { runTool } from "../live/support/run-tool.js";

const contract = join(import.meta.dirname, "../live/contract/interop.wsdl");
const folder = mkdtempSync(join(tmpdir(), "soapstone-xmlsec-"));
let sdk: DynamicSdk;
beforeAll(async () => {
  sdk = await compile([contract]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is signed: elements by namespace. */
const signedElements = {
  soap11: "http://schemas.xmlsoap.org/soap/envelope/:Body",
  soap12: "http://www.w3.org/2003/05/soap-envelope:Body",
  timestamp:
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd:Timestamp",
  ...Object.fromEntries(
    ["To", "Action", "MessageID", "ReplyTo"].map((local) => [
      local,
      `http://www.w3.org/2005/08/addressing:${local}`,
    ]),
  ),
};

interface Sent {
  readonly operation: string;
  readonly value: unknown;
  readonly protocol: Protocol;
  readonly options?: Partial<X509SignatureOptions>;
}

/** The signed envelope of a call. */
async function signed({
  operation,
  value,
  protocol,
  options = {},
}: Sent): Promise<string> {
  let text = "";
  const port = protocol === "soap12" ? "InteropSoap12" : "InteropSoap";
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    text = String(init?.body);
    return new Response("", { status: 500 });
  };
  const own = { ...identity("client"), ...options };
  const security = [addressing(), timestamp(), x509Signature(own)];
  const endpoint = "http://localhost/";
  const call = sdk.call(operation, value, { port, endpoint, fetch, security });
  await expect(call).rejects.toThrow("HTTP 500");
  return text;
}

/** Rejects where xmlsec1 does not accept the signature. */
async function verify(envelope: string): Promise<void> {
  const file = join(folder, "signed.xml");
  writeFileSync(file, envelope);
  const ids = Object.values(signedElements).flatMap((name) => [
    "--id-attr:Id",
    name,
  ]);
  await runTool(
    "xmlsec1",
    "xmlsec1",
    ["--verify", "--pubkey-cert-pem", pemFile("client"), ...ids, file],
    folder,
  );
}

describe.each(["soap11", "soap12"] as const)("xmlsec1, over %s", (protocol) => {
  it.each(scenarios.map((each) => [each.name, each] as const))(
    "verifies %s, and nothing that was changed",
    async (_name, { operation, value }) => {
      const name = operation.replace(/^e/, "E");
      const envelope = await signed({ operation: name, value, protocol });
      await verify(envelope);
      const changed = envelope.replace(
        /(<\/?(?:\w+:)?)(Echo\w+)Request/g,
        "$1$2Reguest",
      );
      expect(changed).not.toBe(envelope);
      await expect(verify(changed)).rejects.toThrow(/FAIL/i);
    },
  );
});

it.each(["sha1", "sha256", "sha512"] as const)(
  "xmlsec1 verifies signatures with %s",
  async (hash) => {
    const [first] = scenarios;
    const envelope = await signed({
      operation: "EchoScalars",
      value: first?.value,
      protocol: "soap11",
      options: { hash },
    });
    expect(envelope).toContain(`#rsa-${hash}"`);
    await verify(envelope);
  },
);
