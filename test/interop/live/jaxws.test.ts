import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client, ClientOptions } from "../../../src/runtime/index.js";
import { binary } from "./scenarios/binary.js";
import { comparable } from "./support/comparable.js";
import { makeLiveSdk, type LiveSdk } from "./support/live-sdk.js";
import { expectedFault } from "./support/expected-fault.js";
import { describeStack } from "./support/describe-stack.js";
import { freePort } from "./support/free-port.js";
import { runTool } from "./support/run-tool.js";
import { startServer } from "./support/server-process.js";
import type { RunningStack, Stack } from "./support/stack.js";

const contract = join(import.meta.dirname, "contract/interop.wsdl");
const packages = "jaxws libjaxb-java openjdk-17-jdk-headless";

/** Where Debian puts them, versions left out. */
const libraries = [
  ...["FastInfoset", "asm", "geronimo-annotation-1.3-spec"],
  ...["glassfish-management-api", "glassfish-pfl-asm", "glassfish-pfl-basic"],
  ...["glassfish-pfl-dynamic", "glassfish-pfl-tf", "gmbal"],
  ...["istack-commons-runtime", "javax.activation", "jaxb-runtime"],
  ...["jaxws-ri-rt-jdk9", "jaxws-ri-runtime", "jws-api", "metro-policy"],
  ...["mimepull", "saaj-impl", "stax-ex", "stax2-api", "streambuffer"],
  ...["txw2", "woodstox-core-asl", "xsom"],
].map((name) => `/usr/share/java/${name}.jar`);
const classPath = [...libraries, "/usr/share/jaxws/lib/*", "."].join(":");

const folder = mkdtempSync(join(tmpdir(), "soapstone-jaxws-"));
let built: Promise<void> | undefined;
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes Java of the contract, and compiles the service. */
async function build(into: string): Promise<void> {
  cpSync(join(import.meta.dirname, "jaxws"), into, { recursive: true });
  await runTool(
    packages,
    "wsimport",
    ["-keep", "-quiet", "-Xnocompile", "-p", "interop.gen", contract],
    into,
  );
  const generated = readdirSync(join(into, "interop/gen"));
  const sources = [
    ...generated.map((name) => `interop/gen/${name}`),
    ...readdirSync(into).filter((name) => name.endsWith(".java")),
  ];
  await runTool(
    packages,
    "javac",
    ["-nowarn", "-cp", classPath, ...sources],
    into,
  );
}

const jaxws: Stack = {
  name: "JAX-WS, from the contract",
  async start() {
    built ??= build(folder);
    await built;
    const port = await freePort();
    const server = await startServer({
      program: "java",
      args: ["-cp", classPath, "InteropServer", String(port), contract],
      cwd: folder,
      port,
      packages,
    });
    return {
      ...server,
      inputs: [contract],
      cwd: import.meta.dirname,
      ports: [
        { protocol: "soap11", endpoint: `${server.origin}/soap11` },
        { protocol: "soap12", endpoint: `${server.origin}/soap12` },
      ],
    };
  },
  limits: [],
  faults: [
    // Whatever an exception says, it is the server's fault.
    expectedFault(
      "declared",
      { reason: "rejected", code: "Server" },
      { reason: "rejected", code: "Receiver" },
    ),
    expectedFault("undeclared", { reason: "boom" }),
  ],
};

const required = {
  namespace: "http://www.w3.org/2005/08/addressing",
  local: "MessageAddressingHeaderRequired",
};

describe("JAX-WS with MTOM and WS-Addressing", () => {
  let running: RunningStack;
  let sdk: LiveSdk;
  beforeAll(async () => {
    running = await jaxws.start();
    sdk = await makeLiveSdk(running.inputs, running.cwd);
  });
  afterAll(async () => {
    sdk?.remove();
    await running?.stop();
  });

  const seen: { sent: string; received: string; answer: string }[] = [];
  const clientOf = (options: ClientOptions): Client => {
    const origin = new URL(running.ports[0]?.endpoint ?? "").origin;
    const fetchNoted: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      seen.push({
        sent: new Headers(init?.headers).get("content-type") ?? "",
        received: response.headers.get("content-type") ?? "",
        answer: await response.clone().text(),
      });
      return response;
    };
    return sdk.client({
      protocol: "soap12",
      endpoint: `${origin}/mtom`,
      fetch: fetchNoted,
      ...options,
    });
  };

  it.each(binary)(
    "carries $name beside the message both ways",
    async (each) => {
      const client = clientOf({
        packaging: sdk.mtom(),
        security: sdk.addressing(),
      });
      const { value, view } = each;
      const answer = await sdk.operation(each.operation)(client, value);
      const { value: bytes } = value as { readonly value: unknown };
      expect(comparable(answer)).toEqual(comparable({ value: bytes, view }));
      const { sent, received, answer: text } = seen.at(-1) ?? {};
      expect(received).toMatch(/^multipart\/related/i);
      const isLarge = bytes instanceof Uint8Array && bytes.length > 1000;
      if (isLarge) expect(sent).toMatch(/^multipart\/related.*xop\+xml/);
      if (isLarge) expect(text).toContain(":Include ");
    },
  );

  it("sends the headers that WS-Addressing asks for", async () => {
    const ping = sdk.operation("ping");
    const client = clientOf({
      packaging: sdk.mtom(),
      security: sdk.addressing({ messageId: () => "urn:uuid:7" }),
    });
    expect(await ping(client, {})).toEqual({});
    // What answers to which message.
    expect(seen.at(-1)?.answer).toMatch(/RelatesTo[^<]*>urn:uuid:7</);
    const without = clientOf({ packaging: sdk.mtom() });
    expect(await ping.safe(without, {})).toMatchObject({
      error: {
        kind: "fault",
        fault: { subcodes: expect.arrayContaining([required]) },
      },
    });
  });
});

describe("JAX-WS with MTOM, and an SDK that streams", () => {
  let running: RunningStack;
  let sdk: LiveSdk;
  beforeAll(async () => {
    running = await jaxws.start();
    sdk = await makeLiveSdk(running.inputs, running.cwd, {
      "xs:base64Binary": "stream",
    });
  });
  afterAll(async () => {
    sdk?.remove();
    await running?.stop();
  });

  const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
    new Blob([Uint8Array.from(bytes)]).stream();

  const sources = ["a blob", "a stream"] as const;
  const cases = binary.flatMap((each) =>
    sources.map((source) => [each.name, source, each] as const),
  );

  it.each(cases)(
    "takes %s from %s, and gives them back as a stream",
    async (_name, source, { operation, value, view }) => {
      const { origin } = new URL(running.ports[0]?.endpoint ?? "");
      const client = sdk.client({
        protocol: "soap12",
        endpoint: `${origin}/mtom`,
        packaging: sdk.mtom(),
        security: sdk.addressing(),
      });
      // Values of this scenario are bytes.
      const bytes = (value as { readonly value: Uint8Array }).value;
      const content =
        source === "a blob"
          ? new Blob([Uint8Array.from(bytes)])
          : sdk.binaryContent(streamOf(bytes));
      const answer = await sdk.operation(operation)(client, { value: content });
      // What the SDK's types say of the answer.
      const { value: given, view: seen } = answer as {
        readonly value: Blob;
        readonly view: readonly string[];
      };
      expect(seen).toEqual(view);
      const received = new Uint8Array(await given.arrayBuffer());
      expect(comparable(received)).toEqual(comparable(bytes));
    },
  );
});

describeStack(jaxws, ["soap11", "soap12"]);
