import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportWsdl } from "../../src/export/index.js";
import { readFiles, shared } from "../support/infer-files.js";
import { shownPaths } from "../support/shown-paths.js";

/** What the score counts, and the part of it that must be right, over all services together. */
const goals = {
  operations: 1,
  actions: 1,
  "members precision": 0.99,
  "members recall": 0.89,
  types: 0.995,
  repeated: 0.995,
  // Pages do not show presence (sample grammar A4, rule 31), so this is a matter of priors. Nearly all that is wrong are
  // the optional numbers of one service. Structures of value types, which .NET has as structs (required) and as classes
  // (optional), count as structs where they have binary floating-point numbers: in 34 .NET descriptions, the corpus and these,
  // all 32 elements of such types are required (one service's), and of the others with value types only 4 of 1409.
  required: 0.95,
} as const;
type Figure = keyof typeof goals;

interface Count {
  right: number;
  all: number;
}

if (shared === undefined)
  console.log("../shared is absent: nothing to measure inference against");

describe.skipIf(shared === undefined)(
  "what pages tell of services whose WSDL is known",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "score-"));
    const truth = join(shared ?? "", "truth");
    const totals = new Map<Figure, Count>();
    const rows: string[] = [];
    const shown: Shown = { all: 0, lost: [] };
    afterAll(() => rmSync(folder, { recursive: true }));

    beforeAll(async () => {
      for (const service of readdirSync(join(truth, "pages"))) {
        const pages = join(truth, "pages", service);
        const { model } = await readFiles([pages]);
        const inferred = join(folder, `${service}.wsdl`);
        writeFileSync(inferred, exportWsdl(model));
        const output = score(join(truth, "wsdl", `${service}.wsdl`), inferred);
        const figures = output.split("\n").filter((line) => /^\S/.test(line));
        rows.push([service, ...figures].join("  "));
        addTo(totals, output);
        await countShown(service, output, shown);
      }
    }, 120_000);

    /** Operations without a page of their own are not counted. */
    function score(real: string, inferred: string): string {
      const service = inferred.replace(/^.*[/\\]|\.wsdl$/g, "");
      return execFileSync(
        "/usr/bin/python3",
        [
          join(shared ?? "", "tools/score-wsdl.py"),
          real,
          inferred,
          "10000",
          `--pages=${join(truth, "pages", service)}`,
        ],
        { encoding: "utf8" },
      ).trim();
    }

    it.each(Object.entries(goals))("reaches its goal in %s", (figure, goal) => {
      // The keys of a literal are its names.
      const count = totals.get(figure as Figure) ?? { right: 0, all: 1 };
      expect(count.right / count.all, rows.join("\n")).toBeGreaterThanOrEqual(
        goal,
      );
    });

    it("knows the members that pages show", () => {
      expect(shown.all).toBeGreaterThan(1000);
      expect(
        1 - shown.lost.length / shown.all,
        shown.lost.join("\n"),
      ).toBeGreaterThanOrEqual(0.995);
    });
  },
);

interface Shown {
  all: number;
  /** Paths of those that the inferred model has not. */
  readonly lost: string[];
}

/** Counts what pages show, and what of it the score calls lost. */
async function countShown(
  service: string,
  output: string,
  shown: Shown,
): Promise<void> {
  const { model } = await readFiles([
    join(shared ?? "", "truth/wsdl", `${service}.wsdl`),
  ]);
  const pages = new Set(
    readdirSync(join(shared ?? "", "truth/pages", service)),
  );
  const lost = new Set(
    [...output.matchAll(/^ {2}lost: (\S+ )(?:in|out) (\S+) /gm)].map(
      ([, name = "", path = ""]) => name + path,
    ),
  );
  for (const operation of model.operations) {
    if (!pages.has(`${operation.name}.txt`)) continue;
    for (const path of shownPaths(model, operation)) {
      shown.all++;
      if (lost.has(`${operation.name} ${path}`))
        shown.lost.push(`${service} ${path}`);
    }
  }
}

function addTo(totals: Map<Figure, Count>, output: string): void {
  for (const figure of Object.keys(goals)) {
    const match = new RegExp(`^${figure} (\\d+)/(\\d+)`, "m").exec(output);
    // The keys of a literal are its names.
    const name = figure as Figure;
    const count = totals.get(name) ?? { right: 0, all: 0 };
    count.right += Number(match?.[1] ?? 0);
    count.all += Number(match?.[2] ?? 0);
    totals.set(name, count);
  }
}
