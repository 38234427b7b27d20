import { adler32 } from "../support/adler32.js";
import type { Scenario } from "./scenario.js";

function scenario(name: string, texts: readonly string[]): Scenario {
  return {
    name,
    operation: "echoTexts",
    value: texts.length === 0 ? {} : { value: texts },
    view: texts.map((text) => {
      const bytes = new TextEncoder().encode(text);
      return `text=${[...text].length} ${bytes.length} ${adler32(bytes)}`;
    }),
  };
}

/** Texts are seen as the number of characters, and length and checksum of their UTF-8. */
export const texts: readonly Scenario[] = [
  scenario("no text at all", []),
  scenario("empty texts", ["", "", ""]),
  scenario("texts of many scripts", [
    "größe Ωμέγα Привет",
    "日本語 한국어 العربية עברית",
    "𝄞 𠀋 😀 👩‍👩‍👧",
    "e\u0301 \u00A0 \u2028 \uFEFF \uFFFD \u0085",
  ]),
  scenario("markup and white space in texts", [
    '<a href="x">&amp;</a>]]>',
    "  two  spaces\tand\ttabs  ",
    "line\nfeed\n",
    "carriage\r\nreturn\r",
  ]),
  scenario("a text of five million bytes", ["größe 𝄞 <&>.".repeat(300_000)]),
  scenario(
    "ten thousand texts",
    Array.from({ length: 10_000 }, (_, index) => `text ${index}`),
  ),
];
