import { expect, test } from "vitest";
import {
  codeFrame,
  createPalette,
  printable,
  wantsColour,
} from "../../../src/diagnostics/index.js";
import { createSourceText, spanAt } from "../../../src/source/index.js";

const plain = createPalette(false);

function frame(text: string, found: string): readonly string[] {
  const source = createSourceText("a.xml", text);
  const span = spanAt(source, text.indexOf(found), found.length);
  return codeFrame(source, span, plain).split("\n");
}

test("underlines the place", () => {
  expect(frame("one\ntwo three\n", "three")).toEqual([
    "  |",
    "2 | two three",
    "  |     ^^^^^",
  ]);
});

test("cuts long lines around the place", () => {
  const text = `${"a".repeat(5000)}X${"b".repeat(5000)}`;
  const [, line = "", underline = ""] = frame(text, "X");
  expect(line.length).toBeLessThan(120);
  expect(line.startsWith("1 | …aaa")).toBe(true);
  expect(line.endsWith("bbb…")).toBe(true);
  expect(line[underline.indexOf("^")]).toBe("X");
});

test("pads for characters that are two columns wide", () => {
  expect(frame("名前 x", "x")[2]).toBe("  |      ^");
});

test("underlines a span of several lines to the end of the first", () => {
  expect(frame("ab\ncd", "b\ncd")[2]).toBe("  |  ^");
});

test("marks a place at the end of the document", () => {
  const source = createSourceText("a.xml", "abc");
  const lines = codeFrame(source, spanAt(source, 3), plain).split("\n");
  expect(lines[2]).toBe("  |    ^");
});

test("control characters and direction overrides are made visible", () => {
  expect(printable("a\u001b[31m\u202eb\u0007\u0085")).toBe("a␛[31m�b␇�");
});

test("colour follows FORCE_COLOR, then NO_COLOR, then the terminal", () => {
  expect(wantsColour({}, true)).toBe(true);
  expect(wantsColour({}, false)).toBe(false);
  expect(wantsColour({ NO_COLOR: "1" }, true)).toBe(false);
  expect(wantsColour({ NO_COLOR: "" }, true)).toBe(true);
  expect(wantsColour({ NO_COLOR: "1", FORCE_COLOR: "1" }, false)).toBe(true);
  expect(wantsColour({ FORCE_COLOR: "0" }, true)).toBe(false);
  expect(wantsColour({ TERM: "dumb" }, true)).toBe(false);
});
