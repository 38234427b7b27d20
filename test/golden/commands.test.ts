import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const cli = join(root, "dist/cli/main.js");
const spec = ["--spec", join(root, "specs/orders")];
const order = { status: { one: ["placed"] }, limit: 10 };

const folder = mkdtempSync(join(tmpdir(), "soapstone-"));
let mock: ChildProcess;
let endpoint: string;

beforeAll(async () => {
  writeFileSync(join(folder, "CancelOrder.xml"), "<no envelope");
  const orders = [join(root, "specs/orders"), "--listen", "127.0.0.1:0"];
  const settings = ["--fault", "Place*", "--answers", folder];
  mock = spawn(process.execPath, [cli, "mock", ...orders, ...settings]);
  if (mock.stdout === null) throw new Error("the mock has no stdout");
  const [line] = await once(createInterface(mock.stdout), "line");
  endpoint = /http:\S+/.exec(String(line))?.[0] ?? "";
});
afterAll(async () => {
  mock.kill("SIGTERM");
  const [code] = await once(mock, "exit");
  rmSync(folder, { recursive: true });
  expect(code).toBe(0);
});

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input = ""): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, ...args],
    { cwd: folder, encoding: "utf8", input, env: { ...process.env, CI: "1" } },
  );
  return { status, out: stdout, err: stderr };
}

describe("soapstone call", () => {
  it("prints the answer as JSON, with every digit", () => {
    writeFileSync(join(folder, "req.json"), JSON.stringify(order));
    const args = ["call", "FindOrders", ...spec, "--endpoint", endpoint];
    for (const data of ["@req.json", "-", JSON.stringify(order)]) {
      const { status, out, err } = run(
        [...args, "--data", data],
        JSON.stringify(order),
      );
      expect([status, err]).toEqual([0, ""]);
      const [first] = (JSON.parse(out) as { order: unknown[] }).order;
      expect(first).toMatchObject({ orderId: "1", invoice: "AQ==" });
    }
  });

  it("shows the request without sending it", () => {
    const { status, out } = run([
      "call",
      "FindOrders",
      ...spec,
      "--dry-run",
      "--data",
      '{"limit": 7}',
    ]);
    expect(status).toBe(0);
    expect(out).toContain('SOAPAction: "urn:example:orders/FindOrders"');
    expect(out).toContain('limit="7"');
  });

  it.each([
    ["an unknown operation", ["FindOrder"], "call/unknown-operation", 1],
    [
      "text that is not JSON",
      ["FindOrders", "-d", "{limit}"],
      "call/bad-data",
      1,
    ],
    [
      "a value out of range",
      ["FindOrders", "-d", '{"limit":70000}'],
      "call/refused-value",
      1,
    ],
    [
      "a server that is not there",
      ["FindOrders", "-d", "{}", "--endpoint", "http://127.0.0.1:1/"],
      "call/no-answer",
      5,
    ],
    [
      "a server elsewhere, offline",
      ["FindOrders", "-d", "{}", "--endpoint", "http://example.com/"],
      "load/offline",
      5,
    ],
    ["a header that is none", ["FindOrders", "-H", "x"], "cli/usage", 2],
  ])("refuses %s", (_what, args, code, expected) => {
    const { status, out, err } = run(["call", ...args, ...spec]);
    expect(err).toContain(`error ${code} `);
    expect([status, out]).toEqual([expected, ""]);
  });

  it("reports a fault with its code and reason", () => {
    const place = run([
      "fixtures",
      join(root, "specs/orders"),
      "--operations",
      "PlaceOrder",
      "--json",
    ]);
    const [request] = JSON.parse(place.out) as { value: unknown }[];
    const data = JSON.stringify(request?.value);
    const { status, err } = run([
      "call",
      "PlaceOrder",
      ...spec,
      "-d",
      data,
      "--endpoint",
      endpoint,
    ]);
    expect(status).toBe(1);
    expect(err).toMatch(/^error call\/fault Fault Server: /m);
  });
});

describe("soapstone validate", () => {
  it("says what a message is, and where it is wrong", () => {
    const { out } = run([
      "fixtures",
      join(root, "specs/orders"),
      "--operations",
      "FindOrders",
    ]);
    const [request = ""] = out.split(/^# .*\n/m).filter((text) => text !== "");
    writeFileSync(join(folder, "good.xml"), request);
    writeFileSync(
      join(folder, "bad.xml"),
      request.replace('limit="1"', 'limit="x"'),
    );
    const good = run(["validate", "good.xml", ...spec]);
    expect(good).toEqual({
      status: 0,
      out: "good.xml: request of FindOrders, valid\n",
      err: "",
    });
    const bad = run(["validate", "good.xml", "bad.xml", ...spec]);
    expect(bad.status).toBe(1);
    expect(bad.out).toBe("good.xml: request of FindOrders, valid\n");
    expect(bad.err).toMatch(
      /^error message\/invalid request of FindOrders: .*@limit.*received "x"/m,
    );
    expect(bad.err).toMatch(/^ {2}at bad\.xml:\d+:\d+$/m);
  });

  it("takes elements without envelope, and knows faults", () => {
    const element =
      '<OutOfStock xmlns="urn:example:orders"><article>a</article></OutOfStock>';
    const soap = "http://schemas.xmlsoap.org/soap/envelope/";
    writeFileSync(join(folder, "element.xml"), element);
    writeFileSync(
      join(folder, "fault.xml"),
      `<s:Envelope xmlns:s="${soap}"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>none left</faultstring><detail>${element}</detail></s:Fault></s:Body></s:Envelope>`,
    );
    const { status, out } = run([
      "validate",
      "element.xml",
      "fault.xml",
      ...spec,
    ]);
    expect(status).toBe(0);
    expect(out).toBe(
      "element.xml: element {urn:example:orders}OutOfStock, valid\nfault.xml: fault OutOfStock, valid\n",
    );
  });

  it.each([
    ["of no operation", '<Order xmlns="urn:other"/>', "message/unknown-root"],
    ["that is not well-formed", "<FindOrders", "xml/unclosed-markup"],
    [
      "with a document type",
      '<!DOCTYPE FindOrders [<!ENTITY e "1">]><FindOrders xmlns="urn:example:orders" limit="&e;"/>',
      "message/invalid",
    ],
  ])("refuses a message %s", (_what, text, code) => {
    writeFileSync(join(folder, "message.xml"), text);
    const { status, err } = run(["validate", "message.xml", ...spec]);
    expect(err).toMatch(
      new RegExp(`^error ${code} .*\\n {2}at message\\.xml:1:`, "m"),
    );
    expect(status).toBe(1);
  });
});

describe("soapstone mock", () => {
  it("tells the sender what is wrong with a request", async () => {
    const answer = await fetch(endpoint, {
      method: "POST",
      headers: {
        "Content-Type": "text/xml",
        SOAPAction: '"urn:example:orders/FindOrders"',
      },
      body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><FindOrders xmlns="urn:example:orders" limit="x"/></s:Body></s:Envelope>',
    });
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toMatch(/<faultcode>\w+:Client<\/faultcode>/);
    expect(text).toContain("/Envelope/Body/FindOrders/@limit");
  });

  it("describes itself, and answers 404 to what it does not know", async () => {
    const wsdl = await (await fetch(`${endpoint}/soap?WSDL`)).text();
    expect(wsdl).toContain(`location="${endpoint}/soap"`);
    expect(wsdl).not.toContain("example.com");
    expect((await fetch(`${endpoint}/soap`)).status).toBe(404);
  });

  it("says where it cannot listen", () => {
    const { port } = new URL(endpoint);
    const { status, err } = run([
      "mock",
      join(root, "specs/orders"),
      "--listen",
      port,
    ]);
    expect(status).toBe(5);
    expect(err).toContain("error mock/cannot-listen ");
  });
});
