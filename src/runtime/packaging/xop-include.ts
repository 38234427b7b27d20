import { SoapError } from "../soap-error.js";

export const XOP = "http://www.w3.org/2004/08/xop/include";

const INCLUDE =
  /<(?:[\w.-]+:)?Include(\s[^<>]{0,1000}?)(?:\/>|>\s*<\/(?:[\w.-]+:)?Include\s*>)/g;

/** Puts a text in the place of each `xop:Include`, by the Content-ID of the part that it stands for; undefined: there is none. */
export function replaceIncludes(
  text: string,
  textOf: (contentId: string) => string | undefined,
): string {
  if (!text.includes(XOP)) return text;
  return text.replace(INCLUDE, (whole, attributes: string) => {
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
    if (href === null) return whole;
    const target = href[1] ?? href[2] ?? "";
    const id = /^cid:(.*)$/.exec(target)?.[1];
    const found = id === undefined ? undefined : textOf(safeDecode(id));
    return found ?? failInclude(target);
  });
}

/** RFC 2392: the id in a `cid:` URL is percent-encoded. */
function safeDecode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Nothing outside the message is ever fetched. */
export function failInclude(href: string): never {
  throw new SoapError(`xop:Include: no part for href="${href}"`, {
    kind: "decode",
    path: "/",
    line: 1,
    column: 1,
    expected: "the Content-ID of a part",
    received: href,
  });
}
