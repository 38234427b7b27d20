import { describe, expect, it } from "vitest";
import { textOfRichText } from "../../../src/load/rich-text.js";

describe("a document in rich text format", () => {
  it("is read without fonts, formats and pictures", () => {
    const text = String.raw`{\rtf1\ansi\uc1{\fonttbl{\f0 Courier;}}{\*\generator x;}{\pict 00ff}\pard\f0\fs20 <a b=\ldblquote c\rdblquote >\par
\{\tab \'e9\u8364?\\\}\~x{\uc2\u8211--y}</a>\par
}`;
    expect(textOfRichText(text)).toBe("<a b=“c”>\n{\té€\\}\u00a0x–y</a>\n");
  });

  it("is nothing else", () => {
    expect(textOfRichText("{ rtf }")).toBeUndefined();
  });

  it("may end in the middle, or close more than it opened", () => {
    expect(textOfRichText("{\\rtf1{{ab")).toBe("ab");
    expect(textOfRichText("{\\rtf1 a}}}b")).toBe("ab");
  });
});
