import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findGaps, type Gap } from "../../../../src/export/index.js";
import { readModel } from "../../../../src/pipeline.js";
import { root, shared } from "../../../support/infer-files.js";

async function cutOffs(files: readonly string[]): Promise<readonly Gap[]> {
  const { model, pages } = await readModel(
    { name: "service", inputs: files, folder: "" },
    {
      cwd: root,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
  );
  return findGaps(model, pages).gaps.filter(({ kind }) => kind === "cut-off");
}

const truth = join(shared ?? root, "truth/pages");

describe.skipIf(!existsSync(truth))("real services, one page read", () => {
  /** One page at a time with the list page: does a page that is named show what the first one cuts off? */
  test.each(["terra", "xignite", "ferry"])(
    "the pages named for a cut-off show it: %s",
    async (service) => {
      const folder = join(truth, service);
      const names = readdirSync(folder).filter((name) => name !== "_list.txt");
      const at = (name: string): string => join(folder, name);
      const list = at("_list.txt");
      const hidden = new Set(
        (await cutOffs([...names.map(at), list])).map(({ path }) => path),
      );
      let shown = 0;
      let asked = 0;
      for (const name of names.slice(0, 8)) {
        for (const { path, shownBy } of await cutOffs([at(name), list])) {
          // No page at all shows these.
          if (hidden.has(path)) continue;
          asked += 1;
          for (const { operation } of shownBy) {
            const other = `${operation}.txt`;
            if (other === name || !names.includes(other)) continue;
            const left = await cutOffs([at(name), at(other), list]);
            if (left.some((gap) => gap.path === path)) continue;
            shown += 1;
            break;
          }
        }
      }
      expect(asked).toBeGreaterThan(0);
      expect(shown / asked).toBeGreaterThanOrEqual(0.5);
    },
    120_000,
  );
});
