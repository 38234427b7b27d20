import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, describe, expect, it } from "vitest";
import {
  generateServices,
  type GeneratedService,
  type PlannedFile,
} from "../../src/pipeline.js";
import type { CorpusEntry } from "../support/corpus.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";
import {
  corpusCases,
  corpusCatalog,
  corpusFolder,
  isBad,
  readExpectations,
} from "./corpus-cases.js";

if (corpusFolder === undefined) {
  console.log("../shared/corpus is absent: real WSDLs are not tried");
}

const cases = corpusCases();
const expectations = readExpectations();
const work = mkdtempSync(join(tmpdir(), "soapstone-corpus-"));
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** Documents whose SDK compiles or not is seen when all were written. */
let shared: readonly PlannedFile[] = [];

async function generate(entry: CorpusEntry): Promise<GeneratedService> {
  const generated = await generateServices(
    [{ name: "corpus", inputs: [entry.path], folder: entry.id }],
    {
      cwd: corpusFolder ?? "",
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: corpusCatalog(),
      typeMap: new Map(),
    },
    new Map(),
  );
  shared = generated.sharedFiles;
  const [service] = generated.services;
  if (service === undefined) throw new Error("there is one job");
  return service;
}

function codesOf(
  { diagnostics }: GeneratedService,
  severity: "error" | "warning",
): readonly string[] {
  const found = diagnostics.filter((each) => each.severity === severity);
  return [...new Set(found.map(({ code }) => code))].toSorted();
}

/** How many operations can be called with what was generated. */
function functionsOf({ files }: GeneratedService): number {
  const text = files.find(({ path }) => path.endsWith("/operations.ts"))?.text;
  return text?.match(/\bcreateOperation[<(]/g)?.length ?? 0;
}

/** Fixtures of one service look alike: of many, every tenth; prettier is what takes the time here. */
function sampled(sources: readonly PlannedFile[]): readonly PlannedFile[] {
  const isFixture = ({ path }: PlannedFile): boolean =>
    path.includes("/fixtures/");
  const fixtures = sources.filter(isFixture);
  return [
    ...sources.filter((each) => !isFixture(each)),
    ...fixtures.filter((_, index) => index < 40 || index % 10 === 0),
  ];
}

async function unformatted(
  files: readonly PlannedFile[],
): Promise<readonly string[]> {
  const sources = sampled(files.filter(({ path }) => path.endsWith(".ts")));
  const wrong: string[] = [];
  for (const { path, text } of sources) {
    const clean = await format(text, { parser: "babel-ts", filepath: path });
    if (clean !== text) wrong.push(path);
  }
  return wrong;
}

describe.skipIf(corpusFolder === undefined)("real WSDLs", () => {
  const good = cases.filter((entry) => !isBad(entry));

  it.each(good)(
    "$id is accepted with every operation, the same twice and formatted",
    async (entry) => {
      const service = await generate(entry);
      const expected = expectations.get(entry.id);
      expect(codesOf(service, "error")).toEqual([]);
      expect(codesOf(service, "warning")).toEqual(expected?.codes ?? []);
      expect(functionsOf(service)).toBe(
        expected?.operations ?? entry.operations ?? Number.NaN,
      );
      expect((await generate(entry)).files).toEqual(service.files);
      expect(await unformatted(service.files)).toEqual([]);
      writePlanned(work, service.files);
    },
  );

  it.each(["typescript", "typescript-5.9"])(
    "have SDKs that compile under every strict flag (%s)",
    { timeout: 600_000 },
    (compiler) => {
      writePlanned(work, shared);
      expect(typeCheck(work, { compiler })).toBe("");
    },
  );
});

describe.skipIf(corpusFolder === undefined)("documents that are no use", () => {
  it.each(cases.filter(isBad))(
    "$id is refused and nothing is generated",
    async (entry) => {
      const service = await generate(entry);
      expect(codesOf(service, "error")).toEqual(
        expectations.get(entry.id)?.codes,
      );
      expect(service.files).toEqual([]);
    },
  );
});
