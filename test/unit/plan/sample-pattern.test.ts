import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translatePattern } from "../../../src/plan/pattern.js";
import { textsForPattern } from "../../../src/plan/sample-pattern.js";

describe("texts for a pattern", () => {
  it.each([
    ["A[0-9]{3}", "A111"],
    ["(a|b)c", "ac"],
    ["x?y*z+", "z"],
    ["[^a-z]", "1"],
    ["\\d{2,4}", "11"],
    ["", ""],
    ["a|", "a"],
    ["\\.\\-", ".-"],
  ])("begin with the shortest: %s", (pattern, expected) => {
    expect(textsForPattern(pattern)[0]).toBe(expected);
  });

  it("take every alternative, and repeat more and more", () => {
    expect(textsForPattern("(a|b)+", 2)).toEqual([
      "a",
      "b",
      "aa",
      "bb",
      "aaa",
      "bbb",
    ]);
  });

  it("match it", () => {
    const atom = fc.constantFrom(
      "a",
      "\\d",
      "[A-Z]",
      "[^0-9]",
      "\\w",
      ".",
      "\\s",
      "é",
      "[+-]",
      "\\i\\c",
    );
    const quantifier = fc.constantFrom(
      "",
      "",
      "?",
      "*",
      "+",
      "{2}",
      "{1,3}",
      "{0,}",
    );
    const piece = fc.tuple(atom, quantifier).map((parts) => parts.join(""));
    const sequence = fc
      .array(piece, { maxLength: 4 })
      .map((parts) => parts.join(""));
    const pattern = fc
      .tuple(sequence, sequence, quantifier, sequence)
      .map(([a, b, times, c]) => `(${a}|${b})${times}${c}`);
    fc.assert(
      fc.property(pattern, (source) => {
        const expression = new RegExp(translatePattern(source) ?? "^(?!)", "u");
        const texts = textsForPattern(source, 3);
        expect(texts.length).toBeGreaterThan(0);
        expect(texts.filter((text) => !expression.test(text))).toEqual([]);
      }),
      { seed: 2024, numRuns: 1000 },
    );
  });

  it.each(["(a", "a)", "[a", "(((", `${"(".repeat(10_000)}a`])(
    "are none for what is no pattern: %.20s",
    (pattern) => {
      expect(textsForPattern(pattern)).toEqual([]);
    },
  );

  it("stay small for repetitions of repetitions", () => {
    const texts = textsForPattern("((((a{99}){99}){99}){99}){99}");
    expect(texts).toEqual([]);
    expect(textsForPattern("(a?){9999}")).toContain("");
  });
});
