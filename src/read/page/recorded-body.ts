/** A body that unpacks to more than this is not read: it may have been made to be large. */
const maxOutputLength = 32 * 1024 * 1024;

/**
 * The text of a body that a recorder wrote as base64 (HAR 1.2, `content.encoding`), unpacked where the recorder left it
 * packed; undefined when it is no text.
 */
export function decodeRecordedBody(base64: string): string | undefined {
  const bytes = Buffer.from(base64, "base64");
  const plain = unpack(bytes);
  if (plain === undefined) return undefined;
  const isWide = plain[0] === 0xff && plain[1] === 0xfe;
  const text = new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(plain);
  return text.includes("\0") ? undefined : text;
}

function unpack(bytes: Uint8Array): Uint8Array | undefined {
  if (looksLikeText(bytes)) return bytes;
  // Loaded when it is needed: most runs read no recordings.
  const zlib = process.getBuiltinModule("node:zlib");
  const { gunzipSync, inflateSync, brotliDecompressSync } = zlib;
  for (const way of [gunzipSync, inflateSync, brotliDecompressSync]) {
    try {
      return way(bytes, { maxOutputLength });
    } catch {
      // Packed in another way, or not at all.
    }
  }
  return undefined;
}

/** XML and JSON begin with a printable character, a blank or a byte order mark. */
function looksLikeText([first = 0x20, second = 0]: Uint8Array): boolean {
  if (first === 0xef || (first === 0xff && second === 0xfe)) return true;
  return (
    first === 0x09 ||
    first === 0x0a ||
    first === 0x0d ||
    first === 0x20 ||
    first === 0x3c
  );
}
