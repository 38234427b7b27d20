import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timestamp, type HeaderProducer } from "../../../src/runtime/index.js";
import { x509Signature, type CheckedAnswers } from "../../../src/x509/index.js";
import {
  authority,
  identity,
  pemFile,
  type Who,
} from "../../support/x509/identity.js";
import { buildSecureGsoap, gsoapPackages } from "./support/build-gsoap.js";
import { freePort } from "./support/free-port.js";
import { makeLiveSdk, type LiveSdk } from "./support/live-sdk.js";
import { startServer, type ServerProcess } from "./support/server-process.js";

const folder = mkdtempSync(join(tmpdir(), "soapstone-x509-"));
let server: ServerProcess;
let sdk: LiveSdk;
beforeAll(async () => {
  const sources = join(import.meta.dirname, "gsoap-x509");
  await buildSecureGsoap("signed", sources, folder);
  const port = await freePort();
  const files = ["authority", "server", "server.key"].map(pemFile);
  server = await startServer({
    program: join(folder, "signed"),
    args: [String(port), ...files],
    cwd: folder,
    port,
    packages: gsoapPackages,
  });
  sdk = await makeLiveSdk(["Signed.wsdl"], folder);
});
afterAll(async () => {
  sdk?.remove();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const value = { text: 'größe & <more> "𝄞"', number: 1n << 62n };

interface Attempt {
  readonly security: readonly HeaderProducer[];
  /** What happens to messages on their way. */
  readonly change?: (body: string) => string;
  readonly changeAnswer?: (body: string) => string;
}

async function echo(attempt: Attempt): Promise<unknown> {
  const { security, change, changeAnswer } = attempt;
  const same = (text: string): string => text;
  const through: typeof fetch = async (input, init) => {
    const body = (change ?? same)(String(init?.body));
    const response = await fetch(input, { ...init, body });
    const { status, headers } = response;
    const type = { "Content-Type": headers.get("content-type") ?? "" };
    const text = (changeAnswer ?? same)(await response.text());
    return new Response(text, { status, headers: type });
  };
  const client = sdk.client({
    endpoint: server.origin,
    security,
    fetch: through,
  });
  const tried = await sdk.operation("echo").safe(client, value);
  return tried.ok ? tried.value : tried.error;
}

function signer(
  who: Who = "client",
  answers: Partial<CheckedAnswers> = {},
): HeaderProducer {
  return x509Signature({
    ...identity(who),
    answers: { trusted: [authority()], unsignedFaults: true, ...answers },
  });
}

const fault = (reason: RegExp): object => ({
  kind: "fault",
  fault: { reason: expect.stringMatching(reason) },
});
const refused = (reason: RegExp): object => ({
  kind: "decode",
  message: expect.stringMatching(reason),
});

describe("gSOAP's WS-Security and a client with a certificate", () => {
  it("take each other's signatures", async () => {
    let answer = "";
    const changeAnswer = (text: string): string => (answer = text);
    const security = [timestamp(), signer()];
    expect(await echo({ security, changeAnswer })).toEqual(value);
    expect(answer).toMatch(/<ds:SignatureValue>/);
  });

  it("take nothing that was changed on the way", async () => {
    const security = [timestamp(), signer()];
    const change = (text: string): string => text.replace("größe", "klein");
    expect(await echo({ security, change })).toMatchObject(
      fault(/signature|digest|check/i),
    );
    expect(await echo({ security, changeAnswer: change })).toMatchObject(
      refused(/signature does not hold/),
    );
  });

  it("take no strangers", async () => {
    const asStranger = [timestamp(), signer("stranger")];
    expect(await echo({ security: asStranger })).toMatchObject(
      fault(/certificate|token/i),
    );
    const trusted = [readFileSync(pemFile("stranger"), "utf8")];
    const security = [timestamp(), signer("client", { trusted })];
    expect(await echo({ security })).toMatchObject(refused(/not trusted/));
  });

  it("take no unsigned messages", async () => {
    expect(await echo({ security: [timestamp()] })).toMatchObject(
      fault(/signature|security|signed/i),
    );
    const security = [timestamp(), signer("client", { unsignedFaults: false })];
    const change = (text: string): string => text.replace("größe", "klein");
    expect(await echo({ security, change })).toMatchObject(
      refused(/fault is not signed/),
    );
  });
});
