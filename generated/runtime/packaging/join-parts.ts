// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { SoapError } from "../soap-error.js";
import { bytesInMemory } from "./binary-content.js";
import type { BinaryContent } from "./binary-content.js";

type Piece = Uint8Array | BinaryContent;

/** What `fetch` sends: bytes, or what gives them while they are sent. */
export type SentBody = string | Uint8Array | Blob | ReadableStream<Uint8Array>;

/** One body of several pieces: bytes where all are in memory, a blob where all others are blobs, else a stream. */
export function joinPieces(pieces: readonly Piece[]): SentBody {
  const known = pieces.map((piece) =>
    piece instanceof Uint8Array ? piece : (bytesInMemory(piece) ?? piece),
  );
  // Said, because TypeScript before 5.5 does not see it.
  const isBytes = (piece: Piece): piece is Uint8Array =>
    piece instanceof Uint8Array;
  if (known.every(isBytes)) return joinBytes(known);
  const isHere = (piece: Piece): boolean =>
    isBytes(piece) || piece instanceof Blob;
  // A blob has a size for the server to know, and can be sent again.
  if (known.every(isHere)) {
    // Some platforms' types do not count bytes over shared memory; ours never are.
    return new Blob(known as ConstructorParameters<typeof Blob>[0]);
  }
  checkStreaming();
  return joinStreams(known);
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const message = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    message.set(piece, at);
    at += piece.length;
  }
  return message;
}

/**
 * What `fetch` is told about a body that is not in memory. Node keeps all of it for a redirect that may come, unless there
 * can be none (Fetch §4.5: the request is cloned, and with it the stream).
 */
export function initFor(body: SentBody): RequestInit {
  if (typeof body === "string" || body instanceof Uint8Array) return {};
  const once = { duplex: "half", redirect: "error", window: null } as const;
  try {
    probe(once);
    return once;
  } catch {
    // Not every platform knows that kind of redirect.
    return { ...once, redirect: "manual" };
  }
}

function probe(init: RequestInit): Request {
  const body = new ReadableStream();
  const more = { method: "POST", body, duplex: "half" } as const;
  return new Request("https://example.com/", { ...init, ...more });
}

/** Where fetch knows no streams as bodies it would send their description. */
function checkStreaming(): void {
  if (!probe({}).headers.has("content-type")) return;
  const expected = "a Blob";
  throw new SoapError(`this platform sends no streams: expected ${expected}`, {
    kind: "encode",
    path: "",
    expected,
  });
}

function joinStreams(pieces: readonly Piece[]): ReadableStream<Uint8Array> {
  const rest = [...pieces];
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        if (reader !== undefined) {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          reader = undefined;
        }
        const next = rest.shift();
        if (next === undefined) return controller.close();
        if (next instanceof Uint8Array) return controller.enqueue(next);
        reader = next.stream().getReader();
      }
    },
    async cancel(reason) {
      await reader?.cancel(reason);
    },
  });
}
