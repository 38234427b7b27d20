import { describe, expect, it } from "vitest";
import { checkablePattern } from "../../../src/plan/checkable-pattern.js";

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

const tooSteep = ["(a?){40}a{40}"];

const bounded = [
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

describe("a pattern of which texts can be tried for ages", () => {
  it.each(runaways)("%s is checked for short texts only", (pattern) => {
    const found = checkablePattern(pattern);
    if (found.kind !== "bounded") throw new Error(found.kind);
    const { source, length } = found;
    expect(length).toBeLessThan(30);
    const expression = new RegExp(source, "u");
    for (const character of ["a", "z", "1", "α", "A"]) {
      const text = `${character.repeat(length - 1)}?`;
      const start = performance.now();
      expect(expression.test(text)).toBe(false);
      expect(performance.now() - start).toBeLessThan(2000);
      expect(expression.test(character.repeat(length + 1))).toBe(true);
    }
  });

  it.each(tooSteep)("%s is not checked", (pattern) => {
    expect(checkablePattern(pattern).kind).toBe("unchecked");
  });
});

describe("a pattern that takes more and more time for longer texts", () => {
  it.each(bounded)(
    "%s is checked for texts that are not too long",
    (pattern) => {
      const found = checkablePattern(pattern);
      if (found.kind !== "bounded") throw new Error(found.kind);
      const expression = new RegExp(found.source, "u");
      const whole = new RegExp(`^(?:${pattern})$`, "u");
      for (const text of ["", "a", "xay", "a@b", "aaaab", "1.5", "12", "c"]) {
        expect(expression.test(text), text).toBe(whole.test(text));
      }
      expect(expression.test("\n".repeat(found.length + 1))).toBe(true);
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

/** The claim itself: what is checked refuses the worst texts at once. */
it.each([...checked, ...bounded])(
  "%s refuses long texts in no time",
  (pattern) => {
    const found = checkablePattern(pattern);
    if (found.kind === "unchecked") throw new Error(found.reason);
    const length = found.kind === "bounded" ? found.length - 1 : 20_000;
    const expression = new RegExp(found.source, "u");
    const start = process.cpuUsage();
    for (const part of ["a", "1", "ab", "x.", "A1", "@", " "]) {
      expression.test(
        part.repeat(length / part.length).slice(0, length) + "\u0000",
      );
    }
    const { user } = process.cpuUsage(start);
    expect(user / 1e6).toBeLessThan(5);
  },
);
