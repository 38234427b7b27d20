import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkablePattern } from "../../../src/plan/checkable-pattern.js";
import { textsForPattern } from "../../../src/plan/sample-pattern.js";
import { compilerOf } from "../../../src/runtime/codec/compile.js";
import { compileExpression } from "../../../src/runtime/codec/facets/pattern-matcher.js";
import { slowPatterns } from "../../../src/runtime/codec/facets/slow-patterns.js";
import { string } from "../../../src/runtime/xsd.js";
import { ValueError } from "../../../src/runtime/xsd/value-error.js";

const runaways = [
  "(a+)+b",
  "([a-zA-Z]+)*x",
  "(a|b+)+",
  "((a*)?)*",
  "(a?b*)+",
  "(a+){30}",
  "(\\p{L}+)+",
  "x(y(z+)+)",
  "(a|a)*b",
  "(a|[a-z])*1",
  "(\\d|\\p{N})*x",
  "(ab|a|b)*c",
  "(a|ab|ba)*c",
  "([a-z]|[m-p]x)*y",
  "(.|\\i)*!",
  "(\\c|\\d)*!",
  "(a*)(a*)(a*)(a*)(a*)(a*)b",
  "((a|a)(a|a)){20}b",
  "(\\w{1,3}){1,60}!",
  "(\\p{IsGreek}|\\p{Lu})*!",
  "([\\p{L}-[a-z]]|[a-zA-Z])*!",
];

const steep = [
  "(a?){40}a{40}",
  "(\\w+\\s?)*[.!?]",
  ".*a.*",
  "\\S+@\\S+",
  "a*a*b",
  "(a|b)*a(a|b)*c",
  "\\d+\\.?\\d+",
  "(a+){3}b",
  "\\s*[^x]*\\s*",
];

const checked = [
  "a+b",
  "([a-z]+\\.)*[a-z]+",
  "(ab)+",
  "(a+b)+",
  "[(+]+\\)+",
  "(\\d{3})*",
  "[a-z-[x]]+",
  "[^@]+@[^.]+\\..+",
  "(a|b)*c",
  "([a-z-[aeiou]]|[aeiou])*!",
  "(\\p{Lu}|\\p{Ll}|\\p{Nd})*!",
  "(\\p{L}|\\P{L})*!",
  "\\i\\c*",
  "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?",
  "[A-Z]{2}\\d{2}[A-Z0-9]{1,30}",
  "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)",
  "AB|AC|AD|BA|BC",
  "[^\\s](.{0,98}[^\\s])?",
  "[^\\s](.{0,998}[^\\s])?",
];

/** Whether a text matches, as the codec finds out. */
function matcher(pattern: string): (text: string) => boolean {
  const found = checkablePattern(pattern);
  if (found.kind === "unchecked") throw new Error(found.reason);
  const codec = compilerOf([slowPatterns]).simple({
    kind: "restriction",
    base: string,
    slowPatterns: [found],
  });
  const context = { lookup: () => "", prefixFor: () => "" };
  return (text) => {
    try {
      codec.parse(text, context);
      return true;
    } catch (error) {
      if (error instanceof ValueError) return false;
      throw error;
    }
  };
}

describe("a pattern of which texts can be tried for ages", () => {
  it.each([...runaways, ...steep])("%s is slow", (pattern) => {
    const found = checkablePattern(pattern);
    if (found.kind !== "slow") throw new Error(found.kind);
    expect(found.length).toBeLessThan(20_000);
  });
});

describe("all ways at once", () => {
  const texts = fc.string({
    unit: fc.constantFrom(..."abxyzcmp1.!@ AZα-(+[", "\n", "B", "C", "2"),
    maxLength: 14,
  });

  it.each([...runaways, ...steep, ...checked])(
    "lead to what JavaScript finds for %s",
    (pattern) => {
      const found = checkablePattern(pattern);
      if (found.kind === "unchecked") throw new Error(found.reason);
      const expression = new RegExp(found.source, "u");
      const matches = compileExpression(found.source);
      const made = textsForPattern(pattern, 3).filter(
        (text) => text.length < 20,
      );
      for (const text of ["", "a", "ab", "xay", "a@b", "a1.5", "12", ...made]) {
        expect(matches(text), text).toBe(expression.test(text));
      }
      fc.assert(
        fc.property(texts, (text) => {
          expect(matches(text)).toBe(expression.test(text));
        }),
        { numRuns: 60, seed: 3 },
      );
    },
  );
});

describe("a pattern that is matched in step with the text", () => {
  it.each(checked)("%s is checked", (pattern) => {
    expect(checkablePattern(pattern).kind).toBe("checked");
  });
});

it("patterns too large to judge are not checked", () => {
  const words = Array.from({ length: 2_000 }, (_, index) => `x${index}`);
  expect(checkablePattern(`(${words.join("|")})*`).kind).toBe("unchecked");
  expect(checkablePattern("(".repeat(300) + "a" + ")*".repeat(300)).kind).toBe(
    "unchecked",
  );
});

it("judging takes no longer than the pattern deserves", () => {
  const nested = `${"(".repeat(60)}a${"){0,60}".repeat(60)}`;
  expect(checkablePattern(nested).kind).toBe("unchecked");
  expect(checkablePattern("(a|b|c|d|e|f){60}{60}".repeat(3)).kind).toBe(
    "unchecked",
  );
});

/** The claim itself: the worst texts are refused at once. */
it.each([...runaways, ...steep, ...checked])(
  "%s refuses long texts in no time",
  (pattern) => {
    const length = 20_000;
    const matches = matcher(pattern);
    const start = process.cpuUsage();
    for (const part of ["a", "1", "ab", "x.", "A1", "@", " "]) {
      const text = part.repeat(length / part.length).slice(0, length);
      matches(`${text}\u0000`);
    }
    const { user } = process.cpuUsage(start);
    expect(user / 1e6).toBeLessThan(5);
  },
);
