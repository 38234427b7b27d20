import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Protocol } from "../../../../src/model/index.js";
import { isSoapError } from "../../../../src/runtime/index.js";
import type { Client, ClientOptions } from "../../../../src/runtime/index.js";
import { scenarios } from "../scenarios/index.js";
import { comparable } from "./comparable.js";
import { expectedAnswer } from "./expected-answer.js";
import { makeLiveSdk, type LiveSdk } from "./live-sdk.js";
import type { RunningStack, Stack } from "./stack.js";

/** What runs once for all tests of a stack. */
interface Live {
  readonly stack: Stack;
  readonly protocol: Protocol;
  /** Both are there only while tests run. */
  readonly running: () => RunningStack;
  readonly sdk: () => LiveSdk;
}

/** Starts a stack's server, generates the SDK from its description, and holds every answer against the scenario. */
export function describeStack(
  stack: Stack,
  protocols: readonly Protocol[],
): void {
  let running: RunningStack;
  let sdk: LiveSdk;
  beforeAll(async () => {
    running = await stack.start();
    sdk = await makeLiveSdk(running.inputs, running.cwd);
  });
  afterAll(async () => {
    sdk?.remove();
    await running?.stop();
  });

  describe.each(protocols)(`${stack.name} over %s`, (protocol) => {
    const live = { stack, protocol, running: () => running, sdk: () => sdk };
    itEchoes(live);
    itTakesLittleMessages(live);
    it.each(stack.faults)("gives the $how fault", async ({ how, error }) => {
      const tried = await sdk.operation("fail").safe(clientOf(live), { how });
      if (tried.ok) throw new Error("the call succeeded");
      expect(tried.error).toMatchObject(error[protocol] ?? {});
    });
  });
}

function itEchoes(live: Live): void {
  const { stack, protocol } = live;
  it.each(scenarios.map((each) => [each.name, each] as const))(
    "gets %s and gives it back",
    async (_name, scenario) => {
      const { operation, value: input } = scenario;
      const expected = expectedAnswer(scenario, protocol, stack.limits);
      const { value, view, fails, lenient } = expected;
      if (fails !== undefined) {
        const call = callExplained(live, operation, { input });
        await expect(call).rejects.toThrow(fails);
        if (lenient === undefined) return;
      }
      const options = lenient && { lenient };
      const answer = await callExplained(live, operation, { input, options });
      const { view: seen = [], ...rest } = resultOf(stack, answer);
      expect(seen).toEqual(view);
      expect(comparable(rest)).toEqual(comparable(value));
    },
  );
}

function itTakesLittleMessages(live: Live): void {
  const { stack } = live;

  it("takes an empty message, and gives one", async () => {
    expect(await live.sdk().operation("ping")(clientOf(live), {})).toEqual({});
  });

  it("sees header blocks, and gives some", async () => {
    const logIn = live.sdk().operation("logIn");
    const answered: unknown[] = [];
    const options = {
      soapHeaders: { Session: { user: "abc", ticket: 1n << 40n } },
      onHeaders: (headers: unknown) => void answered.push(headers),
    };
    const answer = await logIn(clientOf(live), { question: "¿?" }, options);
    expect(resultOf(stack, answer)).toEqual({
      view: ["question=¿?", "user=abc", `ticket=${1n << 40n}`],
    });
    const session = { user: "cba", ticket: (1n << 40n) + 1n };
    expect(answered).toEqual([{ Session: session }]);
    const anonymous = await logIn(clientOf(live), { question: "" });
    expect(resultOf(stack, anonymous)).toEqual({ view: ["session=absent"] });
  });
}

interface Result {
  readonly view?: readonly string[];
  readonly [member: string]: unknown;
}

/** What an operation returns, out of the only member of the answer where the stack wraps it. */
function resultOf(stack: Stack, answer: unknown): Result {
  // The SDK's own types say so; here it is held against the scenario.
  const result = answer as Result;
  if (stack.wrapsResults !== true) return result;
  return Object.values(result)[0] as Result;
}

function clientOf(
  { protocol, running, sdk }: Live,
  options: Pick<ClientOptions, "lenient"> = {},
): Client {
  const port = running().ports.find((each) => each.protocol === protocol);
  if (port === undefined) throw new Error(`no port for ${protocol}`);
  return sdk().client({ ...options, protocol, endpoint: port.endpoint });
}

/** What the server printed says more than its fault. */
async function callExplained(
  live: Live,
  operation: string,
  {
    input,
    options = {},
  }: {
    readonly input: unknown;
    readonly options?: Pick<ClientOptions, "lenient"> | undefined;
  },
): Promise<unknown> {
  try {
    const client = clientOf(live, options);
    return await live.sdk().operation(operation)(client, input);
  } catch (error) {
    if (!isSoapError(error)) throw error;
    const detail = JSON.stringify(error).slice(0, 3000);
    const printed = live.running().output().slice(-2000);
    const message = `${error.message}\n${detail}\n${printed}`;
    throw new Error(message, { cause: error });
  }
}
