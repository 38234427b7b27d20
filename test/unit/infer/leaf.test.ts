import { describe, expect, it } from "vitest";
import { exampleTable } from "../../../src/infer/example-values.js";
import {
  isPlaceholder,
  readLeaf,
  type LeafContext,
  type LeafReading,
} from "../../../src/infer/leaf.js";
import { MICROSOFT_TYPES_NAMESPACE, qname } from "../../../src/model/index.js";

const placeholders: LeafContext = { style: "asmx", isPlaceholderPage: true };
const examples: LeafContext = { style: "wiki", isPlaceholderPage: false };

/** `int certain`, `A|B likely`, `A| likely` for one literal, `int likely example`. */
function outline({ leaf, isExample }: LeafReading): string {
  const what =
    leaf.kind === "type"
      ? leaf.name.local
      : leaf.literals.join("|") + (leaf.literals.length === 1 ? "|" : "");
  return `${what} ${leaf.certainty}${isExample ? " example" : ""}`;
}

function read(text: string, context: LeafContext): string {
  return outline(readLeaf(text, undefined, context));
}

describe("a leaf of a page of placeholders", () => {
  it.each([
    ["string", "string certain"],
    ["int", "int certain"],
    ["unsignedByte", "unsignedByte certain"],
    ["base64Binary", "base64Binary certain"],
    ["q1:QName", "QName certain"],
    ["bytes", "string likely"],
    ["?", "string ambiguous"],
    ["", "string ambiguous"],
    ["None or Ok or InvalidUser", "None|Ok|InvalidUser likely"],
    ["Red or Green", "Red|Green certain"],
    ["Not Found or Ok", "Not Found|Ok certain"],
    ["A or B or A", "A|B certain"],
    ["Active", "Active| likely"],
    ["A.1-b", "A.1-b| likely"],
    ["two words", "string likely example"],
    ["17", "int likely example"],
  ])("%j is read as %s", (text, expected) => {
    expect(read(text, placeholders)).toBe(expected);
  });

  it.each(["guid", "char"])("%s is a type of .NET", (text) => {
    expect(readLeaf(text, undefined, placeholders).leaf).toMatchObject({
      name: qname(MICROSOFT_TYPES_NAMESPACE, text),
      certainty: "certain",
    });
  });
});

describe("a value that a program puts in", () => {
  it.each([
    "${a.b()}",
    "${year}-${month}",
    "{{token}}",
    "{token}",
    "#{token}",
    "%s",
    "%1$s",
    "%@",
    "$token",
    "<%= token %>",
  ])("%s says nothing of its type", (text) => {
    expect(read(text, examples)).toBe("string ambiguous");
  });

  it.each(["100%", "$5", "{}", "a {b} c", "50%s"])("is not %s", (text) => {
    expect(read(text, examples)).toMatch(/^string likely example$/);
  });
});

describe("words for types", () => {
  it("are types where most values of a page are", () => {
    const table = exampleTable(["String", "[Int32]", "xsd:int", "x"], false);
    expect([...(table ?? [])]).toEqual([
      ["String", "string"],
      ["[Int32]", "int"],
      ["xsd:int", "int"],
    ]);
    expect(read("DateTime", examples)).toBe("string likely example");
  });

  it("are values where few are", () => {
    expect(exampleTable(["Date", "Number", "a", "b", "c"], false)).toBe(
      undefined,
    );
  });
});

describe("a leaf of a page of examples", () => {
  it.each([
    ["Active", "string likely example"],
    ["true", "boolean likely example"],
    ["True", "string likely example"],
    ["0", "int likely example"],
    ["-17", "int likely example"],
    ["007", "string likely example"],
    ["123456789", "int likely example"],
    ["9999999999", "long likely example"],
    ["+4915112345678", "string likely example"],
    ["3.50", "decimal likely example"],
    ["1e3", "string likely example"],
    ["1,5", "string likely example"],
    ["2024-05-31", "date likely example"],
    ["2024-05-31T12:00:00Z", "dateTime likely example"],
    ["2024-05-31T12:00:00.123+02:00", "dateTime likely example"],
    ["31.05.2024", "string likely example"],
    ["int", "int certain"],
    ["", "string ambiguous"],
    ["?", "string ambiguous"],
    ["red or green", "red|green likely"],
    ["now or in two days", "string likely example"],
  ])("%j is read as %s", (text, expected) => {
    expect(read(text, examples)).toBe(expected);
  });
});

describe("a type written in place", () => {
  it.each([
    ["bytes", placeholders, true],
    ["", placeholders, true],
    ["", examples, undefined],
    ["?", placeholders, undefined],
    ["string", placeholders, undefined],
  ] as const)("is what %j may stand for", (text, context, expected) => {
    const { leaf } = readLeaf(text, undefined, context);
    expect(leaf.kind === "type" && leaf.isAnonymous).toBe(expected);
  });
});

describe("literals that the page marks", () => {
  it("win over the text, even where they are spelled like types", () => {
    expect(
      outline(readLeaf("string or int", ["string", "int"], examples)),
    ).toBe("string|int certain");
  });

  it("say nothing when there is one of them", () => {
    expect(outline(readLeaf("int", ["int"], placeholders))).toBe("int certain");
  });
});

describe("a placeholder", () => {
  it.each(["string", "guid", "xml", "length", "q2:QName", "A or B"])(
    "is %s",
    (text) => {
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  it.each(["", "17", "Order", "order", "q:QName", "strings"])(
    "is not %j",
    (text) => {
      expect(isPlaceholder(text)).toBe(false);
    },
  );
});
