const MODULUS = 65_521;
/** A prime, so that no two chunks of a connection begin alike. */
const CHUNK = 65_537;

/** Bytes without end that are the same everywhere, of which only a piece is ever in memory. */
export function patternStream(size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (at >= size) return controller.close();
        controller.enqueue(PIECE.slice(0, size - at));
        at += CHUNK;
      },
    },
    { highWaterMark: 0 },
  );
}

const PIECE = Uint8Array.from(
  { length: CHUNK },
  (_, at) => (at * 31 + (at >> 8)) & 255,
);

/** Number and checksum (RFC 1950) of the bytes of a stream. */
export async function describeBytes(
  stream: ReadableStream<Uint8Array>,
  onChunk: () => void = () => undefined,
): Promise<string> {
  const reader = stream.getReader();
  let size = 0;
  let low = 1;
  let high = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return `${size} bytes, ${high * 65_536 + low}`;
    onChunk();
    size += value.length;
    for (let at = 0; at < value.length; at++) {
      low += value[at] ?? 0;
      high += low;
      // Sums stay exact for as many bytes as this.
      if ((at & 4095) === 4095) {
        low %= MODULUS;
        high %= MODULUS;
      }
    }
    low %= MODULUS;
    high %= MODULUS;
  }
}
