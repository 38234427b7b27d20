import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../shared/corpus");

/** The real WSDLs that have callable operations, with how many; undefined, after saying so, where the corpus is absent. */
export function corpusCases() {
  if (!existsSync(join(folder, "README.tsv"))) {
    console.log("skipped: ../shared/corpus is absent");
    return undefined;
  }
  const expected = new Map(
    readTable(join(import.meta.dirname, "../corpus/expectations.tsv"))
      .filter(({ operations }) => operations !== "")
      .map(({ id, operations }) => [id, Number(operations)]),
  );
  return readTable(join(folder, "README.tsv"))
    .filter(({ kind }) => kind === "good")
    .map(({ id, path, operations }) => ({
      id,
      path: join(folder, path),
      operations: expected.get(id) ?? Number(operations),
    }));
}

/** Standards' schemas as `catalog` of a config. */
export function corpusCatalog() {
  const rows = readTable(join(folder, "wellknown/catalog.tsv")).filter(
    ({ key }) => /x-road|\/wsn\/|\/wsrf\/|discovery/.test(key),
  );
  return Object.fromEntries(
    rows.map(({ key, file }) => [key, join(folder, "wellknown", file)]),
  );
}

function readTable(file) {
  const [head, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}
