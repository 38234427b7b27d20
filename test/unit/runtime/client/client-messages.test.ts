import { describe, expect, it } from "vitest";
import {
  addressing,
  isSoapError,
  SoapError,
  timestamp,
  usernameToken,
} from "../../../../src/runtime/index.js";
import { getOrders, ns } from "./orders.js";
import {
  value,
  withMock,
  answering,
  failure,
  envelope,
} from "./client-fixture.js";

describe("texts in other encodings", () => {
  const text = envelope(
    `<GetOrdersResponse xmlns="${ns}"><GetOrdersResult><Order><Id>1</Id><Note>größe</Note></Order></GetOrdersResult></GetOrdersResponse>`,
  );
  const expected = { GetOrdersResult: { Order: [{ Id: 1n, Note: "größe" }] } };
  const utf16 = (isBig: boolean): Uint8Array<ArrayBuffer> => {
    const bytes = Buffer.from("\uFEFF" + text, "utf16le");
    return new Uint8Array(isBig ? bytes.swap16() : bytes);
  };

  it.each([
    ["UTF-16 little endian", utf16(false), "text/xml"],
    ["UTF-16 big endian", utf16(true), "text/xml; charset=utf-16"],
    [
      "Latin 1 by header",
      new Uint8Array(Buffer.from(text, "latin1")),
      'text/xml; charset="iso-8859-1"',
    ],
    [
      "Latin 1 by declaration",
      new Uint8Array(
        Buffer.from(
          `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`,
          "latin1",
        ),
      ),
      "text/xml",
    ],
    [
      "UTF-8 by header against the declaration",
      new Uint8Array(
        Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`),
      ),
      "text/xml; charset=utf-8",
    ],
  ])("are read as %s", async (_name, bytes, type) => {
    const client = answering(bytes, { headers: { "Content-Type": type } });
    expect(await getOrders(client, { Customer: 1 })).toEqual(expected);
  });

  it("refuses bytes that are not what they are said to be", async () => {
    const bytes = new Uint8Array(Buffer.from(text, "latin1"));
    const error = await failure(getOrders(answering(bytes), { Customer: 1 }));
    expect(error.kind).toBe("decode");
  });
});

const created = (): Date => new Date("2024-01-02T03:04:05.678Z");
const nonce = (): Uint8Array => new Uint8Array(16).fill(7);

describe("security headers", () => {
  it("share one block, and carry a digest that can be checked", async () => {
    const { client, sent } = withMock(() => value, {
      security: [
        usernameToken({
          username: "u",
          password: "p<",
          type: "digest",
          created,
          nonce,
        }),
        timestamp({ created, ttl: 60 }),
        addressing({ messageId: () => "urn:uuid:1" }),
      ],
    });
    await getOrders(client, { Customer: 1 });
    const body = sent[0]?.body ?? "";
    expect(body.match(/:Security /g)).toHaveLength(1);
    expect(body).toContain('soap:mustUnderstand="1"');
    expect(body).toContain("2024-01-02T03:05:05.678Z");
    expect(body).toContain("urn:uuid:1");
    const { createHash } = await import("node:crypto");
    const digest = createHash("sha1")
      .update(Buffer.alloc(16, 7))
      .update("2024-01-02T03:04:05.678Zp<")
      .digest("base64");
    expect(body).toContain(`>${digest}<`);
    expect(body).not.toContain("p&lt;");
  });

  it("send the password as text by default", async () => {
    const security = usernameToken({ username: "u", password: "p<" });
    const { client, sent } = withMock(() => value, { security });
    await getOrders(client, { Customer: 1 });
    expect(sent[0]?.body).toContain("PasswordText");
    expect(sent[0]?.body).toContain(">p&lt;<");
  });
});

describe("SoapError", () => {
  it("is recognised by its shape, as another copy of the runtime would make it", () => {
    const foreign = Object.assign(new Error("x"), {
      name: "SoapError",
      kind: "timeout",
    });
    expect(isSoapError(foreign)).toBe(true);
    expect(isSoapError(new Error("x"))).toBe(false);
    expect(new SoapError("x", { kind: "network" })).toBeInstanceOf(SoapError);
    expect(new SoapError("x", { kind: "network" })).toBeInstanceOf(Error);
  });
});
