const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
  "\v": "\\v",
};

/** The backslash; control and format characters, line separators and halves of pairs: what a reader does not see, or sees elsewhere. */
const escaped = /[\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2065\ufff9-\uffff]/gu;

/** Nothing to escape: what nearly all are. */
const plain = /^[ !#-[\]-~]*$/;

/** A TypeScript string literal: double quotes unless single ones need fewer escapes. Invisible characters are escaped. */
export function stringLiteral(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  const doubles = count(value, '"');
  const quote = doubles > count(value, "'") ? "'" : '"';
  const body = value.replace(
    escaped,
    (character) => escapes[character] ?? unicodeEscape(character),
  );
  return quote + body.replaceAll(quote, `\\${quote}`) + quote;
}

function unicodeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
