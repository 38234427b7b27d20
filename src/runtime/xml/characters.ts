/** XML 1.0 §2.2: what no document may contain; lone surrogates among it. */
const ILLEGAL = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Position of the first character that is not allowed in XML; -1 when there is none. */
export function findIllegal(text: string): number {
  return text.search(ILLEGAL);
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** End of the run of characters that stand for themselves: no markup, reference, carriage return, `]` or surrogate. */
export function scanText(xml: string, start: number): number {
  const { length } = xml;
  let end = start;
  for (; end < length; end++) {
    const code = xml.charCodeAt(end);
    if (code > 93 ? code < 0xd800 : code > 60 || code > 38) {
      if (code !== 93 && code !== 60) continue;
      break;
    }
    if (code === 10 || code === 9) continue;
    if (code >= 32 && code < 38) continue;
    if (code >= 0xe000 && code <= 0xfffd) continue;
    break;
  }
  return end;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

const REFERENCE =
  /&(?:#x([\da-fA-F]{1,8});|#(\d{1,10});|(lt|gt|amp|quot|apos);)?/g;

/** Resolves the five entities and character references; for anything else `refuse` is called with its position. */
export function resolveReferences(
  text: string,
  refuse: (position: number) => never,
): string {
  if (!text.includes("&")) return text;
  return text.replace(
    REFERENCE,
    (_all, hexadecimal?: string, decimal?: string, name?: string, at = 0) => {
      if (name !== undefined) return ENTITIES[name] ?? "";
      const code =
        hexadecimal === undefined
          ? Number(decimal)
          : Number.parseInt(hexadecimal, 16);
      const char = code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
      return findIllegal(char) < 0 ? char : refuse(at);
    },
  );
}
