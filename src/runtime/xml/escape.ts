/** Texts without any of these go out as they are; the surrogates are here to be checked. */
const SPECIAL_TEXT = /[^\t\n -%'-;=?-\uD7FF\uE000-\uFFFD]/;
const SPECIAL_ATTRIBUTE = /[^ !#-%'-;=?-\uD7FF\uE000-\uFFFD]/;
const ILLEGAL = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

// A carriage return would come back as a line feed (XML 1.0 §2.11).
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\r": "&#xD;",
};

// White space in attribute values would come back as spaces (XML 1.0 §3.3.3).
const ATTRIBUTE_REFERENCES: Readonly<Record<string, string>> = {
  ...REFERENCES,
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
};

/** Text for element content; undefined when it has a character that XML cannot carry. */
export function escapeText(text: string): string | undefined {
  if (!SPECIAL_TEXT.test(text)) return text;
  if (ILLEGAL.test(text)) return undefined;
  return text.replace(/[&<>\r]/g, (char) => REFERENCES[char] ?? char);
}

/** Text for an attribute value in double quotes; undefined when it has a character that XML cannot carry. */
export function escapeAttribute(text: string): string | undefined {
  if (!SPECIAL_ATTRIBUTE.test(text)) return text;
  if (ILLEGAL.test(text)) return undefined;
  return text.replace(
    /[&<>"\t\n\r]/g,
    (char) => ATTRIBUTE_REFERENCES[char] ?? char,
  );
}
