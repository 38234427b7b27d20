import fc from "fast-check";
import { expect, it } from "vitest";
import { stringLiteral } from "../../../../src/render/layout/string-literal.js";

function evaluate(literal: string): unknown {
  return new Function(`return ${literal};`)();
}

it("a literal evaluates to its text, whatever it is", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("'", '"', "\\", "`", "\u2028", "\ud800", "*/"),
    }),
  );
  fc.assert(
    fc.property(text, (value) => {
      expect(evaluate(stringLiteral(value))).toBe(value);
    }),
    { seed: 2024, numRuns: 1000 },
  );
});

it.each([
  ["it's", `"it's"`],
  ['say "yes"', `'say "yes"'`],
  [`"it's"`, `'"it\\'s"'`],
])("quotes %s so that least has to be escaped", (text, expected) => {
  expect(stringLiteral(text)).toBe(expected);
});

it.each([
  ["a line break", "\n"],
  ["a line separator", "\u2028"],
  ["a zero-width space", "\u200b"],
  ["a right-to-left override", "\u202e"],
  ["an isolate", "\u2066"],
  ["an Arabic letter mark", "\u061c"],
  ["a byte order mark", "\ufeff"],
  ["half a surrogate pair", "\ud800"],
  ["a control character", "\u0007"],
  ["a tag character", "\u{e0041}"],
])("shows %s as an escape", (_what, character) => {
  expect(stringLiteral(`a${character}b`)).toMatch(/^"a\\[\w{}]{1,8}b"$/);
});

it("leaves letters of every script, and emoji, as they are", () => {
  expect(stringLiteral("Größe 注文 заказ 🙂")).toBe('"Größe 注文 заказ 🙂"');
});
