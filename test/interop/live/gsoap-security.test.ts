import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  timestamp,
  usernameToken,
  type HeaderProducer,
  type UsernameTokenOptions,
} from "../../../src/runtime/index.js";
import { buildSecureGsoap, gsoapPackages } from "./support/build-gsoap.js";
import { freePort } from "./support/free-port.js";
import { makeLiveSdk, type LiveSdk } from "./support/live-sdk.js";
import { startServer, type ServerProcess } from "./support/server-process.js";

const folder = mkdtempSync(join(tmpdir(), "soapstone-wsse-"));
let server: ServerProcess;
let sdk: LiveSdk;
beforeAll(async () => {
  const sources = join(import.meta.dirname, "gsoap-security");
  await buildSecureGsoap("secure", sources, folder);
  const port = await freePort();
  server = await startServer({
    program: join(folder, "secure"),
    args: [String(port)],
    cwd: folder,
    port,
    packages: gsoapPackages,
  });
  sdk = await makeLiveSdk(["Secure.wsdl"], folder);
});
afterAll(async () => {
  sdk?.remove();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

async function whoAmI(security: readonly HeaderProducer[]): Promise<unknown> {
  const client = sdk.client({ endpoint: server.origin, security });
  const tried = await sdk.operation("whoAmI").safe(client, { question: "?" });
  return tried.ok ? tried.value : tried.error;
}

/** The code of WS-Security §12, or part of it. */
const refused = (reason: RegExp): object => ({
  kind: "fault",
  fault: { reason: expect.stringMatching(reason) },
});

describe.each(["text", "digest"] as const)(
  "gSOAP's WS-Security takes a password as %s",
  (type) => {
    const token = (more: Partial<UsernameTokenOptions> = {}): HeaderProducer =>
      usernameToken({ username: "Ann", password: "größe", type, ...more });

    it("that is right", async () => {
      expect(await whoAmI([token(), timestamp()])).toEqual({ user: "Ann" });
    });

    it("only if it is right", async () => {
      const wrong = token({ password: "grösse" });
      expect(await whoAmI([wrong, timestamp()])).toMatchObject(
        refused(/authenticated or authorized/),
      );
    });

    it("only before the message expires", async () => {
      const created = (): Date => new Date(Date.now() - 3_600_000);
      expect(await whoAmI([token(), timestamp({ created })])).toMatchObject(
        refused(/expired/i),
      );
    });
  },
);

it("gSOAP's WS-Security takes no digest a second time", async () => {
  const created = new Date();
  const nonce = crypto.getRandomValues(new Uint8Array(16));
  const token = usernameToken({
    username: "Ann",
    password: "größe",
    type: "digest",
    created: () => created,
    nonce: () => nonce,
  });
  expect(await whoAmI([token, timestamp()])).toEqual({ user: "Ann" });
  expect(await whoAmI([token, timestamp()])).toMatchObject({ kind: "fault" });
});
