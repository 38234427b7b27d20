import { existsSync, symlinkSync, unlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  list,
  modified,
  put,
  read,
  request,
  runtime,
  service,
  temporaryFolder,
  write,
  type Texts,
} from "./fixture.js";

const files: Texts = { "index.ts": "export {};\n", "fixtures/A.ts": "// a\n" };

function single(root: string, texts: Texts = files) {
  return request(root, [service("", texts), runtime()]);
}

describe("a first run", () => {
  test("writes files, manifests and .gitattributes, and nothing else", async () => {
    const root = join(temporaryFolder(), "deep/out");
    const { result, found } = await write(single(root));
    expect(found).toEqual([]);
    const all = [
      ".gitattributes",
      "fixtures/A.ts",
      "index.ts",
      "runtime/.gitattributes",
      "runtime/index.ts",
      "runtime/soapstone.manifest.json",
      "soapstone.manifest.json",
    ];
    expect(list(root)).toEqual(all);
    expect([...(result?.added ?? [])].toSorted()).toEqual(all);
    expect(read(root, "index.ts")).toBe("export {};\n");
    expect(read(root, ".gitattributes")).toBe(
      [
        "/.gitattributes -text linguist-generated\n",
        "/fixtures/** -text linguist-generated\n",
        "/index.ts -text linguist-generated\n",
        "/soapstone.manifest.json -text linguist-generated\n",
      ].join(""),
    );
  });

  test("leaves a user's files alone, also a .gitattributes", async () => {
    const root = temporaryFolder();
    put(root, "my-notes.ts", "mine");
    put(root, ".gitattributes", "*.png binary\n");
    const { result, found } = await write(single(root));
    expect(result).toBeDefined();
    expect(found).toEqual(["output/foreign-attributes out/.gitattributes"]);
    expect(read(root, "my-notes.ts")).toBe("mine");
    expect(read(root, ".gitattributes")).toBe("*.png binary\n");
  });

  test("stops at a file that is not ours, and writes nothing", async () => {
    const root = temporaryFolder();
    put(root, "fixtures/A.ts", "mine");
    const { result, found } = await write(single(root));
    expect(result).toBeUndefined();
    expect(found).toEqual(["output/in-the-way out/fixtures/A.ts"]);
    expect(list(root)).toEqual(["fixtures/A.ts"]);
  });

  test("overwrites a file that is not ours when forced", async () => {
    const root = temporaryFolder();
    put(root, "fixtures/A.ts", "mine");
    const { result } = await write({ ...single(root), isForced: true });
    expect(result?.changed).toEqual(["fixtures/A.ts"]);
    expect(read(root, "fixtures/A.ts")).toBe("// a\n");
  });

  test("takes over a file that has the wanted text already", async () => {
    const root = temporaryFolder();
    put(root, "index.ts", "export {};\n");
    const { result } = await write(single(root));
    expect(result?.unchanged).toEqual(["index.ts"]);
  });

  test("does not even force a folder out of the way", async () => {
    const root = temporaryFolder();
    put(root, "index.ts/mine.txt", "mine");
    const { found } = await write({ ...single(root), isForced: true });
    expect(found).toEqual(["output/in-the-way out/index.ts"]);
    expect(list(root)).toEqual(["index.ts/mine.txt"]);
  });
});

describe("a later run", () => {
  test("touches nothing when nothing changed", async () => {
    const root = temporaryFolder();
    await write(single(root));
    const past = new Date(1_000_000_000_000);
    for (const path of list(root)) utimesSync(join(root, path), past, past);
    utimesSync(root, past, past);
    const { result } = await write(single(root));
    expect(result?.unchanged).toHaveLength(7);
    for (const path of [...list(root), ""]) {
      expect(modified(root, path)).toBe(past.getTime());
    }
  });

  test("changes, adds and removes only what differs", async () => {
    const root = temporaryFolder();
    await write(single(root));
    const past = new Date(1_000_000_000_000);
    utimesSync(join(root, "runtime/index.ts"), past, past);
    const texts = { "index.ts": "export { a };\n", "b.ts": "// b\n" };
    const { result } = await write(single(root, texts));
    expect(result?.added).toEqual(["b.ts"]);
    expect(result?.changed).toEqual([
      ".gitattributes",
      "index.ts",
      "soapstone.manifest.json",
    ]);
    expect(result?.removed).toEqual(["fixtures/A.ts"]);
    expect(existsSync(join(root, "fixtures"))).toBe(false);
    expect(modified(root, "runtime/index.ts")).toBe(past.getTime());
  });

  test("keeps a folder in which a user has a file", async () => {
    const root = temporaryFolder();
    await write(single(root));
    put(root, "fixtures/mine.txt", "mine");
    await write(single(root, { "index.ts": "export {};\n" }));
    expect(read(root, "fixtures/mine.txt")).toBe("mine");
    expect(existsSync(join(root, "fixtures/A.ts"))).toBe(false);
  });

  test("stops at hand-edited files, changed or no longer made", async () => {
    const root = temporaryFolder();
    await write(single(root));
    put(root, "index.ts", "edited");
    put(root, "fixtures/A.ts", "edited");
    const wanted = single(root, { "index.ts": "new" });
    const { result, found } = await write(wanted);
    expect(result).toBeUndefined();
    expect(found).toEqual([
      "output/hand-edited out/fixtures/A.ts",
      "output/hand-edited out/index.ts",
    ]);
    expect(read(root, "index.ts")).toBe("edited");
    const forced = await write({ ...wanted, isForced: true });
    expect(forced.result?.removed).toEqual(["fixtures/A.ts"]);
    expect(read(root, "index.ts")).toBe("new");
  });

  test("writes a deleted file again", async () => {
    const root = temporaryFolder();
    await write(single(root));
    unlinkSync(join(root, "index.ts"));
    const { result } = await write(single(root));
    expect(result?.added).toEqual(["index.ts"]);
  });

  test("stops at a damaged manifest", async () => {
    const root = temporaryFolder();
    await write(single(root));
    put(root, "soapstone.manifest.json", "<<<<<<< HEAD");
    const { result, found } = await write(single(root, { "index.ts": "new" }));
    expect(result).toBeUndefined();
    expect(found).toEqual(["output/bad-manifest out/soapstone.manifest.json"]);
    expect(read(root, "index.ts")).toBe("export {};\n");
  });
});

function both(root: string) {
  return request(root, [service("a", files), service("b", files), runtime()]);
}

describe("several services", () => {
  test("have a folder each and share the runtime", async () => {
    const root = temporaryFolder();
    await write(both(root));
    expect(list(root)).toContain("a/soapstone.manifest.json");
    expect(list(root)).toContain("b/fixtures/A.ts");
    expect(
      JSON.parse(read(root, "runtime/soapstone.manifest.json")),
    ).toMatchObject({ folders: ["a", "b"] });
  });

  test("go when a complete run no longer has them", async () => {
    const root = temporaryFolder();
    await write(both(root));
    await write(request(root, [service("a", files), runtime()]));
    expect(existsSync(join(root, "b"))).toBe(false);
  });

  test("stay when only one of them is generated", async () => {
    const root = temporaryFolder();
    await write(both(root));
    const units = [service("a", files), runtime()];
    const { result } = await write(request(root, units, { isComplete: false }));
    expect(result?.unchanged).toHaveLength(7);
    expect(existsSync(join(root, "b/index.ts"))).toBe(true);
  });
});

describe("paths", () => {
  test.each([
    "../evil.ts",
    "/etc/evil.ts",
    "a/../../evil.ts",
    "a\\..\\evil.ts",
    "C:evil.ts",
    "nul.ts",
    "a./b.ts",
    "a\u0000.ts",
    "",
    "soapstone.manifest.json",
  ])("refuses to write %j", async (path) => {
    const root = join(temporaryFolder(), "out");
    const { result, found } = await write(single(root, { [path]: "x" }));
    expect(result).toBeUndefined();
    expect(found).toEqual([`output/unsafe-path ${path}`]);
    expect(existsSync(root)).toBe(false);
  });

  test("refuses two that differ in case only", async () => {
    const root = temporaryFolder();
    const { found } = await write(single(root, { "a.ts": "", "A.ts": "" }));
    expect(found).toEqual(["output/path-collision A.ts"]);
  });

  test("refuses to write through a link out of the folder", async () => {
    const outside = temporaryFolder();
    const root = temporaryFolder();
    symlinkSync(outside, join(root, "fixtures"));
    const { result, found } = await write(single(root));
    expect(result).toBeUndefined();
    expect(found).toEqual(["output/outside out/fixtures"]);
    expect(list(outside)).toEqual([]);
  });

  test("a link in place of a file is not written through", async () => {
    const outside = temporaryFolder();
    put(outside, "secret.txt", "secret");
    const root = temporaryFolder();
    symlinkSync(join(outside, "secret.txt"), join(root, "index.ts"));
    const { found } = await write({ ...single(root), isForced: true });
    expect(found).toEqual(["output/in-the-way out/index.ts"]);
    expect(read(outside, "secret.txt")).toBe("secret");
  });

  test("a manifest cannot make a run delete files elsewhere", async () => {
    const parent = temporaryFolder();
    const root = join(parent, "out");
    put(parent, "victim.txt", "// a\n");
    await write(single(root));
    const manifest = read(root, "soapstone.manifest.json");
    const hostile = manifest.replace("fixtures/A.ts", "../victim.txt");
    put(root, "soapstone.manifest.json", hostile);
    const { found } = await write(single(root));
    expect(found).toEqual(["output/unsafe-path ../victim.txt"]);
    expect(read(parent, "victim.txt")).toBe("// a\n");
  });

  test("a manifest cannot name folders elsewhere", async () => {
    const parent = temporaryFolder();
    const root = join(parent, "out");
    await write(request(join(parent, "other"), [service("", files)]));
    await write(single(root));
    const path = "runtime/soapstone.manifest.json";
    put(root, path, read(root, path).replace('""', '"../other"'));
    await write(single(root));
    expect(existsSync(join(parent, "other/index.ts"))).toBe(true);
  });
});
