import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createSink, type Diagnostic } from "../../../src/diagnostics/index.js";
import { linkSchemas, messageUses } from "../../../src/link/schemas/index.js";
import { loadInputs } from "../../../src/load/index.js";

const corpus = path.resolve(import.meta.dirname, "../../../../shared/corpus");
const isThere = existsSync(path.join(corpus, "README.tsv"));

interface Case {
  readonly path: string;
  readonly kind: string;
  readonly operations: string;
}

function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(path.join(corpus, file), "utf8")
    .trimEnd()
    .split("\n");
  const names = head.split("\t");
  return lines.map((line) =>
    Object.fromEntries(
      line.split("\t").map((cell, index) => [names[index] ?? "", cell]),
    ),
  );
}

function readCases(): readonly Case[] {
  return readTable("README.tsv").map(
    ({ path: file = "", kind = "", operations = "" }) => ({
      path: file,
      kind,
      operations,
    }),
  );
}

/** What is neither built in nor beside the WSDLs. */
function readCatalog(): ReadonlyMap<string, string> {
  const isOther = /x-road|\/wsn\/|\/wsrf\/|discovery/;
  return new Map(
    readTable("wellknown/catalog.tsv")
      .filter(({ key = "" }) => isOther.test(key))
      .map(({ key = "", file = "" }) => [
        key,
        path.join(corpus, "wellknown", file),
      ]),
  );
}

interface Outcome {
  readonly errors: readonly Diagnostic[];
  readonly operations: number;
}

async function read(
  file: string,
  catalog: ReadonlyMap<string, string>,
): Promise<Outcome> {
  const sink = createSink();
  const { fragments } = await loadInputs([path.join(corpus, file)], {
    sink,
    cwd: corpus,
    catalog,
  });
  const uses = messageUses(fragments.flatMap(({ messages }) => messages));
  linkSchemas(
    fragments.flatMap(({ schemas }) => schemas),
    sink,
    { uses },
  );
  const portTypes = fragments.flatMap((fragment) => fragment.portTypes);
  return {
    errors: sink.diagnostics.filter(({ severity }) => severity === "error"),
    operations: portTypes.reduce(
      (sum, { operations }) => sum + operations.length,
      0,
    ),
  };
}

test.skipIf(!isThere)(
  "every good WSDL of the corpus (../shared/corpus) is read whole, every bad one refused",
  { timeout: 120_000 },
  async () => {
    const catalog = readCatalog();
    const surprises: string[] = [];
    for (const { path: file, kind, operations } of readCases()) {
      const outcome = await read(file, catalog);
      const isBad = kind === "bad-input";
      const isRefused = outcome.errors.length > 0;
      if (isBad !== isRefused) {
        surprises.push(
          `${file}: ${outcome.errors.map(({ code, message }) => `${code} ${message}`).join("; ") || "accepted"}`,
        );
      } else if (!isBad && outcome.operations !== Number(operations)) {
        surprises.push(
          `${file}: ${outcome.operations} operations, not ${operations}`,
        );
      }
    }
    expect(surprises).toEqual([]);
  },
);
