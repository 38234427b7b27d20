// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { SoapError } from "../soap-error.js";

/** The bytes of an answer; refused as soon as they are more than the limit. */
export async function readBody(
  response: Response,
  maxSize: number,
): Promise<Uint8Array> {
  const declared = Number(response.headers.get("content-length"));
  if (declared > maxSize) failSize(maxSize);
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxSize) {
      await reader.cancel();
      failSize(maxSize);
    }
    chunks.push(value);
  }
  return join(chunks, size);
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

function failSize(maxSize: number): never {
  const expected = `at most ${maxSize} bytes`;
  throw new SoapError(`the answer is larger than ${maxSize} bytes`, {
    kind: "decode",
    path: "/",
    line: 1,
    column: 1,
    expected,
    received: "more",
  });
}
