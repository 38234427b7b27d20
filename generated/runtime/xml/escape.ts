// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** Texts without any of these go out as they are; the surrogates are here to be checked. */
const SPECIAL_TEXT = /[^\t\n -%'-;=?-\uD7FF\uE000-\uFFFD]/;
const SPECIAL_ATTRIBUTE = /[^ !#-%'-;=?-\uD7FF\uE000-\uFFFD]/;
const ILLEGAL = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Text for element content; undefined when it has a character that XML cannot carry. */
export function escapeText(text: string): string | undefined {
  if (!SPECIAL_TEXT.test(text)) return text;
  return ILLEGAL.test(text) ? undefined : escapeMarkup(text);
}

/** Text for an attribute value in double quotes; undefined when it has a character that XML cannot carry. */
export function escapeAttribute(text: string): string | undefined {
  if (!SPECIAL_ATTRIBUTE.test(text)) return text;
  if (ILLEGAL.test(text)) return undefined;
  // White space in attribute values would come back as spaces (XML 1.0 §3.3.3).
  return escapeMarkup(text)
    .replace(/"/g, "&quot;")
    .replace(/\t/g, "&#x9;")
    .replace(/\n/g, "&#xA;");
}

function escapeMarkup(text: string): string {
  return (
    text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // A carriage return would come back as a line feed (XML 1.0 §2.11).
      .replace(/\r/g, "&#xD;")
  );
}
