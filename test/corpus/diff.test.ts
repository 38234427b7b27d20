import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffModels, rules, type Rule } from "../../src/diff/index.js";
import type { Model } from "../../src/model/index.js";
import { readCorpus } from "../support/corpus.js";
import { readFiles, root } from "../support/infer-files.js";

const folder = join(root, "../shared/corpus");
const isThere = existsSync(join(folder, "README.tsv"));
if (!isThere)
  console.info("the corpus is not on this machine: its WSDLs are not compared");

const documents = isThere
  ? readCorpus(folder)
      .filter(({ operations }) => operations !== undefined)
      .map(({ path }) => path)
  : [];
const specs = readdirSync(join(root, "specs")).map((name) =>
  join("specs", name),
);

describe("every spec against itself, read twice, has no changes", () => {
  test.each([...specs, ...documents])("%s", async (path) => {
    const old = await readFiles([path]);
    const { model } = await readFiles([path]);
    expect(diffModels(old.model, model)).toEqual([]);
  });
});

describe("two specs have the changes that they have the other way round, undone", () => {
  const neighbours = documents.flatMap((path, index) => {
    const next = documents[index + 1];
    return next === undefined ? [] : [[path, next] as const];
  });
  const read = async (path: string): Promise<Model> =>
    (await readFiles([path])).model;

  test.each(neighbours.slice(0, 60))("%s and %s", async (first, second) => {
    const [old, current] = [await read(first), await read(second)];
    const there = diffModels(old, current);
    const back = diffModels(current, old);
    const undone = there.map(({ rule }) => {
      const { mirror }: Rule = rules[rule];
      return mirror;
    });
    expect(count(back.map(({ rule }) => rule))).toEqual(count(undone));
  });
});

function count(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
