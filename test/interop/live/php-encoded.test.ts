import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../../src/runtime/index.js";
import { freePort } from "./support/free-port.js";
import { makeLiveSdk, type LiveSdk } from "./support/live-sdk.js";
import { startServer, type ServerProcess } from "./support/server-process.js";

const folder = join(import.meta.dirname, "php");

const item = {
  name: "größe",
  count: -7,
  price: "12.50",
  color: "light blue",
  note: null,
  bytes: Uint8Array.of(0, 255),
};

describe("PHP's SoapServer with rpc/encoded messages", () => {
  let server: ServerProcess;
  let sdk: LiveSdk;
  let body = "";
  beforeAll(async () => {
    const port = await freePort();
    server = await startServer({
      program: "php",
      args: ["-S", `127.0.0.1:${port}`, "rpc.php"],
      cwd: folder,
      port,
      packages: "php-cli php-soap php-xml",
    });
    sdk = await makeLiveSdk(["rpc.wsdl"], folder);
  });
  afterAll(async () => {
    sdk?.remove();
    await server?.stop();
  });

  const client = (): Client =>
    sdk.client({
      endpoint: server.origin,
      hooks: {
        onResponse: (response) => {
          body = response.body;
        },
      },
    });

  it("takes several parameters, and gives several results", async () => {
    const echo = sdk.operation("echoItem");
    expect(await echo(client(), { value: item, times: 2 })).toEqual({
      value: { ...item, name: "größe größe" },
      times: 3,
    });
    expect(body).toContain("xsi:type");
  });

  it("takes and gives arrays of structures", async () => {
    const echo = sdk.operation("echoItems");
    const other = { ...item, name: "other", note: "text" };
    const answer = await echo(client(), { value: [item, other] });
    expect(answer).toEqual({ return: [other, item] });
    expect(body).toContain("arrayType");
    expect(await echo(client(), { value: [] })).toEqual({ return: [] });
  });

  it("takes arrays of numbers", async () => {
    const sum = sdk.operation("sum");
    expect(await sum(client(), { numbers: [1, 2, 39] })).toEqual({
      return: 42,
    });
  });

  it("gives references to a value that occurs twice", async () => {
    const twice = sdk.operation("twice");
    expect(await twice(client(), { value: item })).toEqual({
      return: { left: item, right: item },
    });
    expect(body).toMatch(/href="#/);
  });
});
