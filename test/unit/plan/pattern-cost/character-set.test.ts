import { expect, it } from "vitest";
import {
  complement,
  overlap,
  propertySet,
} from "../../../../src/plan/pattern-cost/character-set.js";

it.each(["\\p{Nd}", "\\P{L}", "\\p{Lu}", "\\p{Cn}", "\\p{Co}", "\\p{C}"])(
  "the set of %s has the characters that JavaScript finds",
  (escape) => {
    const set = propertySet(escape);
    const expression = new RegExp(escape, "u");
    // Every 97th of all characters, and both sides of each bound.
    const codes = Array.from({ length: 11_000 }, (_, index) => index * 97);
    const bounds = set.flatMap(([first, last]) => [
      first - 1,
      first,
      last,
      last + 1,
    ]);
    const wrong = [...codes, ...bounds]
      .filter((code) => code >= 0 && code <= 0x10ffff)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      // Version by version there are more of the tags and variation selectors.
      .filter((code) => code < 0xe0000 || code > 0xe0fff)
      .filter(
        (code) =>
          expression.test(String.fromCodePoint(code)) !==
          overlap(set, [[code, code]]),
      );
    expect(wrong).toEqual([]);
  },
);

it("a set and its complement share nothing and leave nothing", () => {
  const set = propertySet("\\p{L}");
  expect(overlap(set, complement(set))).toBe(false);
  expect(complement(complement(set))).toEqual(set);
});
