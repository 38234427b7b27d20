import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOrdersServiceClient,
  placeOrder,
} from "../../generated/orders/index.js";
import { request } from "../../generated/orders/fixtures/PlaceOrder.js";
import {
  startLoopbackServer,
  type LoopbackServer,
} from "../support/loopback-server.js";
import { envelope, outOfStock } from "./orders-service.js";

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

const latin = "größe ñ";
const windows = "größe €5 “x”";
const all = "größe € 日本語 𝄞";

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

/** What has no place in Latin 1, where Windows puts it. */
const windowsOnly: ReadonlyMap<string, number> = new Map([
  ["€", 0x80],
  ["“", 0x93],
  ["”", 0x94],
]);
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text],
    (char) => windowsOnly.get(char) ?? char.charCodeAt(0),
  );

const declared = (charset: string, text: string): string =>
  `<?xml version="1.0" encoding="${charset}"?>${text}`;

interface Charset {
  readonly name: string;
  readonly text: string;
  readonly contentType: string;
  encode(envelope: string): Uint8Array;
}

const charsets: readonly Charset[] = [
  {
    name: "ISO-8859-1 by header",
    text: latin,
    contentType: "text/xml; charset=ISO-8859-1",
    encode: (text) => Buffer.from(text, "latin1"),
  },
  {
    name: "ISO-8859-1 by declaration",
    text: latin,
    contentType: "text/xml",
    encode: (text) => Buffer.from(declared("ISO-8859-1", text), "latin1"),
  },
  {
    name: "windows-1252 by header",
    text: windows,
    contentType: 'text/xml; charset="windows-1252"',
    encode: windows1252,
  },
  {
    name: "windows-1252 by declaration",
    text: windows,
    contentType: "application/xml",
    encode: (text) => windows1252(declared("Windows-1252", text)),
  },
  {
    name: "UTF-16, little end first, by its mark",
    text: all,
    contentType: "text/xml",
    encode: (text) => utf16(text, false),
  },
  {
    name: "UTF-16, big end first, by its mark",
    text: all,
    contentType: "text/xml; charset=utf-16",
    encode: (text) => utf16(declared("UTF-16", text), true),
  },
  {
    name: "UTF-16 without a mark",
    text: all,
    contentType: "text/xml",
    encode: (text) => utf16(declared("UTF-16", text), true).subarray(2),
  },
  {
    name: "UTF-8 with a mark, whatever the header says",
    text: all,
    contentType: "text/xml; charset=ISO-8859-1",
    encode: (text) => Buffer.from(`\uFEFF${text}`),
  },
  {
    name: "UTF-8 by header, whatever the declaration says",
    text: all,
    contentType: "text/xml; charset=UTF-8",
    encode: (text) => Buffer.from(declared("ISO-8859-1", text)),
  },
  {
    name: "UTF-8 where nothing is said",
    text: all,
    contentType: "text/xml",
    encode: (text) => Buffer.from(text),
  },
];

describe.each(["soap11", "soap12"] as const)("answers over %s", (protocol) => {
  it.each(charsets)("are read in $name", async (charset) => {
    const xml = envelope(protocol, outOfStock(protocol, charset.text));
    const { contentType } = charset;
    server.answer({ status: 500, contentType, body: charset.encode(xml) });
    const client = createOrdersServiceClient({
      endpoint: server.origin,
      protocol,
    });
    const tried = await placeOrder.safe(client, request);
    expect(tried).toMatchObject({
      error: {
        kind: "fault",
        fault: { name: "OutOfStock", detail: { article: [charset.text] } },
      },
    });
  });
});
