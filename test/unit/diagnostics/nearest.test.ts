import { expect, test } from "vitest";
import { nearest } from "../../../src/diagnostics/index.js";

test.each([
  ["ordrs", ["orders", "library"], "orders"],
  ["wdsl", ["wsdl", "json"], "wsdl"],
  ["GETORDER", ["GetOrder"], "GetOrder"],
  ["orders", ["library"], undefined],
])("what %s may have meant among %j is %s", (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});

test("one letter is no slip of another", () => {
  expect(nearest("-", ["e", "o"])).toBe(undefined);
  expect(nearest("x", ["X"])).toBe("X");
});

test("very long names are not compared: that takes the square of their length", () => {
  const name = "A".repeat(200_000);
  expect(nearest(name, [`${name.slice(1)}B`])).toBe(undefined);
});
