import { util } from "prettier";
import { expect, it } from "vitest";
import { stringWidth } from "../../../../src/render/layout/string-width.js";

it.each([
  ["plain text", 10],
  ["Größe", 5],
  ["漢字", 4],
  ["ｆｕｌｌ", 8],
  ["한국어", 6],
  ["e\u0301", 1],
  ["🙂", 2],
])("%s takes %i columns", (text, columns) => {
  expect(stringWidth(text)).toBe(columns);
});

it("counts every character that a literal leaves unescaped as prettier does", () => {
  const different: string[] = [];
  for (let code = 0x20; code < 0x40000; code++) {
    const character = String.fromCodePoint(code);
    if (/^[\p{C}\p{Zl}\p{Zp}]$/u.test(character)) continue;
    if (stringWidth(character) !== util.getStringWidth(character))
      different.push(code.toString(16));
  }
  expect(different).toEqual([]);
});
