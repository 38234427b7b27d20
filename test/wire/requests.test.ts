import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cancelOrder,
  createOrdersServiceClient,
  findOrders,
  timestamp,
  usernameToken,
  type OrdersServiceClientOptions,
} from "../../generated/orders/index.js";
import { addressing } from "../../generated/runtime/index.js";
import { SOAP_11, SOAP_12 } from "../../src/runtime/xml/namespaces.js";
import { canonicalXml } from "../support/canonical-xml.js";
import {
  startLoopbackServer,
  type LoopbackServer,
  type ReceivedRequest,
} from "../support/loopback-server.js";
import { envelope, found } from "./orders-service.js";

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

/** What the server gets of a call. */
async function sent(
  protocol: "soap11" | "soap12",
  options: Partial<OrdersServiceClientOptions> = {},
): Promise<ReceivedRequest> {
  server.answer({ body: envelope(protocol, found) });
  const client = createOrdersServiceClient({
    endpoint: `${server.origin}/orders?v=1`,
    protocol,
    ...options,
  });
  await findOrders(client, {});
  const request = server.received.at(-1);
  if (request === undefined) throw new Error("nothing was sent");
  return request;
}

/** Text of the only element of that name, whatever its prefix. */
function textOf({ body }: ReceivedRequest, name: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?>([^<]*)<`).exec(body)?.[1];
}

describe("a request", () => {
  it("has the action in a header of its own over SOAP 1.1", async () => {
    const { method, url, headers } = await sent("soap11");
    expect(method).toBe("POST");
    expect(url).toBe("/orders?v=1");
    expect(headers["soapaction"]).toBe('"urn:example:orders/FindOrders"');
    expect(headers["content-type"]).toBe("text/xml; charset=utf-8");
  });

  it("has the action as a parameter of its type over SOAP 1.2", async () => {
    const { headers } = await sent("soap12");
    expect(headers["soapaction"]).toBeUndefined();
    expect(headers["content-type"]).toBe(
      'application/soap+xml; charset=utf-8; action="urn:example:orders/FindOrders"',
    );
  });

  it("says how many bytes it has, not characters", async () => {
    const { body, headers } = await sent("soap11", {
      security: usernameToken({ username: "größe 𝄞", password: "p" }),
    });
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(body)));
    expect(body).toContain("größe 𝄞");
  });

  it("of a one-way operation is sent like any other", async () => {
    server.answer({ status: 202, body: "" });
    const client = createOrdersServiceClient({ endpoint: server.origin });
    await cancelOrder(client, { orderId: 7n });
    expect(canonicalXml(server.received.at(-1)?.body ?? "")).toContain(
      "{urn:example:orders}orderId",
    );
  });

  it.each([
    ["Basic", `Basic ${btoa("user:secret")}`],
    ["Bearer", "Bearer abc.def"],
  ])("carries %s credentials by its headers", async (_name, value) => {
    const fixed = await sent("soap11", { headers: { Authorization: value } });
    expect(fixed.headers["authorization"]).toBe(value);
    const made = await sent("soap12", {
      headers: async () => ({ authorization: value }),
    });
    expect(made.headers["authorization"]).toBe(value);
  });
});

describe.each([
  ["soap11", SOAP_11, "actor", "1"],
  ["soap12", SOAP_12, "role", "true"],
] as const)("a header block over %s", (protocol, soap, role, yes) => {
  it("says for whom it is, and that it has to be understood", async () => {
    server.answer({ body: envelope(protocol, found) });
    const client = createOrdersServiceClient({
      endpoint: server.origin,
      protocol,
    });
    const trace = {
      name: "{urn:example:trace}Trace",
      attributes: {
        [`{${soap}}${role}`]: "urn:example:next",
        [`{${soap}}mustUnderstand`]: yes,
      },
      children: ["7 & 8"],
    };
    const session = { token: "t", language: "en" };
    await findOrders(
      client,
      {},
      { headerBlocks: [trace], soapHeaders: { Session: session } },
    );
    const lines = canonicalXml(server.received.at(-1)?.body ?? "");
    expect(lines).toContain(`{${soap}}${role}="urn:example:next"`);
    expect(lines).toContain(`{${soap}}mustUnderstand="${yes}"`);
    expect(lines).toContain("{urn:example:orders}Session");
    expect(lines).toContain("7 & 8");
  });
});

const created = (): Date => new Date("2024-01-02T03:04:05.678Z");

describe.each(["soap11", "soap12"] as const)(
  "WS-Security over %s",
  (protocol) => {
    const mustUnderstand = protocol === "soap11" ? "1" : "true";

    it("sends name and password as text", async () => {
      const request = await sent(protocol, {
        security: usernameToken({ username: "u&", password: "p<" }),
      });
      expect(textOf(request, "Username")).toBe("u&amp;");
      expect(textOf(request, "Password")).toBe("p&lt;");
      expect(request.body).toContain("#PasswordText");
      expect(request.body).toMatch(
        new RegExp(`mustUnderstand="${mustUnderstand}"`),
      );
    });

    it("sends a digest of nonce, time and password", async () => {
      const request = await sent(protocol, {
        security: usernameToken({
          username: "u",
          password: "größe",
          type: "digest",
        }),
      });
      const nonce = Buffer.from(textOf(request, "Nonce") ?? "", "base64");
      const time = textOf(request, "Created") ?? "";
      const digest = createHash("sha1").update(nonce).update(`${time}größe`);
      expect(nonce).toHaveLength(16);
      expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(60_000);
      expect(textOf(request, "Password")).toBe(digest.digest("base64"));
      expect(request.body).toContain("#PasswordDigest");
      expect(request.body).not.toContain("größe");
    });

    it("never uses a nonce twice", async () => {
      const security = usernameToken({
        username: "u",
        password: "p",
        type: "digest",
      });
      const first = textOf(await sent(protocol, { security }), "Nonce");
      const second = textOf(await sent(protocol, { security }), "Nonce");
      expect(first).not.toBe(second);
    });

    it("puts all of it into one header block, with the time it is good for", async () => {
      const request = await sent(protocol, {
        security: [
          usernameToken({ username: "u", password: "p" }),
          timestamp({ created, ttl: 60 }),
        ],
      });
      expect(request.body.match(/<(?:\w+:)?Security /g)).toHaveLength(1);
      expect(textOf(request, "Created")).toBe("2024-01-02T03:04:05.678Z");
      expect(textOf(request, "Expires")).toBe("2024-01-02T03:05:05.678Z");
    });

    it("sends the headers of WS-Addressing", async () => {
      const request = await sent(protocol, { security: addressing() });
      expect(textOf(request, "To")).toBe(`${server.origin}/orders?v=1`);
      expect(textOf(request, "Action")).toBe("urn:example:orders/FindOrders");
      expect(textOf(request, "MessageID")).toMatch(/^urn:uuid:[\da-f-]{36}$/);
      expect(textOf(request, "Address")).toBe(
        "http://www.w3.org/2005/08/addressing/anonymous",
      );
    });
  },
);
