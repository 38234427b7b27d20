import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const bench = join(import.meta.dirname, "../bench");

interface Row {
  readonly title: string;
  readonly minified: number;
  readonly gzip: number;
}

function committed(): readonly Row[] {
  const lines = readFileSync(join(bench, "bundle-size.md"), "utf8").split("\n");
  return lines
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, , minified = ""]) => /^\d+$/.test(minified))
    .map(([, title = "", minified, gzip]) => ({
      title,
      minified: Number(minified),
      gzip: Number(gzip),
    }));
}

/** What compilers and zlib of other versions may make of the same sources. */
const near = 0.02;

describe("the sizes of SDKs in a bundle", () => {
  const script = join(bench, "bundle-size.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [script, "--json"], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  // The script prints rows of this form.
  const measured = JSON.parse(stdout) as readonly Row[];

  it("are those of the committed table", () => {
    const rows = committed();
    expect(rows.map(({ title }) => title)).toEqual(
      measured.map(({ title }) => title),
    );
    rows.forEach(({ minified, gzip }, at) => {
      const own = measured[at];
      expect(Math.abs((own?.minified ?? 0) / minified - 1)).toBeLessThan(near);
      expect(Math.abs((own?.gzip ?? 0) / gzip - 1)).toBeLessThan(near);
    });
  });

  it("grow by little for each operation more", () => {
    const [one, , , many] = measured;
    expect(((many?.gzip ?? 0) - (one?.gzip ?? 0)) / 63).toBeLessThan(100);
  });

  it("leave out what an operation does not name", () => {
    const [one] = measured;
    const [, , , , enumeration] = measured;
    expect(one?.gzip).toBeLessThan(enumeration?.gzip ?? 0);
  });
});
