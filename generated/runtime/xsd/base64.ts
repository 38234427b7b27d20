// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const PADDING = 61;

function sextets(): Uint8Array {
  const table = new Uint8Array(128).fill(255);
  for (let index = 0; index < 64; index++) {
    table[ALPHABET.charCodeAt(index)] = index;
  }
  return table;
}

const SEXTETS = /* @__PURE__ */ sextets();

/** The bytes of a base64 text, white space in it left out (RFC 2045 §6.8); undefined when it is not base64. */
export function decodeBase64(source: string): Uint8Array | undefined {
  const text = / /.test(source) ? source.replace(/ /g, "") : source;
  if (text.length % 4 !== 0) return undefined;
  let end = text.length;
  while (end > text.length - 2 && text.charCodeAt(end - 1) === PADDING) end--;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < end; index++) {
    const sextet = SEXTETS[text.charCodeAt(index)] ?? 255;
    if (sextet === 255) return undefined;
    held = ((held << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  // Bits left over must be zero, or two texts would mean the same bytes.
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** Base64 without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      codes[at++] = ALPHABET.charCodeAt((held >> bits) & 63);
    }
  }
  if (bits > 0) codes[at] = ALPHABET.charCodeAt((held << (6 - bits)) & 63);
  return new TextDecoder().decode(codes);
}
