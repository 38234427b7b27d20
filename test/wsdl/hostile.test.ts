import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { folderOf, run } from "./command-line.js";

const hostile = resolve(import.meta.dirname, "../../../shared/hostile");
const index = join(hostile, "index.tsv");

interface Case {
  readonly id: string;
  readonly file: string;
  readonly threat: string;
  readonly assertions: readonly string[];
}

/** The WSDLs of the collection, with what is to be true of each. */
function readCases(): readonly Case[] {
  if (!existsSync(index)) return [];
  return readFileSync(index, "utf8")
    .trimEnd()
    .split("\n")
    .map((row) => row.split("\t"))
    .filter(([, kind]) => kind === "wsdl")
    .map((row) => {
      const [id = "", , file = "", threat = "", , , assertions = ""] = row;
      return { id, file, threat, assertions: assertions.split(";") };
    });
}

const cases = readCases();

/** Seconds of processor time; the limits of the collection are for a whole process. */
const defaultSeconds = 30;

let folder = "";
afterEach(() => {
  if (folder !== "") rmSync(folder, { recursive: true });
});

if (cases.length === 0)
  it.skip(`hostile WSDLs: ${hostile} is absent`, () => undefined);
else
  describe("hostile WSDLs", () => {
    it.each(cases)(
      "$id ($threat) is accepted or refused in order",
      async ({ file, assertions }) => {
        folder = folderOf({});
        const output = join(folder, "api");
        const start = process.cpuUsage();
        const { exitCode, out, err } = await run(folder, [
          "generate",
          join(hostile, file),
          "-o",
          output,
        ]);
        const { user, system } = process.cpuUsage(start);
        const limit = timeLimit(assertions);
        expect((user + system) / 1e6).toBeLessThan(limit);
        expect(err).not.toMatch(/^\s+at .*\.[jt]s:\d+/m);
        expect([0, 1, 5]).toContain(exitCode);
        if (assertions.includes("gen_ok")) expect(exitCode).toBe(0);
        if (assertions.includes("gen_err")) expect(exitCode).not.toBe(0);
        if (assertions.includes("has_position"))
          expect(err).toMatch(/case\.wsdl:\d+:\d+/);
        // Nothing beside the output folder, and no output without success.
        expect(readdirSync(folder)).toEqual(exitCode === 0 ? ["api"] : []);
        expect(out.includes("wrote")).toBe(exitCode === 0);
      },
      60_000,
    );
  });

function timeLimit(assertions: readonly string[]): number {
  const given = assertions
    .map((each) => /^time<(\d+)$/.exec(each)?.[1])
    .find((each) => each !== undefined);
  return given === undefined ? defaultSeconds : Number(given);
}
