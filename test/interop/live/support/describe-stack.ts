import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSoapError } from "../../../../src/runtime/index.js";
import type { Client, Operation } from "../../../../src/runtime/index.js";
import { scenarios } from "../scenarios/index.js";
import { expectedAnswer } from "./expected-answer.js";
import { makeLiveSdk, type LiveSdk } from "./live-sdk.js";
import type { PortUnderTest, RunningStack, Stack } from "./stack.js";

/** Starts a stack's server, generates the SDK from its description, and holds every answer against the scenario. */
export function describeStack(
  stack: Stack,
  protocols: readonly PortUnderTest["protocol"][],
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
    const client = (): Client => clientOf(sdk, running, protocol);

    it.each(scenarios.map((each) => [each.name, each] as const))(
      "gets %s and gives it back",
      async (_name, scenario) => {
        const operation = sdk.operation(scenario.operation);
        const { value, view, fails } = expectedAnswer(
          scenario,
          protocol,
          stack.limits,
        );
        const call = explained(operation(client(), scenario.value), running);
        if (fails !== undefined) return expect(call).rejects.toThrow(fails);
        const answer = await call;
        const seen = { view: [], ...(answer as { readonly view?: string[] }) };
        expect(seen.view).toEqual(view);
        const { view: _seen, ...rest } = answer as { readonly view?: unknown };
        expect(comparable(rest)).toEqual(comparable(value));
      },
    );

    it("takes an empty message, and gives one", async () => {
      expect(await sdk.operation("ping")(client(), {})).toEqual({});
    });

    it("sees header blocks, and gives some", async () => {
      const logIn = sdk.operation("logIn");
      let answered: unknown;
      const answer = await logIn(
        client(),
        { question: "¿?" },
        {
          soapHeaders: { Session: { user: "abc", ticket: 1n << 40n } },
          onHeaders: (headers) => {
            answered = headers;
          },
        },
      );
      expect(answer).toEqual({
        view: ["question=¿?", "user=abc", `ticket=${1n << 40n}`],
      });
      expect(answered).toEqual({
        Session: { user: "cba", ticket: (1n << 40n) + 1n },
      });
      expect(await logIn(client(), { question: "" })).toEqual({
        view: ["session=absent"],
      });
    });

    it.each(stack.faults)("gives the $how fault", async ({ how, error }) => {
      const tried = await sdk.operation("fail").safe(client(), { how });
      if (tried.ok) throw new Error("the call succeeded");
      expect(tried.error).toMatchObject(error[protocol] ?? {});
    });
  });
}

/** Comparing millions of bytes one by one takes longer than the call. */
function comparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, comparable(member)]),
  );
}

function clientOf(
  sdk: LiveSdk,
  { ports }: RunningStack,
  protocol: PortUnderTest["protocol"],
): Client {
  const port = ports.find((each) => each.protocol === protocol);
  if (port === undefined) throw new Error(`no port for ${protocol}`);
  return sdk.client({ protocol, endpoint: port.endpoint });
}

/** What the server printed says more than its fault. */
async function explained(
  call: ReturnType<Operation<unknown, unknown>>,
  running: RunningStack,
): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (!isSoapError(error)) throw error;
    const detail = JSON.stringify(error).slice(0, 3000);
    throw new Error(
      `${error.message}\n${detail}\n${running.output().slice(-2000)}`,
      { cause: error },
    );
  }
}
