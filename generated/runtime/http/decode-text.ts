// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { SoapError } from "../soap-error.js";
import { parseMediaType } from "./media-type.js";

/** RFC 7303 §3: a byte order mark counts first, then the header, then what the document says of itself. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const charset =
    byteOrderMark(bytes) ??
    parseMediaType(contentType).parameters.get("charset") ??
    declaredEncoding(bytes);
  try {
    const decoder = createDecoder(charset ?? "utf-8");
    if (decoder.fatal) return decoder.decode(bytes);
    // Node 20 takes windows-1252 for ISO-8859-1 where it decodes all at once.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch (cause) {
    const expected = `text in ${charset ?? "utf-8"}`;
    throw new SoapError(
      `the answer is not ${expected}`,
      { kind: "decode", path: "/", line: 1, column: 1, expected },
      { cause },
    );
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return undefined;
}

const LONGEST_DECLARATION = 200;

/** XML 1.0 appendix F: enough of the first bytes is ASCII, or ASCII with zeros between. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0 && second === 60) return "utf-16be";
  if (first === 60 && second === 0) return "utf-16le";
  const head = String.fromCharCode(...bytes.slice(0, LONGEST_DECLARATION));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(
    head,
  )?.[1];
}

function createDecoder(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { fatal: isUnicode(charset) });
  } catch {
    // A name that nobody knows is most often a wrong one for UTF-8.
    return new TextDecoder("utf-8", { fatal: true });
  }
}

function isUnicode(charset: string): boolean {
  return /^utf-?(?:8|16)/i.test(charset);
}
