import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOrdersServiceClient,
  placeOrder,
} from "../../generated/orders/index.js";
import { request } from "../../generated/orders/fixtures/PlaceOrder.js";
import { SOAP_11, SOAP_12 } from "../../src/runtime/xml/namespaces.js";
import {
  startLoopbackServer,
  type Answer,
  type LoopbackServer,
} from "../support/loopback-server.js";
import { envelope, outOfStock } from "./orders-service.js";

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

async function failWith(
  protocol: "soap11" | "soap12",
  answer: Answer,
): Promise<unknown> {
  server.answer(answer);
  const client = createOrdersServiceClient({
    endpoint: server.origin,
    protocol,
  });
  const tried = await placeOrder.safe(client, request);
  return tried.ok ? undefined : tried.error;
}

describe.each(["soap11", "soap12"] as const)("a fault over %s", (protocol) => {
  it.each([200, 202, 400, 401, 500, 503])(
    "that is declared is typed, with status %d too",
    async (status) => {
      const body = envelope(protocol, outOfStock(protocol, "A-1"));
      expect(await failWith(protocol, { status, body })).toMatchObject({
        kind: "fault",
        status,
        message: "gone",
        fault: { name: "OutOfStock", detail: { article: ["A-1"] } },
      });
    },
  );

  it("that is declared keeps its detail where it breaks its type", async () => {
    const body = envelope(protocol, outOfStock(protocol, "<x/>"));
    const error = await failWith(protocol, { status: 500, body });
    expect(error).toMatchObject({
      kind: "fault",
      fault: { detailXml: [{ name: "{urn:example:orders}OutOfStock" }] },
    });
    expect(error).not.toHaveProperty("fault.name");
  });

  it("with an unknown detail has it as a tree, attributes and text included", async () => {
    const detail = '<d:x xmlns:d="urn:d" a="1">t<y/></d:x>text';
    const body = envelope(
      protocol,
      outOfStock(protocol, "A").replace(/<OutOfStock.*<\/OutOfStock>/, detail),
    );
    expect(await failWith(protocol, { status: 500, body })).toMatchObject({
      fault: {
        detailText: "text",
        detailXml: [
          {
            name: "{urn:d}x",
            attributes: { a: "1" },
            children: ["t", { name: "y" }],
          },
        ],
      },
    });
  });

  it("of the other version is read as well", async () => {
    const other = protocol === "soap11" ? "soap12" : "soap11";
    const body = envelope(other, outOfStock(other, "A-1"));
    expect(await failWith(protocol, { status: 500, body })).toMatchObject({
      fault: {
        version: other === "soap11" ? "1.1" : "1.2",
        detail: { article: ["A-1"] },
      },
    });
  });
});

describe("a fault of SOAP 1.2", () => {
  it("has its code, subcodes, reason, node and role", async () => {
    const body = envelope(
      "soap12",
      '<e:Fault><e:Code><e:Value>e:Receiver</e:Value><e:Subcode><e:Value xmlns:a="urn:a">a:Outer</e:Value>' +
        '<e:Subcode><e:Value xmlns:a="urn:b">a:Inner</e:Value></e:Subcode></e:Subcode></e:Code>' +
        '<e:Reason><e:Text xml:lang="en">no</e:Text><e:Text xml:lang="de">nein</e:Text></e:Reason>' +
        "<e:Node>urn:node</e:Node><e:Role>urn:role</e:Role></e:Fault>",
    );
    expect(await failWith("soap12", { status: 500, body })).toMatchObject({
      fault: {
        version: "1.2",
        code: { namespace: SOAP_12, local: "Receiver" },
        subcodes: [
          { namespace: "urn:a", local: "Outer" },
          { namespace: "urn:b", local: "Inner" },
        ],
        reason: "no",
        node: "urn:node",
        actor: "urn:role",
      },
    });
  });

  it("says that a header block was not understood, and which", async () => {
    const not = `<e:NotUnderstood qname="q:Session" xmlns:q="urn:example:orders"/>`;
    const fault =
      '<e:Fault><e:Code><e:Value>e:MustUnderstand</e:Value></e:Code><e:Reason><e:Text xml:lang="en">what?</e:Text></e:Reason></e:Fault>';
    const body = envelope("soap12", fault, not);
    expect(await failWith("soap12", { status: 500, body })).toMatchObject({
      fault: { code: { namespace: SOAP_12, local: "MustUnderstand" } },
    });
  });
});

describe("a fault of SOAP 1.1", () => {
  it.each([
    ["e:Server.Busy", { namespace: SOAP_11, local: "Server.Busy" }],
    ["Server", { namespace: "", local: "Server" }],
    ["none:Server", { namespace: "", local: "none:Server" }],
    [" e:MustUnderstand\n", { namespace: SOAP_11, local: "MustUnderstand" }],
  ])("has the code %j as it is meant", async (code, expected) => {
    const body = envelope(
      "soap11",
      `<e:Fault><faultcode>${code}</faultcode><faultstring>no</faultstring><faultactor>urn:who</faultactor></e:Fault>`,
    );
    expect(await failWith("soap11", { status: 500, body })).toMatchObject({
      fault: { code: expected, reason: "no", actor: "urn:who" },
    });
  });

  it.each([
    ["qualified parts", "e:"],
    ["no code", ""],
  ])("with %s is still one", async (_name, prefix) => {
    const parts =
      prefix === ""
        ? "<faultstring>no</faultstring>"
        : `<e:faultcode>e:Server</e:faultcode><e:faultstring>no</e:faultstring>`;
    const body = envelope("soap11", `<e:Fault>${parts}</e:Fault>`);
    expect(await failWith("soap11", { status: 500, body })).toMatchObject({
      kind: "fault",
      fault: { reason: "no" },
    });
  });
});
