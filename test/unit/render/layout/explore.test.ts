import fc from "fast-check";
import { format } from "prettier";
import { test } from "vitest";
import { printConstant } from "../../../../src/render/layout/print-statements.js";
import {
  arbitraryExpression,
  arbitraryIdentifier,
  flat,
} from "./arbitrary-expression.js";
test("explore", async () => {
  const seen = new Map<string, string>();
  for (const [name, value] of fc.sample(
    fc.tuple(arbitraryIdentifier, arbitraryExpression),
    { numRuns: 20000, seed: 11 },
  )) {
    const head = `export const ${name}: ElementDescriptor =`;
    const ours = printConstant(head, value, new Map()) + "\n";
    let theirs: string;
    try {
      theirs = await format(`${head} ${flat(value)};\n`, {
        parser: "babel-ts",
      });
    } catch (e) {
      theirs = "ERR " + String(e).slice(0, 100);
    }
    if (ours !== theirs) {
      const a = ours.split("\n"),
        b = theirs.split("\n");
      const i = a.findIndex((l, k) => l !== b[k]);
      const key = `${a.slice(Math.max(0, i - 1), i + 3).join("⏎")}\n   ~~~\n${b.slice(Math.max(0, i - 1), i + 3).join("⏎")}`;
      if (seen.size < 40) seen.set(key, "");
      (globalThis as any).n = ((globalThis as any).n ?? 0) + 1;
    }
  }
  console.log((globalThis as any).n, [...seen.keys()].join("\n=====\n"));
}, 300000);
