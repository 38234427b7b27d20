// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { failPastLimit } from "./past-limit.js";

/** The bytes of an answer; refused as soon as they are more than the limit. */
export async function readBody(
  response: Response,
  maxSize: number,
): Promise<Uint8Array> {
  const limit = `${maxSize} bytes`;
  const declared = Number(response.headers.get("content-length"));
  if (declared > maxSize) {
    await response.body?.cancel();
    failPastLimit("is larger", limit);
  }
  return readAll(response.body, (size) => {
    if (size > maxSize) failPastLimit("is larger", limit);
  });
}

/** All bytes of a stream; `check` may throw for how many there are so far. */
export async function readAll(
  stream: ReadableStream<Uint8Array> | null,
  check: (size: number) => void = () => undefined,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = stream?.getReader();
  let size = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) return join(chunks, size);
    size += value.length;
    try {
      check(size);
    } catch (error) {
      await reader?.cancel();
      throw error;
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Refuses an answer with too many or too long HTTP headers. */
export function checkHeaderSize(headers: Headers, maxSize: number): void {
  let size = 0;
  headers.forEach((value, name) => (size += name.length + value.length));
  if (size > maxSize)
    failPastLimit("has longer headers", `${maxSize} characters`);
}
