import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  check,
  list,
  put,
  request,
  runtime,
  service,
  temporaryFolder,
  write,
} from "./fixture.js";

const files = { "index.ts": "export {};\n", "fixtures/A.ts": "// a\n" };

test("nothing is reported for what was just written", async () => {
  const root = temporaryFolder();
  const wanted = request(root, [service("a", files), runtime()]);
  await write(wanted);
  expect(check(wanted)).toEqual([]);
});

test("an empty folder misses everything, and stays empty", () => {
  const root = temporaryFolder();
  const wanted = request(root, [service("", { "index.ts": "" })]);
  expect(check(wanted)).toEqual([
    "output/missing out/.gitattributes",
    "output/missing out/index.ts",
    "output/missing out/soapstone.manifest.json",
  ]);
  expect(list(root)).toEqual([]);
});

test("stale, missing, obsolete, hand-edited and foreign files are told apart", async () => {
  const root = temporaryFolder();
  const texts = { ...files, "edited.ts": "1", "gone.ts": "1", "old.ts": "1" };
  await write(request(root, [service("a", texts), runtime()]));
  put(root, "a/edited.ts", "2");
  put(root, "a/fixtures/mine.ts", "mine");
  put(root, "a/folder/mine.ts", "mine");
  unlinkSync(join(root, "a/gone.ts"));
  const now = {
    "index.ts": "new",
    "fixtures/A.ts": "// a\n",
    "edited.ts": "1",
    "gone.ts": "1",
  };
  const found = check(
    request(root, [service("a", { ...now, "edited.ts": "3" }), runtime()]),
  );
  expect(found).toEqual([
    "output/stale out/a/.gitattributes",
    "output/hand-edited out/a/edited.ts",
    "output/missing out/a/gone.ts",
    "output/stale out/a/index.ts",
    "output/obsolete out/a/old.ts",
    "output/stale out/a/soapstone.manifest.json",
    "output/foreign-file out/a/fixtures/mine.ts",
    "output/foreign-file out/a/folder/",
  ]);
});

test("a folder of another run inside the output folder is not foreign", async () => {
  const root = temporaryFolder();
  const wanted = request(root, [service("", files)]);
  await write(wanted);
  await write(request(join(root, "other"), [service("", files)]));
  expect(check(wanted)).toEqual([]);
});

test("in the top folder of a project, the project is not foreign", async () => {
  const root = temporaryFolder();
  put(root, "package.json", "{}");
  put(root, "src/mine.ts", "mine");
  const wanted = request(root, [service("", files)]);
  await write(wanted);
  expect(check(wanted)).toEqual([]);
});
