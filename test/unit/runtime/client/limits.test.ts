import { gzipSync } from "node:zlib";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { createClient, DEFAULT_LIMITS } from "../../../../src/runtime/index.js";
import type { Limits } from "../../../../src/runtime/index.js";
import { answering, failure } from "./client-fixture.js";
import { getOrders, ns, OrdersService } from "./orders.js";

function envelope(content: string, attributes = ""): string {
  const body = `<GetOrdersResponse xmlns="${ns}"><GetOrdersResult>${content}</GetOrdersResult></GetOrdersResponse>`;
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"${attributes}><s:Body>${body}</s:Body></s:Envelope>`;
}

const order = (note: string): string =>
  `<Order><Id>1</Id><Note>${note}</Note></Order>`;

describe("a message past a limit is a decode error", () => {
  const cases: readonly [keyof Limits, number, string, string][] = [
    ["maxDepth", 4, envelope(order("x")), "inside each other"],
    [
      "maxAttributes",
      3,
      envelope("", ' a="" b="" c=""'),
      "more than 3 attributes",
    ],
    ["maxReferences", 2, envelope(order("&#65;&lt;&gt;")), "references"],
    ["maxSize", 100, envelope(""), "larger than 100 bytes"],
    ["maxHeaderSize", 10, envelope(""), "longer headers than 10"],
  ];

  it.each(cases)("%s", async (name, limit, body, message) => {
    const input = { Customer: 1 };
    await getOrders(answering(body), input);
    const client = answering(body, {}, { limits: { [name]: limit } });
    const error = await failure(getOrders(client, input));
    expect(error.kind).toBe("decode");
    expect(error.message).toContain(message);
  });

  it("by default too", async () => {
    expect(DEFAULT_LIMITS).toEqual({
      maxDepth: 500,
      maxAttributes: 1000,
      maxReferences: 10_000_000,
      maxSize: 268_435_456,
      maxHeaderSize: 65_536,
      maxRedirects: 5,
    });
    const headers = {
      "Content-Type": "text/xml",
      "X-Long": "x".repeat(70_000),
    };
    const client = answering(envelope(""), { headers });
    const error = await failure(getOrders(client, { Customer: 1 }));
    expect(error.kind).toBe("decode");
  });

  it("refuses document types and references to what they declare", async () => {
    const doctype = `<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]>${envelope("")}`;
    for (const body of [doctype, envelope(order("&e;"))]) {
      const error = await failure(getOrders(answering(body), { Customer: 1 }));
      expect(error.kind).toBe("decode");
    }
  });
});

describe("over HTTP", () => {
  const listen = async (
    listener: Parameters<typeof createServer>[1],
  ): Promise<{ origin: string; close: () => void }> => {
    const server = createServer({}, listener);
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", resolve),
    );
    // A listening TCP server has an address of this form.
    const { port } = server.address() as AddressInfo;
    const close = (): void => {
      server.close();
      server.closeAllConnections();
    };
    return { origin: `http://127.0.0.1:${port}`, close };
  };

  it("stops reading a compressed answer that grows past the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const { origin, close } = await listen((_request, response) => {
      response.writeHead(200, {
        "Content-Type": "text/xml",
        "Content-Encoding": "gzip",
      });
      response.end(bomb);
    });
    const before = process.memoryUsage().arrayBuffers;
    const limits = { maxSize: 1_000_000 };
    const client = createClient(OrdersService, { endpoint: origin, limits });
    const error = await failure(getOrders(client, { Customer: 1 }));
    close();
    expect(error).toMatchObject({ kind: "decode", received: "more" });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32e6);
  });

  it("follows redirects of the same host with the same message, up to the limit", async () => {
    const seen: string[] = [];
    const { origin, close } = await listen((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      const hop = Number(request.url?.slice(1));
      if (hop > 0) {
        response.writeHead(302, { Location: `/${hop - 1}` });
        return response.end();
      }
      response.writeHead(200, { "Content-Type": "text/xml" });
      response.end(envelope(order("there")));
    });
    const call = (hops: number): ReturnType<typeof getOrders> =>
      getOrders(
        createClient(OrdersService, { endpoint: `${origin}/${hops}` }),
        { Customer: 1 },
      );
    expect(await call(2)).toMatchObject({
      GetOrdersResult: { Order: [{ Note: "there" }] },
    });
    expect(seen).toEqual(["POST /2", "POST /1", "POST /0"]);
    expect(await failure(call(6))).toMatchObject({
      kind: "decode",
      message: "the answer redirects more often than 5 times",
    });
    close();
  });

  it("follows no redirect to another host, nor to one that is no address", async () => {
    let touched = 0;
    const other = await listen((_request, response) => {
      touched++;
      response.end();
    });
    for (const location of [`${other.origin}/`, "http://[", "file:///etc"]) {
      const { origin, close } = await listen((_request, response) => {
        response.writeHead(307, { Location: location });
        response.end();
      });
      const client = createClient(OrdersService, { endpoint: origin });
      const error = await failure(getOrders(client, { Customer: 1 }));
      expect(error).toMatchObject({ kind: "http", status: 307 });
      close();
    }
    other.close();
    expect(touched).toBe(0);
  });
});
