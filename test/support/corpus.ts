import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A document of the corpus, as its index describes it. */
export interface CorpusEntry {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  /** Undefined for documents that are to be refused. */
  readonly operations: number | undefined;
  readonly why: string;
}

/** The index of the corpus folder. */
export function readCorpus(folder: string): readonly CorpusEntry[] {
  const [header = "", ...rows] = readFileSync(
    join(folder, "README.tsv"),
    "utf8",
  )
    .trimEnd()
    .split("\n");
  const columns = header.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
    const operations = Number(cell("operations"));
    return {
      id: cell("id"),
      path: join(folder, cell("path")),
      kind: cell("kind"),
      operations: Number.isNaN(operations) ? undefined : operations,
      why: cell("why"),
    };
  });
}
