import { describe, expect, expectTypeOf, it } from "vitest";
import { bindOperations, createClient } from "../../../../src/runtime/index.js";
import type { OutgoingRequest } from "../../../../src/runtime/index.js";
import { MockFault } from "../../../../src/runtime/mock.js";
import { getOrders, ns, OrdersService, ping } from "./orders.js";
import {
  value,
  withMock,
  answering,
  failure,
  envelope,
  neverAnswer,
} from "./client-fixture.js";

describe("a call", () => {
  it.each([
    "OrdersSoap",
    "OrdersSoap12",
    "OrdersGet",
    "OrdersPost",
    "OrdersRpc",
  ])("gives the typed value over port %s", async (port) => {
    const seen: unknown[] = [];
    const { client } = withMock(
      (request) => {
        seen.push(request);
        return value;
      },
      { port, endpoint: "http://localhost/x" },
    );
    const input = { Customer: 7, Tag: ["a b&c", "ä+%"] };
    expect(await getOrders(client, input)).toEqual(value);
    expect(seen).toEqual([input]);
  });

  it("sends SOAP 1.1 as documented", async () => {
    const { client, sent } = withMock(() => value);
    await getOrders(client, { Customer: 7 });
    expect(sent[0]).toMatchObject({
      url: "http://orders.example/o.asmx",
      method: "POST",
      body:
        '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
        `<GetOrders xmlns="${ns}"><Customer>7</Customer></GetOrders>` +
        "</soap:Body></soap:Envelope>",
    });
    expect(sent[0]?.headers.get("soapaction")).toBe(`"${ns}GetOrders"`);
    expect(sent[0]?.headers.get("content-type")).toBe(
      "text/xml; charset=utf-8",
    );
  });

  it("sends the action of SOAP 1.2 as a parameter", async () => {
    const { client, sent } = withMock(() => value, {
      protocol: "soap12",
      endpoint: "http://localhost/",
    });
    await getOrders(client, { Customer: 7 });
    expect(sent[0]?.headers.get("content-type")).toBe(
      `application/soap+xml; charset=utf-8; action="${ns}GetOrders"`,
    );
    expect(sent[0]?.headers.has("soapaction")).toBe(false);
  });

  it("puts parameters into the query, repeated ones again and again", async () => {
    const { client, sent } = withMock(() => value, { port: "OrdersGet" });
    await getOrders(client, { Customer: 7, Tag: ["a", "b c"] });
    expect(sent[0]).toMatchObject({
      url: "http://orders.example/o.asmx/GetOrders?Customer=7&Tag=a&Tag=b%20c",
      method: "GET",
    });
  });

  it("puts parameters into a form, before the query of the address", async () => {
    const { client, sent } = withMock(() => value, { port: "OrdersPost" });
    await getOrders(client, { Customer: 7, Tag: ["a"] });
    expect(sent[0]).toMatchObject({
      url: "http://orders.example/o.asmx/GetOrders?v=1",
      body: "Customer=7&Tag=a",
    });
  });

  it("writes parts of an rpc message without namespace", async () => {
    const { client, sent } = withMock(() => value, { port: "OrdersRpc" });
    await getOrders(client, { Customer: 7 });
    expect(sent[0]?.body).toContain(
      `<ns1:GetOrders xmlns:ns1="${ns}"><Customer>7</Customer></ns1:GetOrders>`,
    );
  });

  it("needs no input where the operation has none, and no answer where it is one-way", async () => {
    const { client } = withMock(() => value);
    expect(await ping(client)).toBeUndefined();
    expect(await ping.safe(client)).toEqual({
      ok: true,
      value: undefined,
      headers: {},
    });
  });

  it("works as a method of a bound object", async () => {
    const { client } = withMock(() => value);
    const orders = bindOperations(client, { getOrders, ping });
    expect(await orders.getOrders({ Customer: 1 })).toEqual(value);
    expect(await orders.ping.safe()).toEqual({
      ok: true,
      value: undefined,
      headers: {},
    });
  });

  it("carries declared header blocks both ways", async () => {
    const header = `<s:Header><o:Session xmlns:o="${ns}">s2</o:Session><x/></s:Header>`;
    const xml = envelope(`<GetOrdersResponse xmlns="${ns}"/>`).replace(
      "<s:Body>",
      `${header}<s:Body>`,
    );
    let body = "";
    const hooks = {
      onRequest: (request: { body?: OutgoingRequest["body"] }) => {
        body = String(request.body);
      },
    };
    const client = answering(xml, {}, { hooks });
    let received: unknown;
    await getOrders(
      client,
      { Customer: 1 },
      {
        soapHeaders: { Session: "s1" },
        onHeaders: (headers) => {
          received = headers;
        },
      },
    );
    expect(received).toEqual({ Session: "s2" });
    expect(body).toContain(
      `<soap:Header><Session xmlns="${ns}">s1</Session></soap:Header>`,
    );
    const xsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
    const nil = xml.replace(
      /<o:Session(.*?)>s2</,
      `<o:Session$1 ${xsi} i:nil="1"><`,
    );
    const none: unknown[] = [];
    const onHeaders = (headers: unknown): void => void none.push(headers);
    await getOrders(answering(nil), { Customer: 1 }, { onHeaders });
    expect(none).toEqual([{}]);
    const error = await failure(
      getOrders(
        client,
        { Customer: 1 },
        // @ts-expect-error the block is called Session
        { soapHeaders: { session: "s" } },
      ),
    );
    expect(error.message).toContain("did you mean Session?");
  });
});

describe("failures", () => {
  it("refuses a bad value before anything is sent", async () => {
    const { client, sent } = withMock(() => value);
    // A value that the types do not admit, as untyped code may give it.
    const input = { Customer: "7" } as unknown as { Customer: number };
    const tried = await getOrders.safe(client, input);
    expect(tried).toMatchObject({
      ok: false,
      error: { kind: "encode", path: "Customer" },
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ["OrdersSoap", 500],
    ["OrdersSoap12", 500],
  ])("gives declared faults with their value over %s", async (port, status) => {
    const { client } = withMock(
      () =>
        new MockFault({
          reason: "too many",
          name: "TooMany",
          detail: { Limit: 5 },
        }),
      { port, endpoint: "http://localhost/" },
    );
    const tried = await getOrders.safe(client, { Customer: 1 });
    if (tried.ok || tried.error.kind !== "fault") throw new Error("no fault");
    const { fault } = tried.error;
    expectTypeOf(fault.detail).toEqualTypeOf<
      { readonly Limit: number } | undefined
    >();
    expect(tried.error).toMatchObject({ status, message: "too many" });
    expect(fault).toMatchObject({
      name: "TooMany",
      detail: { Limit: 5 },
      reason: "too many",
    });
  });

  it("finds a fault whatever the status and the content type", async () => {
    const fault = envelope(
      '<s:Fault><faultcode>s:Client.Auth</faultcode><faultstring>boom</faultstring><faultactor>me</faultactor><detail>plain <e xmlns="urn:e">7</e></detail></s:Fault>',
    );
    for (const status of [200, 400, 500]) {
      const headers = { "Content-Type": "text/html" };
      const client = answering(fault, { status, headers });
      const error = await failure(getOrders(client, { Customer: 1 }));
      expect(error).toMatchObject({
        kind: "fault",
        message: "boom",
        status,
        fault: {
          version: "1.1",
          code: { local: "Client.Auth" },
          reason: "boom",
          actor: "me",
          detailText: "plain",
          detailXml: [{ name: "{urn:e}e", children: ["7"] }],
        },
      });
    }
  });

  it("reads codes, reasons and roles of SOAP 1.2", async () => {
    const soap = "http://www.w3.org/2003/05/soap-envelope";
    const xml =
      `<e:Envelope xmlns:e="${soap}"><e:Body><e:Fault><e:Code><e:Value>e:Sender</e:Value>` +
      '<e:Subcode><e:Value xmlns:m="urn:m">m:Bad</e:Value></e:Subcode></e:Code>' +
      '<e:Reason><e:Text xml:lang="en">no</e:Text><e:Text xml:lang="de">nein</e:Text></e:Reason>' +
      "<e:Node>n</e:Node><e:Role>r</e:Role></e:Fault></e:Body></e:Envelope>";
    const error = await failure(getOrders(answering(xml), { Customer: 1 }));
    expect(error).toMatchObject({
      fault: {
        version: "1.2",
        code: { namespace: soap, local: "Sender" },
        subcodes: [{ namespace: "urn:m", local: "Bad" }],
        reason: "no",
        node: "n",
        actor: "r",
      },
    });
  });

  it("gives an error page as http with its beginning", async () => {
    const client = answering("<html>bad gateway</html>", {
      status: 502,
      headers: { "Content-Type": "text/html" },
    });
    expect(await failure(getOrders(client, { Customer: 1 }))).toMatchObject({
      kind: "http",
      status: 502,
      contentType: "text/html",
      body: "<html>bad gateway</html>",
    });
  });

  it.each([
    ['{"a":1}', 200, "http"],
    ["", 200, "http"],
    ["", 401, "http"],
    [envelope(""), 200, "decode"],
    [envelope("<a/>"), 200, "decode"],
    [envelope(`<GetOrdersResponse xmlns="${ns}"/><x/>`), 200, "decode"],
    [envelope(`<GetOrdersResponse xmlns="${ns}"/>`) + "<x/>", 200, "decode"],
    ["<Envelope/>", 200, "decode"],
  ])("reports %j with status %d as %s", async (body, status, kind) => {
    const client = answering(body, { status });
    expect((await failure(getOrders(client, { Customer: 1 }))).kind).toBe(kind);
  });

  it("says where an answer breaks its type", async () => {
    const xml = envelope(
      `<GetOrdersResponse xmlns="${ns}"><GetOrdersResult><Order><Id>1</Id></Order>\n<Order><Id>x</Id></Order></GetOrdersResult></GetOrdersResponse>`,
    );
    expect(
      await failure(getOrders(answering(xml), { Customer: 1 })),
    ).toMatchObject({
      kind: "decode",
      path: "/Envelope/Body/GetOrdersResponse/GetOrdersResult/Order[2]/Id",
      line: 2,
      received: '"x"',
    });
  });

  it("tells timeout, abort and network failure apart", async () => {
    const client = createClient(OrdersService, {
      fetch: neverAnswer,
      timeout: 5,
    });
    expect((await failure(getOrders(client, { Customer: 1 }))).kind).toBe(
      "timeout",
    );
    const signal = AbortSignal.abort();
    expect(
      (await failure(getOrders(client, { Customer: 1 }, { signal }))).kind,
    ).toBe("aborted");
    const down = createClient(OrdersService, {
      fetch: () => Promise.reject(new TypeError("no route")),
    });
    expect(await failure(getOrders(down, { Customer: 1 }))).toMatchObject({
      kind: "network",
      message: "no route",
    });
  });

  it("tries again only when asked to", async () => {
    let count = 0;
    const fetch = async (): Promise<Response> => {
      if (++count < 3) throw new TypeError("down");
      return new Response(envelope(`<GetOrdersResponse xmlns="${ns}"/>`));
    };
    const once = createClient(OrdersService, { fetch });
    expect((await failure(getOrders(once, { Customer: 1 }))).kind).toBe(
      "network",
    );
    expect(count).toBe(1);
    const often = createClient(OrdersService, { fetch, retries: 3 });
    expect(await getOrders(often, { Customer: 1 })).toEqual({});
    expect(count).toBe(3);
  });

  it("stops reading past the size limit", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const client = answering(body, {}, { limits: { maxSize: 5000 } });
    expect(
      (await failure(getOrders(client, { Customer: 1 }))).message,
    ).toContain("5000");
    expect(pulled).toBeLessThan(20);
  });

  it("refuses headers that would begin another", async () => {
    const { client, sent } = withMock(() => value, {
      headers: { "X-A": "a\r\nX-B: b" },
    });
    expect(await failure(getOrders(client, { Customer: 1 }))).toMatchObject({
      kind: "encode",
      path: "headers.X-A",
    });
    expect(sent).toEqual([]);
  });

  it("calls hooks before, after and on failure", async () => {
    const events: string[] = [];
    const { client, sent } = withMock(() => new MockFault({ reason: "no" }), {
      headers: async () => ({ Authorization: "Bearer t" }),
      hooks: {
        onRequest: (request) => {
          events.push("request");
          return { ...request, headers: { ...request.headers, "X-Hook": "1" } };
        },
        onResponse: ({ status }) => void events.push(`response ${status}`),
        onFault: ({ kind }, operation) =>
          void events.push(`${kind} ${operation}`),
      },
    });
    await failure(getOrders(client, { Customer: 1 }));
    expect(events).toEqual(["request", "response 500", "fault GetOrders"]);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer t");
    expect(sent[0]?.headers.get("x-hook")).toBe("1");
  });
});

describe("createClient", () => {
  it("names the option that is missing or wrong", () => {
    expect(() => createClient(OrdersService, { port: "OrdersSoap12" })).toThrow(
      /^endpoint:/,
    );
    expect(() => createClient(OrdersService, { port: "None" })).toThrow(
      /^port:/,
    );
    expect(() => createClient(OrdersService, { port: "__proto__" })).toThrow(
      /^port:/,
    );
  });

  it("fails clearly for an operation that the port does not have", async () => {
    const { client } = withMock(() => value, { port: "OrdersGet" });
    expect((await failure(ping(client))).message).toContain("OrdersSoap");
  });
});
