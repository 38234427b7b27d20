import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSoapError } from "../../src/runtime/index.js";
import { makeLiveSdk, type LiveSdk } from "../interop/live/support/live-sdk.js";

const shared = join(import.meta.dirname, "../../../shared");
const hostile = join(shared, "hostile");
const serve = join(shared, "tools/serve-hostile.cjs");

interface Case {
  readonly id: string;
  readonly threat: string;
  readonly assertions: readonly string[];
}

function readCases(): readonly Case[] {
  if (!existsSync(join(hostile, "index.tsv")) || !existsSync(serve)) {
    console.log("skipped: ../shared/hostile is absent");
    return [];
  }
  const [, ...lines] = readFileSync(join(hostile, "index.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.flatMap((line) => {
    const [id = "", kind, , threat = "", , , assertions = ""] =
      line.split("\t");
    return kind === "response"
      ? [{ id, threat, assertions: assertions.split(";") }]
      : [];
  });
}

/** Where what fetch refuses is not ours to accept: then it has to be a clean "network" error. */
const refusedByFetch: ReadonlyMap<string, string> = new Map([
  ["r-status-100-then-200", "Node takes no interim answer it did not ask for"],
]);

const cases = readCases();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Outcome {
  readonly value?: unknown;
  readonly error?: unknown;
}

/** What the index says that must hold, word by word. */
function check(assertion: string, { value, error }: Outcome): void {
  const [word = "", ...rest] = assertion.split(":");
  const wanted = rest.at(-1);
  const shown = (given: unknown): string =>
    JSON.stringify(given, (_key, each: unknown) =>
      typeof each === "bigint" ? String(each) : each,
    ) ?? "";
  const expectError = (): void => {
    expect(isSoapError(error)).toBe(true);
    if (!isSoapError(error)) return;
    const [kind] = rest;
    if (kind !== undefined) expect(error.kind).toBe(kind);
    if (kind === "http")
      expect(error).toMatchObject({ status: Number(wanted) });
    if (kind === "fault") expect(error.message).toBe(wanted);
  };
  switch (word) {
    case "call_ok":
      expect(error).toBeUndefined();
      if (wanted !== undefined) expect(shown(value)).toContain(wanted);
      break;
    case "call_err":
      expectError();
      break;
    case "call_err_or_value":
      if (error === undefined) expect(shown(value)).toContain(wanted);
      else expect(isSoapError(error)).toBe(true);
      break;
    case "call_err_or_void":
      if (error === undefined) expect(value).toBeUndefined();
      break;
    case "call_ok_or_err":
      if (error !== undefined) expect(isSoapError(error)).toBe(true);
      break;
    case "not_value":
      expect(shown(value)).not.toContain(wanted);
      break;
    case "no_pollution":
      expect(Object.keys(Object.getPrototypeOf({}) as object)).toEqual([]);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  }
}

describe.skipIf(cases.length === 0)("hostile answers", () => {
  let server: ChildProcess;
  let sdk: LiveSdk;
  let port: number;
  const logs = mkdtempSync(join(tmpdir(), "soapstone-hostile-"));

  beforeAll(async () => {
    port = await freePort();
    const canary = await freePort();
    server = spawn(
      process.execPath,
      [serve, hostile, String(port), String(canary), logs],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    await new Promise((resolve) => server.stdout?.once("data", resolve));
    sdk = await makeLiveSdk(["target.wsdl"], hostile);
  });
  afterAll(() => {
    server?.kill();
    sdk?.remove();
    rmSync(logs, { recursive: true });
  });

  const requests = (id: string): number =>
    readFileSync(join(logs, "requests.log"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith(`{"id":"${id}"`)).length;

  it.each(cases.map((each) => [each.id, each] as const))(
    "%s",
    async (id, { assertions }) => {
      const client = sdk.client({ endpoint: `http://127.0.0.1:${port}/${id}` });
      const before = process.memoryUsage().rss;
      const start = performance.now();
      const outcome = await sdk
        .operation(sdk.operations[0] ?? "")(client, { id: "1" })
        .then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
      const seconds = (performance.now() - start) / 1000;
      for (const assertion of assertions) {
        const [, time] = /^time<(\d+)$/.exec(assertion) ?? [];
        if (time !== undefined) expect(seconds).toBeLessThan(Number(time));
        const [, rss] = /^rss<(\d+)$/.exec(assertion) ?? [];
        if (rss !== undefined) {
          const grown = process.memoryUsage().rss - before;
          expect(grown / 2 ** 20).toBeLessThan(Number(rss));
        }
        const isRefused =
          refusedByFetch.has(id) &&
          "error" in outcome &&
          isSoapError(outcome.error) &&
          outcome.error.kind === "network";
        if (!isRefused) check(assertion, outcome);
      }
      expect(requests(id)).toBe(1);
      // Nothing in an answer makes the client ask anyone else.
      expect(existsSync(join(logs, "canary.log"))).toBe(false);
    },
  );
});
