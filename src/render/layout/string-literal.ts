const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
  "\v": "\\v",
};

/** A TypeScript string literal: double quotes unless single ones need fewer escapes. Invisible characters are escaped. */
export function stringLiteral(value: string): string {
  const doubles = count(value, '"');
  const quote = doubles > count(value, "'") ? "'" : '"';
  const body = value.replace(
    /[\\\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) =>
      escapes[character] ??
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return quote + body.replaceAll(quote, `\\${quote}`) + quote;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
