import { expect, test } from "vitest";
import { createSourceText, lineText } from "../../../src/source/index.js";

test("a line is shown without its end, whatever ends it", () => {
  const source = createSourceText("a", "one\r\ntwo\n\nfour");
  expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual([
    "one",
    "two",
    "",
    "four",
    "",
  ]);
});

test("the line of many findings is not searched for each of them", () => {
  const source = createSourceText("a", "x".repeat(2_000_000));
  let length = 0;
  for (let at = 0; at < 5_000; at++) length += lineText(source, 1).length;
  expect(length).toBe(5_000 * 2_000_000);
});
