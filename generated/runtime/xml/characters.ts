// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

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
    if (code > 38 && code < 0xd800) {
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

const ENTITIES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Resolves the five entities and character references; for anything else `refuse` is called with its position. */
export function resolveReferences(
  text: string,
  refuse: (position: number) => never,
): string {
  // Joined, for an engine keeps the pieces of a sum.
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf("&", at);
    if (start < 0) break;
    const end = text.indexOf(";", start);
    const body = text.slice(start + 1, end);
    const char = ENTITIES.get(body) ?? referredCharacter(body);
    if (end < 0 || char === undefined) return refuse(start);
    pieces.push(text.slice(at, start), char);
    at = end + 1;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

function referredCharacter(body: string): string | undefined {
  const digits = /^#(?:x([\da-fA-F]{1,8})|\d{1,10})$/.exec(body);
  if (digits === null) return undefined;
  const [text, hexadecimal] = digits;
  const code = hexadecimal
    ? Number.parseInt(hexadecimal, 16)
    : Number(text.slice(1));
  const char = code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
  return findIllegal(char) < 0 ? char : undefined;
}
