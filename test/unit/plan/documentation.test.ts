import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  qname,
  type Certainty,
  type How,
  type Origin,
} from "../../../src/model/index.js";
import {
  certaintyRemarks,
  documentationLines,
} from "../../../src/plan/documentation.js";

function origin(
  how: How = "declared",
  certainty: Certainty = "certain",
  note?: string,
): Origin {
  const span = { file: "a.wsdl", line: 7, column: 1, offset: 0, length: 1 };
  return { span, how, certainty, ...(note === undefined ? {} : { note }) };
}

function lines(documentation: string): readonly string[] {
  return documentationLines({ documentation });
}

describe("documentation", () => {
  it("is followed by remarks, examples and the source, a blank line between", () => {
    expect(
      documentationLines({
        documentation: "The order.",
        remarks: ["Type likely: seen once."],
        examples: [{ text: "17", origin: origin() }],
        code: ["await order(client);"],
        origin: origin(),
        name: qname("urn:orders", "Order"),
      }),
    ).toEqual([
      "The order.",
      "",
      "Type likely: seen once.",
      "",
      "@example 17",
      "@example",
      "await order(client);",
      "@see a.wsdl:7 {urn:orders}Order",
    ]);
  });

  it("is nothing where there is nothing to say", () => {
    expect(documentationLines({})).toEqual([]);
    expect(lines(" \n\t ")).toEqual([]);
  });

  it("keeps paragraphs, and folds the lines in them", () => {
    expect(lines("  One\n   two.\r\n\r\nThree\u2028four.")).toEqual([
      "One two.",
      "",
      "Three four.",
    ]);
  });

  it("is wrapped at 100 columns; a longer word stays whole", () => {
    const wrapped = lines(`${"word ".repeat(40)}${"x".repeat(150)} end`);
    expect(wrapped.map((line) => line.length)).toEqual([99, 99, 150, 3]);
  });

  it("shows three examples at most, on one line each", () => {
    const examples = ["a\nb", "c", "d", "e"].map((text) => ({
      text,
      origin: origin(),
    }));
    expect(documentationLines({ examples })).toEqual([
      "@example a b",
      "@example c",
      "@example d",
    ]);
  });
});

/** Characters that turn the direction of text (Unicode Bidirectional Algorithm §2). */
const bidi = [
  ..."\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
];

describe("hostile documentation", () => {
  it("does not end the comment", () => {
    expect(lines("*/ process.exit(); /*").join("\n")).not.toContain("*/");
    expect(lines("*\u200e/").join("\n")).not.toContain("*/");
    expect(lines("*\n/").join("\n")).not.toContain("*/");
  });

  it("starts no tag", () => {
    expect(lines("@deprecated Use mine.\n\n  @see evil")).toEqual([
      "\\@deprecated Use mine.",
      "",
      "\\@see evil",
    ]);
    expect(lines(`${"word ".repeat(20)}@type`)).toEqual([
      "word ".repeat(20).trim(),
      "\\@type",
    ]);
  });

  it("keeps an @ inside a line", () => {
    expect(lines("Mail to me@example.com or @me.")).toEqual([
      "Mail to me@example.com or @me.",
    ]);
  });

  it.each(bidi)("shows no character that turns text: %j", (character) => {
    expect(lines(`a${character}b`)).toEqual(["a b"]);
  });

  it("never breaks out of the comment, wherever it is put", () => {
    const piece = fc.constantFrom(
      ...["*", "/", "*/", "\\", "@", "\n", "\r", "\u2028", " ", "a"],
      ...["\u0000", "\ufeff", "\u200b", "\ud800", ...bidi],
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 40 }), (text) => {
        const all = documentationLines({
          documentation: text,
          remarks: [text],
          examples: [{ text, origin: origin() }],
          origin: { ...origin(), span: { ...origin().span, file: text } },
          name: qname(text, text),
        });
        const comment = all.join("\n * ");
        expect(comment).not.toContain("*/");
        expect(comment.split("\n")).toHaveLength(all.length || 1);
        expect(comment).not.toMatch(/[\u0000\r\u2028\ufeff]/);
        for (const character of bidi) expect(comment).not.toContain(character);
      }),
      { seed: 2024, numRuns: 3000 },
    );
  });
});

describe("remarks", () => {
  it("say nothing of what is declared, or certain", () => {
    expect(certaintyRemarks(origin(), origin())).toEqual([]);
    expect(certaintyRemarks(origin("sampled"), origin("assumed"))).toEqual([]);
  });

  it("say what is likely, and why", () => {
    expect(
      certaintyRemarks(
        origin("sampled", "likely", "the form of the example value"),
        origin("sampled", "likely", "the page calls it optional"),
      ),
    ).toEqual([
      "Type likely: the form of the example value.",
      "Occurrence likely: the page calls it optional.",
    ]);
  });

  it("say why something is unknown, and then nothing more of the type", () => {
    expect(
      certaintyRemarks(origin("sampled", "unknown"), origin(), "cut off"),
    ).toEqual(["Unknown: cut off."]);
  });
});
