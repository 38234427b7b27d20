import { describe, expect, it } from "vitest";
import { typeOfExample } from "../../../src/infer/note-type.js";

describe("the type of a member with an example value", () => {
  it.each([
    ["String", "0", "string"],
    ["varchar(20)", "17", "string"],
    ["int", "17", "int"],
    ["long", "17", "long"],
    ["decimal", "17", "decimal"],
    ["dateTime", "2020-01-01T00:00:00", "dateTime"],
    ["boolean", "1", "boolean"],
  ])("is what the page calls it: %s for %s", (word, value, expected) => {
    expect(typeOfExample(word, [value])?.local).toBe(expected);
  });

  it.each([
    ["int", "A1"],
    ["date", "17"],
    ["Customer", "17"],
    ["", "17"],
  ])("is not %s where %s is shown", (word, value) => {
    expect(typeOfExample(word, [value])).toBeUndefined();
  });
});
