/** NameStartChar without the colon: XML 1.0 §2.3 [4], Namespaces in XML §3 [4]. */
const START =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const REST = "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040";

const ASCII_NC_NAME = /^[A-Za-z_][-.\w]*$/;
const NC_NAME = new RegExp(`^[${START}][${START}${REST}]*$`, "u");

/** Whether the text is an NCName: a name without a colon. */
export function isNCName(text: string): boolean {
  return ASCII_NC_NAME.test(text) || NC_NAME.test(text);
}

const NOT_REST = new RegExp(`[^${START}${REST}]+`, "gu");

/** The text as an NCName: what no name has becomes `_`. */
export function toNCName(text: string): string {
  const name = text.trim().replaceAll(NOT_REST, "_");
  return isNCName(name) ? name : `_${name}`;
}

/**
 * Where the name that starts at `offset` ends; `offset` itself when there is none. Colons are part of it, and characters
 * beyond ASCII are accepted here: `isNCName` judges the parts.
 */
export function nameEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isNameCode(text.charCodeAt(end))) end++;
  return end;
}

function isNameCode(code: number): boolean {
  if (code >= 97 && code <= 122) return true; // a-z
  if (code >= 65 && code <= 90) return true; // A-Z
  if (code >= 45 && code <= 58) return code !== 47; // - . 0-9 :
  return code === 95 || code > 127;
}
