import { spawnSync } from "node:child_process";
import { existsSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashText } from "../../../src/source/index.js";
import {
  list,
  put,
  read,
  request,
  service,
  temporaryFolder,
  write,
} from "./fixture.js";

const before = { "a.ts": "a1", "b.ts": "b1", "old.ts": "old" };
const after = { "a.ts": "a2", "b.ts": "b2", "c.ts": "c2" };

/** The state that a kill leaves between the first file put in place and the manifest. */
function interrupt(root: string): void {
  const journal = Object.fromEntries(
    Object.entries(after).map(([path, text]) => [path, [hashText(text)]]),
  );
  put(root, ".soapstone.staging/journal.json", JSON.stringify(journal));
  put(root, ".soapstone.staging/1", "b");
  put(root, "a.ts", "a2");
  put(root, "c.ts", "c2");
}

test("the run after a killed one finishes the job", async () => {
  const root = temporaryFolder();
  await write(request(root, [service("", before)]));
  interrupt(root);
  const { found } = await write(request(root, [service("", after)]));
  expect(found).toEqual([]);
  expect(list(root)).toEqual([
    ".gitattributes",
    "a.ts",
    "b.ts",
    "c.ts",
    "soapstone.manifest.json",
  ]);
  expect(read(root, "b.ts")).toBe("b2");
});

test("files of a killed run are recognised although the specs changed since", async () => {
  const root = temporaryFolder();
  await write(request(root, [service("", before)]));
  interrupt(root);
  const texts = { "a.ts": "a3", "b.ts": "b3" };
  const { found } = await write(request(root, [service("", texts)]));
  expect(found).toEqual([]);
  expect(list(root)).toEqual([
    ".gitattributes",
    "a.ts",
    "b.ts",
    "soapstone.manifest.json",
  ]);
  expect(read(root, "a.ts")).toBe("a3");
});

test("a journal does not make a user's file ours", async () => {
  const root = temporaryFolder();
  interrupt(root);
  put(root, "a.ts", "mine");
  const { found } = await write(request(root, [service("", after)]));
  expect(found).toEqual(["output/in-the-way out/a.ts"]);
});

test("a run that finds nothing to do cleans up after a killed one", async () => {
  const root = temporaryFolder();
  await write(request(root, [service("", after)]));
  put(root, ".soapstone.staging/0", "half");
  const { result } = await write(request(root, [service("", after)]));
  expect(result?.changed).toEqual([]);
  expect(existsSync(join(root, ".soapstone.staging"))).toBe(false);
});

test("the lock of a dead process is removed", async () => {
  const root = temporaryFolder();
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(join(root, ".soapstone.lock"), `${dead} ${hostname()} x\n`);
  const { result } = await write(request(root, [service("", after)]));
  expect(result?.added).toContain("a.ts");
  expect(existsSync(join(root, ".soapstone.lock"))).toBe(false);
});

test("a run waits for the one that holds the lock", async () => {
  const root = temporaryFolder();
  const lock = join(root, ".soapstone.lock");
  writeFileSync(lock, `${process.ppid} ${hostname()} x\n`);
  const running = write(request(root, [service("", after)]));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(existsSync(join(root, "a.ts"))).toBe(false);
  unlinkSync(lock);
  expect((await running).result?.added).toContain("a.ts");
});

test("concurrent runs of one process end in the state of a single one", async () => {
  const root = temporaryFolder();
  const wanted = request(root, [service("", after)]);
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => write(wanted)));
  expect(outcomes.flatMap(({ found }) => found)).toEqual([]);
  expect(list(root)).toEqual([
    ".gitattributes",
    "a.ts",
    "b.ts",
    "c.ts",
    "soapstone.manifest.json",
  ]);
});

test("an output folder that cannot be created is a finding", async () => {
  const parent = temporaryFolder();
  put(parent, "file", "");
  const { result, found } = await write(
    request(join(parent, "file/out"), [service("", after)]),
  );
  expect(result).toBeUndefined();
  expect(found).toEqual(["output/write-failed out"]);
});

test("a new folder arrives whole; in one that is there each file does", async () => {
  const root = temporaryFolder();
  put(root, "sub/mine.txt", "mine");
  const texts = { "sub/a.ts": "a", "sub/deep/b.ts": "b", "new/x/c.ts": "c" };
  const { result } = await write(request(root, [service("", texts)]));
  expect(result?.added).toHaveLength(5);
  expect(list(root)).toEqual([
    ".gitattributes",
    "new/x/c.ts",
    "soapstone.manifest.json",
    "sub/a.ts",
    "sub/deep/b.ts",
    "sub/mine.txt",
  ]);
  expect(read(root, "new/x/c.ts")).toBe("c");
});
