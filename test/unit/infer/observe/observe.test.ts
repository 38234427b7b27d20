import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  copyFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../../../src/cli/run-cli.js";
import { compile } from "../../../../src/index.js";
import { root, shared } from "../../../support/infer-files.js";
import { page } from "../overrides/page-with-overrides.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-observe-"));
  writeFileSync(join(folder, "page.txt"), page);
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function observe(...args: readonly string[]): Promise<Run> {
  let out = "";
  let err = "";
  const code = await runCli(["observe", ...args], {
    cwd: folder,
    environment: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  return { code, out, err };
}

function save(name: string, text: string | Uint8Array): void {
  writeFileSync(join(folder, name), text);
}

interface Observed {
  readonly messages: number;
  readonly findings: readonly {
    readonly path: string;
    readonly what: string;
  }[];
  readonly overrides: unknown;
}

async function data(...args: readonly string[]): Promise<Observed> {
  const { out } = await observe("page.txt", "--json", "--from", ...args);
  const document = JSON.parse(out) as { services: readonly Observed[] };
  const [first] = document.services;
  if (first === undefined) throw new Error("no service");
  return first;
}

const request = `<GetOrder xmlns="urn:shop"><Id>7</Id><Filter>secret-filter</Filter></GetOrder>`;

function answer(inner: string): string {
  return `<GetOrderResponse xmlns="urn:shop" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><GetOrderResult>${inner}</GetOrderResult></GetOrderResponse>`;
}

function envelope(body: string, header = ""): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${header}<s:Body>${body}</s:Body></s:Envelope>`;
}

/** One recorded exchange as `.http` files have it. */
function exchange(response: string, sent = request): string {
  const password = `<s:Header><Security xmlns="urn:sec"><Password>hunter2</Password></Security></s:Header>`;
  return `POST /shop/orders.asmx HTTP/1.1\nHost: shop.example\nAuthorization: Basic aHVudGVyMg==\nCookie: sid=hunter2\nContent-Type: text/xml\nSOAPAction: "urn:shop/GetOrder"\n\n${envelope(sent, password)}\n\nHTTP/1.1 200 OK\nContent-Type: text/xml\n\n${envelope(response)}\n\n`;
}

const known = "<Status>Open</Status><Price>12.50</Price>";

describe("what a message shows", () => {
  test.each([
    [
      "null values",
      answer(`${known}<Note xsi:nil="true"/>`),
      { members: { "GetOrderResult/Note": { nillable: true } } },
    ],
    [
      "hidden members and attributes, with their structure",
      answer(
        `${known}<Lines><Line no="1" kind="x"><Sku>a</Sku><Tax><Rate>0.2</Rate><Code>1</Code><Code>2</Code></Tax></Line></Lines>`,
      ),
      {
        types: {
          Line: {
            members: {
              "@kind": { type: "xs:string" },
              Tax: {
                members: {
                  Rate: { type: "xs:decimal" },
                  Code: { type: "xs:int", repeated: true },
                },
                after: "Sku",
              },
            },
          },
        },
      },
    ],
    [
      "the content of a cut-off",
      answer(
        `${known}<Lines><Line no="1"><Photo width="3"><Data>AQI=</Data></Photo></Line></Lines>`,
      ),
      {
        members: {
          "Line/Photo": {
            members: {
              "@width": { type: "xs:int" },
              Data: { type: "xs:string" },
            },
          },
        },
      },
    ],
    [
      "types named by xsi:type",
      answer(
        `${known}<Lines><Line xsi:type="GiftLine" no="1"><Sku>a</Sku><Card>true</Card></Line></Lines>`,
      ),
      {
        types: {
          GiftLine: {
            base: "Line",
            members: { Card: { type: "xs:boolean" } },
          },
        },
      },
    ],
    [
      "that an untyped object may be anything",
      answer(
        `${known}<Extra xsi:type="xsd:int" xmlns:xsd="http://www.w3.org/2001/XMLSchema">1</Extra>`,
      ),
      { members: { "GetOrderResult/Extra": { type: "xs:anyType" } } },
    ],
    [
      "literals of enumerations",
      answer("<Status>Lost</Status>"),
      {
        members: {
          "GetOrderResult/Status": { values: ["Open", "Paid", "Lost"] },
        },
      },
    ],
    [
      "flags",
      answer("<Status>Open Paid</Status>"),
      { members: { "GetOrderResult/Status": { open: true } } },
    ],
    [
      "that a required member is left out",
      answer("<Price>1</Price>"),
      { members: { "GetOrderResult/Status": { presence: "optional" } } },
    ],
    [
      "that a member repeats",
      answer(`${known}<Price>2.50</Price>`),
      { members: { "GetOrderResult/Price": { repeated: true } } },
    ],
    [
      "nothing where a message is as expected",
      answer(`${known}<Lines><Line no="1"><Sku>a</Sku></Line></Lines>`),
      {},
    ],
    [
      "another response element",
      answer(known).replaceAll("GetOrderResponse", "OrderReply"),
      { operations: { GetOrder: { responseElement: "{urn:shop}OrderReply" } } },
    ],
  ])("%s", async (_name, response, overrides) => {
    save("one.http", exchange(response));
    expect((await data("one.http")).overrides).toEqual(overrides);
  });

  test("numbers beyond their type", async () => {
    const sent = request.replace("<Id>7</Id>", "<Id>7000000000</Id>");
    save("one.http", exchange(answer(known), sent));
    expect((await data("one.http")).overrides).toEqual({
      members: { "GetOrder/Id": { type: "xs:long" } },
    });
  });

  test("a request that was refused shows nothing, and neither does the fault", async () => {
    const sent = request.replace("<Id>7</Id>", "<Id>seven</Id><Wrong/>");
    const fault = `<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>`;
    save("one.http", exchange(fault, sent));
    expect((await data("one.http")).overrides).toEqual({});
  });
});

test("text of a declared type that has attributes only", async () => {
  const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><xs:element name="Get"><xs:complexType><xs:attribute name="id" type="xs:int"/></xs:complexType></xs:element></xs:schema>`;
  save("page.txt", "");
  save("service.xsd", xsd);
  save("a.xml", envelope(`<Get xmlns="urn:t" id="1">1.5</Get>`));
  const { out } = await observe("service.xsd", "--json", "--from", "a.xml");
  expect(JSON.parse(out)).toMatchObject({
    services: [
      {
        overrides: {
          members: { Get: { members: { $value: { type: "xs:decimal" } } } },
        },
      },
    ],
  });
});

describe("where messages come from", () => {
  const nil = answer(`${known}<Note xsi:nil="true"/>`);
  const proposed = { members: { "GetOrderResult/Note": { nillable: true } } };

  test("several exchanges in one file", async () => {
    save("many.http", exchange(answer(known)) + exchange(nil) + exchange(nil));
    const { messages, overrides, findings } = await data("many.http");
    expect(messages).toBe(6);
    expect(overrides).toEqual(proposed);
    expect(findings).toMatchObject([{ path: "GetOrderResult/Note", count: 2 }]);
  });

  test("bare envelopes, in several files and patterns", async () => {
    save("a.xml", envelope(answer(known)));
    save("b.xml", envelope(nil));
    expect(await data("a.xml", "b.xml")).toMatchObject({
      messages: 2,
      overrides: proposed,
    });
    expect(await data("*.xml")).toMatchObject({ overrides: proposed });
  });

  test.each([
    ["as text", (text: string) => ({ text })],
    [
      "as base64",
      (text: string) => ({
        text: Buffer.from(text).toString("base64"),
        encoding: "base64",
      }),
    ],
    [
      "as packed base64",
      (text: string) => ({
        text: gzipSync(text).toString("base64"),
        encoding: "base64",
      }),
    ],
  ])("HAR with bodies %s", async (_name, content) => {
    const headers = [{ name: "SOAPAction", value: "urn:shop/GetOrder" }];
    const entry = {
      request: {
        method: "POST",
        url: "https://user:hunter2@shop.example/orders.asmx",
        headers: [...headers, { name: "Cookie", value: "hunter2" }],
        postData: { mimeType: "text/xml", text: envelope(request) },
      },
      response: {
        status: 200,
        headers: [{ name: "Content-Type", value: "text/xml" }],
        content: { mimeType: "text/xml", ...content(envelope(nil)) },
      },
    };
    save("traffic.har", JSON.stringify({ log: { entries: [entry] } }));
    expect(await data("traffic.har")).toMatchObject({
      messages: 2,
      overrides: proposed,
    });
  });
});

describe("what the user gets", () => {
  test("a diff, and no value of any message", async () => {
    save(
      "one.http",
      exchange(
        answer(
          `${known}<Note lang="top-secret">hush</Note><Hidden>4711-secret</Hidden>`,
        ),
      ),
    );
    const { code, out, err } = await observe("page.txt", "--from", "one.http");
    expect(code).toBe(0);
    expect(out).toContain("page: 2 messages, 1 finding\n");
    expect(out).toContain(
      "GetOrderResult/Hidden: a member that is not known (1 ×, one.http:",
    );
    expect(out).toContain("+++ soapstone.overrides.json");
    expect(out).toContain('+        "Hidden": {');
    expect(out + err).not.toMatch(/secret|hush|hunter2|12\.50|aHVudGVyMg/);
    expect(readdirSync(folder)).not.toContain("soapstone.overrides.json");
  });

  test("--write takes it over; then nothing is left to say", async () => {
    save(
      "soapstone.overrides.json",
      `{ "members": { "GetOrderResult/Price": { "type": "xs:decimal" } } }`,
    );
    save("one.http", exchange(answer(`${known}<Note xsi:nil="true"/>`)));
    const first = await observe("page.txt", "--write", "--from", "one.http");
    expect(first.err).toContain("wrote soapstone.overrides.json");
    const text = readFileSync(join(folder, "soapstone.overrides.json"), "utf8");
    expect(JSON.parse(text)).toEqual({
      members: {
        "GetOrderResult/Price": { type: "xs:decimal" },
        "GetOrderResult/Note": { nillable: true },
      },
    });
    const second = await observe("page.txt", "--from", "one.http");
    expect(second.out).toBe("page: 2 messages, nothing that is not known\n");
  });

  test("without --from it says what is missing", async () => {
    const { code, err } = await observe("page.txt");
    expect(code).toBe(2);
    expect(err).toContain("--from FILE");
  });
});

const oracle = join(shared ?? root, "oracle");

describe.skipIf(shared === undefined)(
  "a live server's recorded messages",
  () => {
    test("what the pages hide is learnt, taken over, and decoded", async () => {
      const pages = join(oracle, "pairs/Types");
      for (const name of readdirSync(pages).filter((each) =>
        each.endsWith(".txt"),
      ))
        copyFileSync(join(pages, name), join(folder, name));
      rmSync(join(folder, "page.txt"));
      const recorded = join(oracle, "exchanges");
      const from = readdirSync(recorded)
        .filter((name) => /^s1[12]-/.test(name))
        .map((name) => join(recorded, name));
      const before = await compile(["."], { cwd: folder });
      const first = await observe(".", "--write", "--from", ...from);
      expect(first.code).toBe(0);
      const second = await observe(".", "--json", "--from", ...from);
      expect(JSON.parse(second.out)).toMatchObject({
        services: [{ overrides: {} }],
      });

      const name = "s11-EchoAnimal-xsitype.http";
      const text = readFileSync(join(recorded, name), "utf8");
      const reply = text.slice(text.lastIndexOf("<?xml"));
      const fetch = (): Promise<Response> =>
        Promise.resolve(
          new Response(reply, { headers: { "content-type": "text/xml" } }),
        );
      const call = (sdk: typeof before): Promise<unknown> =>
        sdk.call("EchoAnimal", { a: { Age: 1 } }, { fetch });
      const dog = { EchoAnimalResult: { $type: "Dog", Barks: true } };
      expect(await call(before).catch(() => undefined)).not.toMatchObject(dog);
      const after = await compile(["."], { cwd: folder });
      expect(await call(after)).toMatchObject(dog);
    }, 60_000);
  },
);
