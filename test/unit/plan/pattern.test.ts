import { describe, expect, it } from "vitest";
import { translatePattern } from "../../../src/plan/pattern.js";

function matcher(pattern: string): (text: string) => boolean {
  const source = translatePattern(pattern);
  if (source === undefined) throw new Error(`${pattern} is not translated`);
  const expression = new RegExp(source, "u");
  return (text) => expression.test(text);
}

/** XML Schema part 2 appendix F. */
const cases: readonly {
  readonly pattern: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}[] = [
  { pattern: "[A-Z]{2}", yes: ["AB"], no: ["A", "ABC", "xABx", "ab"] },
  { pattern: "a|bc", yes: ["a", "bc"], no: ["ac", "abc", "xa", "bcx"] },
  { pattern: "", yes: [""], no: ["a"] },
  { pattern: "^a$", yes: ["^a$"], no: ["a"] },
  { pattern: "[\\^$]", yes: ["^", "$"], no: ["\\"] },
  { pattern: "a.c", yes: ["abc", "a\u2028c"], no: ["a\nc", "a\rc"] },
  { pattern: "\\d+", yes: ["12", "१२"], no: ["", "a"] },
  { pattern: "\\D", yes: ["a"], no: ["1", "१"] },
  { pattern: "\\s", yes: [" ", "\t"], no: ["\u00a0", "\f"] },
  { pattern: "\\S", yes: ["\u00a0"], no: [" ", "\n"] },
  { pattern: "\\w", yes: ["é", "1", "$"], no: ["-", " ", "_"] },
  { pattern: "\\W", yes: ["-", " "], no: ["é", "$"] },
  { pattern: "\\i\\c*", yes: ["_a-1", ":x"], no: ["1a", "-a"] },
  { pattern: "\\I\\C", yes: ["1 "], no: ["a ", "1a"] },
  { pattern: "[\\i-]", yes: ["a", "-"], no: ["1"] },
  { pattern: "[\\d.,]+", yes: ["1,2.3"], no: ["a"] },
  { pattern: "[^\\d]", yes: ["a"], no: ["1"] },
  { pattern: "[a\\-z]", yes: ["a", "-", "z"], no: ["b"] },
  { pattern: "a\\-b", yes: ["a-b"], no: ["a\\-b"] },
  { pattern: "\\p{Lu}\\P{Lu}", yes: ["Aa"], no: ["aA"] },
  { pattern: "\\p{IsBasicLatin}", yes: ["a"], no: ["é"] },
  { pattern: "\\P{IsBasicLatin}", yes: ["é"], no: ["a"] },
  { pattern: "[\\p{IsCyrillic}x]", yes: ["ж", "x"], no: ["a"] },
  { pattern: "\\p{IsOgham}", yes: ["\u1681"], no: ["a"] },
  { pattern: "[a-z-[aeiou]]", yes: ["b"], no: ["a", "-", "A"] },
  { pattern: "[^a-c-[x\\d]]+", yes: ["yz"], no: ["x", "1", "a"] },
  { pattern: "[\\S-[ab]]", yes: ["c"], no: ["a", " "] },
  { pattern: "[\\Sx ]", yes: [" ", "y"], no: ["\t"] },
  { pattern: "[^\\S ]", yes: ["\t"], no: [" ", "a"] },
  { pattern: "[^\\P{Lu}]", yes: ["A"], no: ["a"] },
  { pattern: "[a-z-[b-d-[c]]]", yes: ["a", "c"], no: ["b", "d"] },
  { pattern: "(ab)\\1?", yes: [], no: [] },
  { pattern: "\\(\\d\\)", yes: ["(1)"], no: ["1"] },
  { pattern: "(a)(b)", yes: ["ab"], no: ["a"] },
  { pattern: "𝒳", yes: ["𝒳"], no: ["\ud835"] },
];

describe("a translated pattern", () => {
  it.each(cases.filter(({ yes }) => yes.length > 0))(
    "$pattern accepts what the schema does",
    ({ pattern, yes, no }) => {
      const matches = matcher(pattern);
      expect(yes.filter((text) => !matches(text))).toEqual([]);
      expect(no.filter((text) => matches(text))).toEqual([]);
    },
  );

  it("has no groups of JavaScript's own kinds", () => {
    expect(translatePattern("(?=a)")).toBeUndefined();
    expect(matcher("(a)(b)")("ab")).toBe(true);
    expect(translatePattern("(a)(b)")).toBe("^(?:(?:a)(?:b))$");
  });
});

describe("a pattern that cannot be said in JavaScript", () => {
  it.each([
    ["an unknown block", "\\p{IsKlingon}"],
    ["an unknown property", "\\p{Nonsense}"],
    ["an unknown escape", "\\q"],
    ["a back reference", "(ab)\\1"],
    ["an open class", "[a-z"],
    ["an open group", "(a"],
    ["a lone quantifier", "*a"],
    ["a backslash at the end", "a\\"],
    ["bounds the wrong way round", "a{3,1}"],
    ["a range the wrong way round", "[z-a]"],
  ])("is left out: %s", (_what, pattern) => {
    expect(translatePattern(pattern)).toBeUndefined();
  });
});
