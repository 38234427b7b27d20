import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../../../src/export/help-page/unified-diff.js";

const files = ["page", "model"] as const;

function lines(count: number, prefix: string): string {
  return Array.from({ length: count }, (_, i) => `${prefix}${String(i)}`).join(
    "\n",
  );
}

describe("unifiedDiff", () => {
  it("is empty for equal texts", () => {
    expect(unifiedDiff("a\nb", "a\nb", files)).toBe("");
  });

  it("shows a changed line between its neighbours", () => {
    expect(unifiedDiff("a\nb\nc", "a\nx\nc", files)).toBe(
      "--- page\n+++ model\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n",
    );
  });

  it("shows what was added at the end", () => {
    expect(unifiedDiff("a", "a\nb", files)).toBe(
      "--- page\n+++ model\n@@ -1,1 +1,2 @@\n a\n+b\n",
    );
  });

  it("makes hunks of changes that are far apart", () => {
    const before = lines(20, "l");
    const after = before.replace("l2\n", "x\n").replace("l17\n", "y\n");
    const diff = unifiedDiff(before, after, files);
    expect(diff.match(/^@@.*@@$/gm)).toEqual([
      "@@ -1,6 +1,6 @@",
      "@@ -15,6 +15,6 @@",
    ]);
  });

  it("finds the lines that both have among changes", () => {
    const diff = unifiedDiff("a\nb\nc\nd", "b\nx\nc\ne", files);
    expect(diff.split("\n").slice(3)).toEqual([
      "-a",
      " b",
      "+x",
      " c",
      "-d",
      "+e",
      "",
    ]);
  });

  it("gives up the shortest edit of long texts that have nothing in common", () => {
    const diff = unifiedDiff(lines(2000, "a"), lines(2000, "b"), files);
    expect(diff.split("\n")).toHaveLength(2 + 1 + 4000 + 1);
  });
});
