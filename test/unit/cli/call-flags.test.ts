import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../../../src/cli/run-cli.js";
import { projectFolder } from "../config/fixture.js";
import {
  startLoopbackServer,
  type LoopbackServer,
} from "../../support/loopback-server.js";

const specs = join(import.meta.dirname, "../../../specs");
const ns = "urn:example:library";

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

async function run(cwd: string, ...args: readonly string[]) {
  let out = "";
  let err = "";
  const exitCode = await runCli(args, {
    cwd,
    environment: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
  });
  return { exitCode, out, err };
}

/** `call find`, with an answer that lacks a part that it has to have. */
function find(...args: readonly string[]) {
  const body = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><n:findResponse xmlns:n="${ns}"><more>true</more></n:findResponse></soap:Body></soap:Envelope>`;
  server.answer({ body });
  const spec = join(specs, "library");
  const input = '{ "words": "a", "most": 1 }';
  return run(
    projectFolder(),
    ...["call", "find", "--spec", spec, "--data", input],
    ...["--endpoint", `${server.origin}/library`, ...args],
  );
}

describe("call", () => {
  test("refuses what the schema does not admit, unless --lenient overlooks it", async () => {
    const strict = await find();
    expect(strict.exitCode).toBe(1);
    expect(strict.err).toContain("/Envelope/Body/findResponse");
    const { exitCode, out } = await find("--lenient", "missing,order");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({ more: true });
  });

  test("sends each --header", async () => {
    await find("-H", "Authorization: Bearer x:y", "--header", "X-Trace:  7 ");
    expect(server.received.at(-1)?.headers).toMatchObject({
      authorization: "Bearer x:y",
      "x-trace": "7",
    });
  });

  test("waits no longer than --timeout", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => {
      silent.listen(0, "127.0.0.1", resolve);
    });
    // A listening TCP server has an address of this form.
    const { port } = silent.address() as AddressInfo;
    const { exitCode, err } = await run(
      projectFolder(),
      ...["call", "ping", "--spec", join(specs, "library")],
      ...["--endpoint", `http://127.0.0.1:${port}`, "--timeout", "50"],
    );
    silent.closeAllConnections();
    silent.close();
    expect(err).toContain("no answer within 50 ms");
    expect(exitCode).toBe(5);
  });

  test("speaks the protocol of --port", async () => {
    const data = '{ "limit": 1, "status": { "one": ["placed"] } }';
    const dry = (...args: readonly string[]) =>
      run(
        projectFolder(),
        ...["call", "FindOrders", "--spec", join(specs, "orders")],
        ...["--data", data, "--dry-run", ...args],
      );
    const { out } = await dry();
    expect(out).toMatch(/^POST https:\/\/orders\.example\.com\/soap\n/);
    const other = await dry("--port", "OrdersSoap12");
    expect(other.out).toMatch(/^POST https:\/\/orders\.example\.com\/soap12\n/);
    expect(other.out).toContain("http://www.w3.org/2003/05/soap-envelope");
    const { exitCode, err } = await dry("--port", "OrdersSoap13");
    expect(exitCode).not.toBe(0);
    expect(err).toContain("OrdersSoap12");
  });

  test("shows with --dry-run what would be sent, and where", async () => {
    const before = server.received.length;
    const { out } = await find("--dry-run", "-H", "Authorization: Basic eA==");
    expect(out).toMatch(/^POST http:\/\/127\.0\.0\.1:\d+\/library\n/);
    expect(out).toMatch(/^authorization: Basic eA==$/im);
    expect(out).toContain("<words>a</words>");
    expect(server.received).toHaveLength(before);
  });

  test.each([
    [["--header", "none"], "--header must be 'NAME: VALUE'"],
    [["--header", "A: b\nC: d"], "--header must be 'NAME: VALUE'"],
    [["--timeout", "0"], "--timeout must be a number of milliseconds"],
    [["--lenient", "mising"], '--lenient has no rule "mising"'],
    [["--endpoint", "file:///etc/passwd"], "--endpoint was given more"],
  ])("refuses %j", async (args, reason) => {
    const { exitCode, err, out } = await find(...args);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toContain(reason);
  });
});

describe("validate", () => {
  const message = `<n:find xmlns:n="${ns}"><words>a</words><most>1</most></n:find>`;
  const envelope = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${message}</soap:Body></soap:Envelope>`;
  const validate = (...args: readonly string[]) =>
    run(
      projectFolder({ "a.xml": envelope }),
      ...["validate", "a.xml", "--spec", join(specs, "library"), ...args],
    );

  test("finds the operation by the message, or takes the one that is named", async () => {
    expect((await validate()).out).toBe("a.xml: request of find, valid\n");
    const args = ["--operation", "find", "--direction", "request"];
    expect((await validate(...args)).exitCode).toBe(0);
  });

  test("says so where the message is another's, or goes the other way", async () => {
    const other = await validate("--operation", "lend");
    expect(other.exitCode).toBe(1);
    expect(other.err).toContain("is the request of find, which is not what");
    const response = await validate(
      ...["--operation", "find", "--direction", "response"],
    );
    expect(response.exitCode).toBe(1);
    const none = await validate("--operation", "fnd");
    expect(none.exitCode).not.toBe(0);
    expect(none.err).toContain('did you mean "find"?');
  });
});
