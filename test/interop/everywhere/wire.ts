import {
  createAccountManagementClient,
  getInvoices,
} from "../../../generated/account-management/index.js";
import {
  request as invoicesRequest,
  response as invoicesResponse,
} from "../../../generated/account-management/fixtures/GetInvoices.js";
import {
  binaryContent,
  isSoapError,
  mtom,
  timestamp,
  usernameToken,
  type BinaryContent,
  type Client,
  type ClientOptions,
  type Operation,
  type SoapError,
} from "../../../generated/runtime/index.js";
import { adler32 } from "../live/support/adler32.js";
import { scenarios } from "../live/scenarios/index.js";

/*
 * The same calls on every platform: no test runner, no module of a platform. What `runWire` gives is printed or posted
 * by a few lines that differ from platform to platform.
 */

/** An SDK generated from `live/contract/interop.wsdl`. */
export interface InteropSdk {
  createInteropClient(options: ClientOptions): Client;
  readonly [operation: string]: unknown;
}

export interface Wire {
  readonly sdk: InteropSdk;
  /** The same with binary values that are streamed. */
  readonly streamed: InteropSdk;
  readonly origin: string;
}

type Check = (wire: Wire) => Promise<void>;

/** `ok NAME`, or `failed NAME: REASON`, for every check. */
export async function runWire(wire: Wire): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [name, check] of checks) {
    try {
      await check(wire);
      lines.push(`ok ${name}`);
    } catch (error) {
      lines.push(`failed ${name}: ${String(error)}`);
    }
  }
  return lines;
}

function operation(sdk: InteropSdk, name: string): Operation<unknown, unknown> {
  const found = sdk[name];
  if (typeof found !== "function") throw new Error(`no operation ${name}`);
  // What the SDK exports under the name of an operation calls it.
  return found as Operation<unknown, unknown>;
}

function clientAt(
  { sdk, origin }: Wire,
  path: string,
  options: ClientOptions = {},
): Client {
  const endpoint = origin + path;
  return sdk.createInteropClient({ endpoint, ...options });
}

/** Text that is the same for equal values only: JSON has no bigints, bytes, NaN and -0, and members have no order. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member === "bigint") return `${member}n`;
    if (member instanceof Uint8Array)
      return `${member.length} bytes ${adler32(member)}`;
    if (Object.is(member, -0)) return "-0";
    if (typeof member === "number" && !Number.isFinite(member))
      return String(member);
    return isRecord(member)
      ? Object.fromEntries(Object.entries(member).toSorted(byName))
      : member;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function expectEqual(actual: unknown, expected: unknown): void {
  const [left, right] = [shown(actual), shown(expected)];
  if (left === right) return;
  throw new Error(`${left.slice(0, 300)} is not ${right.slice(0, 300)}`);
}

function expectMatch(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new Error(`"${actual}" is not ${pattern}`);
}

async function failure(call: Promise<unknown>): Promise<SoapError> {
  try {
    await call;
  } catch (error) {
    if (isSoapError(error)) return error;
    throw error;
  }
  throw new Error("the call succeeded");
}

const echoes = (["soap11", "soap12"] as const).flatMap((protocol) =>
  scenarios.map(({ name, operation: echo, value }): [string, Check] => [
    `${protocol}: ${name}`,
    async (wire) => {
      const client = clientAt(wire, "/echo", { protocol });
      expectEqual(await operation(wire.sdk, echo)(client, value), value);
    },
  ]),
);

const bindings = (["soap11", "soap12", "http-get", "http-post"] as const).map(
  (protocol): [string, Check] => [
    `a documented service over ${protocol}`,
    async ({ origin }) => {
      const endpoint = `${origin}/mock`;
      const client = createAccountManagementClient({ protocol, endpoint });
      expectEqual(await getInvoices(client, invoicesRequest), invoicesResponse);
    },
  ],
);

const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) & 255);

function echoContent(
  { streamed, origin }: Wire,
  value: BinaryContent,
): Promise<{ readonly value: BinaryContent }> {
  const endpoint = `${origin}/echo`;
  const options = { endpoint, packaging: mtom() };
  const echo = operation(streamed, "echoBytes");
  // The streamed SDK's own types say so.
  return echo(streamed.createInteropClient(options), { value }) as Promise<{
    readonly value: BinaryContent;
  }>;
}

const others: readonly (readonly [string, Check])[] = [
  [
    "bytes beside the message",
    async (wire) => {
      const client = clientAt(wire, "/echo", { packaging: mtom() });
      const echo = operation(wire.sdk, "echoBytes");
      expectEqual(await echo(client, { value: bytes }), { value: bytes });
    },
  ],
  [
    "a blob beside the message, and a stream back",
    async (wire) => {
      const blob = new Blob([bytes], { type: "image/png" });
      const { value } = await echoContent(wire, blob);
      expectEqual(new Uint8Array(await value.arrayBuffer()), bytes);
    },
  ],
  [
    "a stream beside the message, both ways",
    async (wire) => {
      const source = binaryContent(new Blob([bytes]).stream());
      const call = echoContent(wire, source);
      if ("document" in globalThis) {
        // Browsers send streams over HTTP/2 only.
        expectEqual((await failure(call)).kind, "network");
        return;
      }
      const { value } = await call;
      expectEqual(new Uint8Array(await value.arrayBuffer()), bytes);
    },
  ],
  [
    "a declared fault",
    async (wire) => {
      const fail = operation(wire.sdk, "fail");
      const call = fail(clientAt(wire, "/echo"), { how: "declared" });
      const error = await failure(call);
      if (error.kind !== "fault") throw error;
      expectEqual(error.fault.detail, { code: 7, what: "größte" });
    },
  ],
  [
    "a page instead of a message",
    async (wire) => {
      const ping = operation(wire.sdk, "ping");
      const error = await failure(ping(clientAt(wire, "/html"), {}));
      if (error.kind !== "http") throw error;
      expectEqual([error.status, error.body], [502, "<h1>Bad gateway</h1>"]);
    },
  ],
  [
    "an answer that is not well-formed",
    async (wire) => {
      const ping = operation(wire.sdk, "ping");
      const error = await failure(ping(clientAt(wire, "/broken"), {}));
      expectEqual(error.kind, "decode");
    },
  ],
  [
    "an answer that is too large",
    async (wire) => {
      const limits = { maxSize: 10_000 };
      const client = clientAt(wire, "/echo", { limits });
      const call = operation(wire.sdk, "echoBytes")(client, { value: bytes });
      expectEqual((await failure(call)).kind, "decode");
    },
  ],
  [
    "a value that the schema refuses",
    async (wire) => {
      const echo = operation(wire.sdk, "echoBytes");
      const call = echo(clientAt(wire, "/echo"), { value: "text" });
      expectMatch((await failure(call)).message, /^value: expected/);
    },
  ],
  [
    "a deadline",
    async (wire) => {
      const client = clientAt(wire, "/slow", { timeout: 100 });
      const error = await failure(operation(wire.sdk, "ping")(client, {}));
      expectEqual(error.kind, "timeout");
    },
  ],
  [
    "a signal",
    async (wire) => {
      const stop = new AbortController();
      const { signal } = stop;
      const ping = operation(wire.sdk, "ping");
      const call = ping(clientAt(wire, "/slow"), {}, { signal });
      setTimeout(() => stop.abort(), 50);
      expectEqual((await failure(call)).kind, "aborted");
    },
  ],
  [
    "a server that is not there",
    async (wire) => {
      const client = clientAt(wire, "", { endpoint: "http://127.0.0.1:1/" });
      const error = await failure(operation(wire.sdk, "ping")(client, {}));
      expectEqual(error.kind, "network");
    },
  ],
  [
    "a signed-in caller",
    async (wire) => {
      const user = { username: "me", password: "secret", type: "digest" };
      const security = [
        usernameToken({ ...user, type: "digest" }),
        timestamp(),
      ];
      const ping = operation(wire.sdk, "ping");
      const client = clientAt(wire, "/digest", { security });
      expectEqual(await ping(client, {}), {});
      const other = usernameToken({ ...user, password: "no", type: "digest" });
      const wrong = clientAt(wire, "/digest", { security: other });
      expectEqual((await failure(ping(wrong, {}))).kind, "fault");
    },
  ],
  [
    "many calls at once",
    async (wire) => {
      const client = clientAt(wire, "/echo");
      const echo = operation(wire.sdk, "echoTexts");
      const values = Array.from({ length: 50 }, (_, at) => ({
        value: [`text ${at}`],
      }));
      const calls = values.map((value) => echo(client, value));
      expectEqual(await Promise.all(calls), values);
    },
  ],
];

const checks: readonly (readonly [string, Check])[] = [
  ...echoes,
  ...bindings,
  ...others,
];
