import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectModel } from "../../../src/index.js";
import type { Inspection } from "../../../src/index.js";
import type { Protocol } from "../../../src/model/index.js";
import type { Client } from "../../../src/runtime/index.js";
import { readFiles, shared } from "../../support/infer-files.js";
import { isAnnounced } from "./asmx-types/announced.js";
import { calls, type TypesCall } from "./asmx-types/calls.js";
import { differences, type Difference } from "./asmx-types/differences.js";
import { withoutSpace } from "./asmx-types/without-space.js";
import { startAsmx } from "./support/asmx-host.js";
import {
  makeLiveSdk,
  type LiveOperation,
  type LiveSdk,
} from "./support/live-sdk.js";
import type { ServerProcess } from "./support/server-process.js";

const oracle = join(shared ?? "", "oracle");
const pairs = join(oracle, "pairs/Types");
const protocols: readonly Protocol[] = [
  "soap11",
  "soap12",
  "http-get",
  "http-post",
];

if (shared === undefined || !existsSync(pairs))
  console.log("../shared is absent: the live service Types is not tried");

describe.skipIf(!existsSync(pairs))("the live service Types", () => {
  let server: ServerProcess;
  let declared: LiveSdk;
  let concluded: LiveSdk;
  let inspection: Inspection;
  beforeAll(async () => {
    server = await startAsmx(join(oracle, "app"));
    declared = await makeLiveSdk(["service.wsdl"], pairs);
    // Nothing but the pages.
    concluded = await makeLiveSdk(["*.txt"], pairs);
    const { model } = await readFiles([join(pairs, "*.txt")]);
    inspection = inspectModel(model);
  });
  afterAll(async () => {
    declared?.remove();
    concluded?.remove();
    await server?.stop();
  });

  it("has no operation that is not called", () => {
    const called = calls.map((call) => call.operation);
    const all = [...called, "fail"].sort();
    expect(all).toEqual([...concluded.operations].sort());
    expect(declared.operations).toHaveLength(all.length);
  });

  describe.each(protocols)("over %s", (protocol) => {
    const clientOf = (sdk: LiveSdk, fetch?: typeof globalThis.fetch): Client =>
      sdk.client({
        protocol,
        endpoint: `${server.origin}/Types.asmx`,
        ...(fetch !== undefined && { fetch }),
      });

    it.each(calls.map((call) => [call.operation, call] as const))(
      "answers %s of the WSDL's SDK and of the pages' SDK",
      async (_name, call) => {
        const client = clientOf(declared);
        const operation = declared.operation(declaredName(call));
        const twin = concluded.operation(call.operation);
        const isOffered = carries(operation, client);
        expect(carries(twin, clientOf(concluded))).toBe(isOffered);
        if (!isOffered) return;

        const value = await operation(client, call.input);
        if (call.answer !== undefined)
          expect(withoutSpace(value)).toEqual(call.answer);

        const { pagesInput = call.input } = call;
        const recorded = recorder();
        const answer = await twin(
          clientOf(concluded, recorded.fetch),
          pagesInput,
        );
        const replayed = clientOf(declared, recorded.replay);
        const truth = await operation(replayed, call.input);
        const unannounced = [
          ...unexpected(call, "request", differences(pagesInput, call.input)),
          ...unexpected(call, "response", differences(answer, truth)),
        ];
        expect(unannounced).toEqual([]);
      },
    );

    it("gives the failure of Fail to both", async () => {
      for (const sdk of [declared, concluded]) {
        const fail = sdk.operation("fail");
        const tried = await fail.safe(clientOf(sdk), { how: "soap" });
        expect(tried).toMatchObject(
          protocol.startsWith("soap") ? soapFailure : httpFailure,
        );
      }
    });
  });

  /** The differences that `inspect` had not announced. */
  function unexpected(
    call: TypesCall,
    direction: "request" | "response",
    found: readonly Difference[],
  ): readonly string[] {
    const operation = inspection.operations.find(
      ({ name }) => name.toLowerCase() === call.operation.toLowerCase(),
    );
    const message = operation?.[direction];
    if (message === undefined) return found.map(({ path }) => path.join("."));
    return found
      .filter((each) => !isAnnounced(each, message, inspection))
      .map(({ path }) => path.join("."));
  }

  it("several flags at once, which pages do not show, were said to be possible", async () => {
    const endpoint = `${server.origin}/Types.asmx`;
    const recorded = recorder();
    const input = { p: ["Read", "Exec"] };
    const { fetch } = recorded;
    const all = declared.client({ endpoint, fetch });
    const answer = await declared.operation("getPerm")(all, input);
    expect(answer).toEqual({ GetPermResult: ["Read", "Exec"] });
    const one = concluded.client({ endpoint, fetch: recorded.replay });
    const twin = concluded.operation("getPerm");
    expect(await twin.safe(one, { p: "Read" })).toMatchObject({
      error: { kind: "decode", received: '"Read Exec"' },
    });
    const path = ["GetPermResult"];
    const difference = { path, isMissing: false, isNumber: true };
    const call = { operation: "getPerm" };
    expect(unexpected(call, "response", [difference])).toEqual([]);
  });

  it("would not take a difference for announced where the page is certain", () => {
    const int: Difference = {
      path: ["EchoPrimsResult", "Int"],
      isMissing: false,
      isNumber: false,
    };
    const call = { operation: "echoPrims" };
    expect(unexpected(call, "response", [int])).toEqual([
      "EchoPrimsResult.Int",
    ]);
  });
});

const soapFailure = {
  error: {
    kind: "fault",
    status: 500,
    fault: {
      reason: expect.stringContaining("bad thing"),
      detailXml: [{ name: "{urn:err}code", children: ["42"] }],
    },
  },
};

const httpFailure = { error: { kind: "http", status: 500 } };

/** Overloads have the names of their messages on the pages. */
function declaredName({ operation }: TypesCall): string {
  if (operation === "searchByName") return "search";
  return operation === "searchById" ? "search2" : operation;
}

function carries({ descriptor }: LiveOperation, { port }: Client): boolean {
  return descriptor.bindings.some(({ ports }) => ports.includes(port));
}

/** A fetch that keeps the last answer, and one that gives it again. */
function recorder(): {
  readonly fetch: typeof fetch;
  readonly replay: typeof fetch;
} {
  let last = new Response();
  return {
    fetch: async (...request) => {
      last = await fetch(...request);
      return last.clone();
    },
    replay: async () => last,
  };
}
