const MODULUS = 65_521;

/** The checksum of RFC 1950, as eight hexadecimal digits: every stack has it, or needs five lines for it. */
export function adler32(bytes: Uint8Array): string {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % MODULUS;
    high = (high + low) % MODULUS;
  }
  return (high * 65_536 + low).toString(16).padStart(8, "0");
}
