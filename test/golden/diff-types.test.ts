import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { catalogueEntry } from "../../src/diagnostics/index.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";
import { contentCases } from "../unit/diff/content-cases.js";
import { diffSides, wsdlOf, type Side } from "../unit/diff/diff-documents.js";

interface Sides {
  readonly name: string;
  readonly old: Side;
  readonly current: Side;
}

const all: readonly Sides[] = Object.entries(contentCases).map(
  ([name, { old, new: current, schema = "", newSchema = schema }]) => ({
    name,
    old: { schema, request: old, response: old },
    current: { schema: newSchema, request: current, response: current },
  }),
);

/** A caller gives what the old SDK took to the new one, and reads what the new one gives as the old one did. */
const uses = all
  .map(
    (_each, index) => `\
import type * as o${index} from "./out/c${index}old/index.js";
import type * as n${index} from "./out/c${index}new/index.js";
export const q${index}: n${index}.Do = {} as o${index}.Do;
export const r${index}: o${index}.DoResponse = {} as n${index}.DoResponse;
`,
  )
  .join("");

async function breaks(
  { old, current }: Sides,
  direction: "request" | "response",
): Promise<boolean> {
  const only = (side: Side): Side => ({
    schema: side.schema ?? "",
    [direction]: side[direction],
  });
  const changes = await diffSides(only(old), only(current));
  return changes.some(({ code }) => catalogueEntry(code).breaks !== undefined);
}

test("what the compiler refuses is a breaking change", async () => {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-diff-types-"));
  const specs = all.flatMap(({ old, current }, index) => [
    { path: `specs/c${index}old/t.wsdl`, text: wsdlOf(old) },
    { path: `specs/c${index}new/t.wsdl`, text: wsdlOf(current) },
  ]);
  writePlanned(folder, [...specs, { path: "check.ts", text: uses }]);
  const code = await runCli(["generate", "specs", "-o", "out"], {
    cwd: folder,
    environment: {},
    out: () => undefined,
    err: () => undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  expect(code).toBe(0);
  const output = typeCheck(folder, { compiler: "typescript" });
  const lines = uses.split("\n");
  const refused = [...output.matchAll(/check\.ts\((\d+),/g)].map(
    ([, line]) => /const ([qr])(\d+)/.exec(lines[Number(line) - 1] ?? "") ?? [],
  );
  const unseen: string[] = [];
  for (const [, side, index] of refused) {
    const sides = all[Number(index)];
    const direction = side === "q" ? "request" : "response";
    if (sides !== undefined && !(await breaks(sides, direction)))
      unseen.push(`${sides.name} (${direction})`);
  }
  rmSync(folder, { recursive: true });
  expect(unseen).toEqual([]);
  expect(refused.length).toBeGreaterThan(30);
});
