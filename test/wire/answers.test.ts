import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cancelOrder,
  createOrdersServiceClient,
  findOrders,
} from "../../generated/orders/index.js";
import type { Client } from "../../src/runtime/index.js";
import {
  startLoopbackServer,
  type Answer,
  type LoopbackServer,
} from "../support/loopback-server.js";
import { envelope, found, foundValue } from "./orders-service.js";

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

describe.each(["soap11", "soap12"] as const)("over %s", (protocol) => {
  const xml = envelope(protocol, found);
  const client = (): Client =>
    createOrdersServiceClient({ endpoint: server.origin, protocol });

  it.each<readonly [string, Answer]>([
    ["in one piece", { body: xml }],
    [
      "in chunks that end within characters",
      { body: [...Buffer.from(xml)].map((byte) => Uint8Array.of(byte)) },
    ],
    [
      "compressed with gzip",
      { body: gzipSync(xml), headers: { "Content-Encoding": "gzip" } },
    ],
    [
      "compressed with gzip, in chunks",
      {
        body: [gzipSync(xml).subarray(0, 30), gzipSync(xml).subarray(30)],
        headers: { "Content-Encoding": "gzip" },
      },
    ],
    [
      "compressed with deflate",
      { body: deflateSync(xml), headers: { "Content-Encoding": "deflate" } },
    ],
    [
      "compressed with brotli",
      { body: brotliCompressSync(xml), headers: { "Content-Encoding": "br" } },
    ],
    ["called HTML", { body: xml, contentType: "text/html" }],
    ["called plain text", { body: xml, contentType: "text/plain" }],
    ["of no type", { body: xml, contentType: "" }],
    ["called JSON", { body: xml, contentType: "application/json" }],
    [
      "of the other version's type",
      { body: xml, contentType: "application/soap+xml; charset=utf-8" },
    ],
    ["with status 201", { body: xml, status: 201 }],
    ["after white space and comments", { body: `\n <!-- x -->\n${xml}\n` }],
  ])("an answer %s is read", async (_name, answer) => {
    server.answer(answer);
    expect(await findOrders(client(), {})).toEqual(foundValue);
  });

  it.each<readonly [string, Answer]>([
    ["202 without content", { status: 202, body: "" }],
    ["204", { status: 204, body: "" }],
    ["200 without content", { status: 200, body: "" }],
    ["202 with white space", { status: 202, body: "\r\n" }],
    ["202 with an empty body", { status: 202, body: envelope(protocol, "") }],
  ])("one-way calls are content with %s", async (_name, answer) => {
    server.answer(answer);
    expect(await cancelOrder(client(), { orderId: 1n })).toBeUndefined();
  });

  it.each<readonly [string, Answer, object]>([
    [
      "nothing where something is needed",
      { status: 202, body: "" },
      { kind: "http", status: 202 },
    ],
    [
      "an HTML page with 200",
      { body: "<!DOCTYPE html><html>in</html>", contentType: "text/html" },
      { kind: "http", status: 200, contentType: "text/html" },
    ],
    [
      "an HTML page with 502",
      { status: 502, body: "<html>bad</html>", contentType: "text/html" },
      { kind: "http", status: 502, body: "<html>bad</html>" },
    ],
    [
      "an HTML page called XML",
      { status: 503, body: "<html>busy</html>" },
      { kind: "http", status: 503 },
    ],
    [
      "JSON",
      { status: 401, body: '{"a":1}', contentType: "application/json" },
      { kind: "http", status: 401, body: '{"a":1}' },
    ],
    [
      "half an envelope",
      { body: xml.slice(0, -20) },
      { kind: "decode", line: 1 },
    ],
    [
      "another answer",
      { body: envelope(protocol, "<x/>") },
      { kind: "decode", path: "/Envelope/Body" },
    ],
  ])("%s is an error with what there is", async (_name, answer, error) => {
    server.answer(answer);
    expect(await findOrders.safe(client(), {})).toMatchObject({
      ok: false,
      error,
    });
  });

  it("nobody there is a network error", async () => {
    const gone = await startLoopbackServer();
    await gone.close();
    const { origin: endpoint } = gone;
    const lost = createOrdersServiceClient({ endpoint, protocol });
    expect(await findOrders.safe(lost, {})).toMatchObject({
      error: { kind: "network" },
    });
  });
});
