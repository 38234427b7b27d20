import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../../src/runtime/index.js";
import { shared } from "../../support/infer-files.js";
import { startAsmx } from "./support/asmx-host.js";
import { makeLiveSdk, type LiveSdk } from "./support/live-sdk.js";
import type { ServerProcess } from "./support/server-process.js";

const oracle = join(shared ?? "", "oracle");
const pairs = join(oracle, "pairs/Rpc");

if (!existsSync(pairs))
  console.log("../shared is absent: the live service Rpc is not tried");

const home = { Street: "High St" };
const person = {
  Name: "größe",
  Age: 33,
  Home: home,
  Tags: ["a", "b"],
  Others: [home, { Street: "Low St" }],
  Fav: "Green",
};

describe.skipIf(!existsSync(pairs)).each(["soap11", "soap12"] as const)(
  "the live service Rpc over %s",
  (protocol) => {
    let server: ServerProcess;
    let sdk: LiveSdk;
    beforeAll(async () => {
      server = await startAsmx(join(oracle, "app"));
      sdk = await makeLiveSdk(["service.wsdl"], pairs);
    });
    afterAll(async () => {
      sdk?.remove();
      await server?.stop();
    });

    const client = (): Client =>
      sdk.client({ protocol, endpoint: `${server.origin}/Rpc.asmx` });

    it.each<readonly [string, unknown, unknown]>([
      ["hello", { name: "größe", n: 3 }, { HelloResult: "größe" }],
      ["echo", { p: person }, { EchoResult: person }],
      ["ints", { a: [1, -2, 3], b: [home] }, { IntsResult: [1, -2, 3] }],
      [
        "lit",
        { p: { Name: "n", Age: 1, Fav: "Red" }, q: "q" },
        { LitResult: { Name: "n", Age: 1, Fav: "Red" } },
      ],
      [
        "docEnc",
        { parameters: { p: person, q: "q" } },
        { parameters: { DocEncResult: person } },
      ],
    ])("takes and gives the values of %s", async (name, input, answer) => {
      const value = await sdk.operation(name)(client(), input);
      expect(value).toMatchObject(answer as object);
    });

    it("gives several results", async () => {
      const out = await sdk.operation("out")(client(), { a: "x", c: "Green" });
      expect(out).toMatchObject({ c: "Green" });
    });

    it("takes a one-way call", async () => {
      const value = await sdk.operation("fire")(client(), { s: "x" });
      expect(value).toBeUndefined();
    });
  },
);
