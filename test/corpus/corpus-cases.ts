import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCorpus, type CorpusEntry } from "../support/corpus.js";

const shared = join(import.meta.dirname, "../../../shared/corpus");

/** The folder of real WSDLs; undefined where it is absent. */
export const corpusFolder: string | undefined = existsSync(
  join(shared, "README.tsv"),
)
  ? shared
  : undefined;

/** What a document of the corpus is known to raise. */
export interface Expectation {
  /** Codes of warnings, and of errors for documents that are refused; sorted. */
  readonly codes: readonly string[];
  /**
   * Operations of the SDK, where they are fewer than those of the port types: HTTP port types of .asmx services repeat
   * the SOAP ones, operations that the server starts are refused with a code, and some port types have no binding.
   */
  readonly operations: number | undefined;
}

/** The expectations committed beside this file, by the documents' numbers. */
export function readExpectations(): ReadonlyMap<string, Expectation> {
  const [, ...rows] = readFileSync(
    join(import.meta.dirname, "expectations.tsv"),
    "utf8",
  )
    .trimEnd()
    .split("\n");
  return new Map(
    rows.map((row) => {
      const [id = "", operations = "", codes = ""] = row.split("\t");
      return [
        id,
        {
          operations: operations === "" ? undefined : Number(operations),
          codes: codes === "" ? [] : codes.split(","),
        },
      ];
    }),
  );
}

export const isBad = ({ kind }: CorpusEntry): boolean => kind === "bad-input";

/** The documents of the corpus; none where it is absent. */
export function corpusCases(): readonly CorpusEntry[] {
  return corpusFolder === undefined ? [] : readCorpus(corpusFolder);
}

/** Standards' schemas that are neither built in nor beside the WSDLs, as a user would map them. */
export function corpusCatalog(): ReadonlyMap<string, string> {
  if (corpusFolder === undefined) return new Map();
  const folder = join(corpusFolder, "wellknown");
  const rows = readFileSync(join(folder, "catalog.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return new Map(
    rows
      .map((row) => row.split("\t"))
      .filter(([, key = ""]) => /x-road|\/wsn\/|\/wsrf\/|discovery/.test(key))
      .map(([, key = "", file = ""]) => [key, join(folder, file)]),
  );
}
