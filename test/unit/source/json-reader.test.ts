import { expect, test } from "vitest";
import { pathKey, readJson } from "../../../src/source/json-reader.js";

test("reads what JSON.parse reads", () => {
  const text =
    '\uFEFF { "a": [1, -2.5e3, "x\\n\\u0041", true, null, {}], "b": { "c": [] } }\n';
  const result = readJson(text);
  expect(result).toMatchObject({
    kind: "value",
    reading: { value: JSON.parse(text.slice(1)) },
  });
});

test("knows where keys and items stand", () => {
  const text = '{ "a": [ 1,\n 22 ] }';
  const result = readJson(text);
  if (result.kind !== "value") throw new Error(result.reason);
  const { places } = result.reading;
  expect(places.get(pathKey(["a"]))).toEqual({ offset: 2, length: 3 });
  expect(places.get(pathKey(["a", "1"]))).toEqual({ offset: 13, length: 2 });
});

test("__proto__ is a key like any other", () => {
  const result = readJson('{ "__proto__": { "evil": true } }');
  if (result.kind !== "value") throw new Error(result.reason);
  expect(result.reading.value).not.toHaveProperty("evil");
});

test.each([
  ['{ "a": 1, }', 10, "key"],
  ["[1,]", 3, "value"],
  ['{ "a" 1 }', 6, '":"'],
  ['{ "a": yes }', 7, "yes"],
  ["{} {}", 3, "end"],
  ['"abc', 0, "closed"],
  ["", 0, "value"],
  ["// x", 0, "value"],
  ["[".repeat(100_000), 65, "deep"],
])("says where and why %j is wrong", (text, offset, word) => {
  const result = readJson(text);
  expect(result).toMatchObject({
    kind: "problem",
    offset,
    reason: expect.stringContaining(word),
  });
});
