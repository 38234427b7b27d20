import { describe, expect, it } from "vitest";
import { translatePattern } from "../../../src/plan/pattern.js";
import { isRunaway } from "../../../src/plan/runaway-pattern.js";

describe("a pattern whose matching may run away", () => {
  it.each([
    "(a+)+b",
    "([a-zA-Z]+)*x",
    "(a|b+)+",
    "((a*)?)*",
    "(a?b*)+",
    "(a+){30}",
    "(\\p{L}+)+",
    "x(y(z+)+)",
  ])("is %s", (pattern) => {
    expect(isRunaway(translatePattern(pattern) ?? "")).toBe(true);
  });

  it.each([
    "a+b",
    "([a-z]+\\.)*[a-z]+",
    "(ab)+",
    "(a+b)+",
    "[(+]+\\)+",
    "(\\d{3})*",
    "(a+){2}",
    "[a-z-[x]]+",
    "[^@]+@[^.]+\\..+",
  ])("is not %s", (pattern) => {
    expect(isRunaway(translatePattern(pattern) ?? "")).toBe(false);
  });
});
