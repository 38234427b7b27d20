// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { readAll } from "../client/read-body.js";

/** Bytes that need not be in memory all at once. Every `Blob` is one: a file of a form, or `openAsBlob` of Node. */
export interface BinaryContent {
  /** Media type; "" where it is not known. */
  readonly type: string;
  /** The bytes. What comes from elsewhere, and not from memory or a file, is there only once. */
  stream(): ReadableStream<Uint8Array>;
  /** All of them at once. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Bytes, or a stream of them, as what a streamed member holds. Bytes go out inside the message where that is shorter. */
export function binaryContent(
  source: Uint8Array | ReadableStream<Uint8Array>,
  type = "application/octet-stream",
): BinaryContent {
  return source instanceof Uint8Array
    ? new MemoryContent(source, type)
    : new StreamContent(() => source, type);
}

class MemoryContent implements BinaryContent {
  readonly type: string;
  readonly size: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, type: string) {
    this.bytes = bytes;
    this.size = bytes.length;
    this.type = type;
  }

  stream(): ReadableStream<Uint8Array> {
    const { bytes } = this;
    return new ReadableStream<Uint8Array>({
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    });
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return copyOf(this.bytes);
  }
}

/** A content that is made when it is asked for. */
export class StreamContent implements BinaryContent {
  readonly type: string;
  readonly #open: () => ReadableStream<Uint8Array>;

  constructor(open: () => ReadableStream<Uint8Array>, type: string) {
    this.#open = open;
    this.type = type;
  }

  stream(): ReadableStream<Uint8Array> {
    return this.#open();
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return copyOf(await readAll(this.stream()));
  }
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy.buffer;
}

export function isContent(value: unknown): value is BinaryContent {
  return (
    typeof value === "object" &&
    value !== null &&
    "stream" in value &&
    typeof value.stream === "function"
  );
}

/** The bytes of what is in memory already; undefined for other contents. */
export function bytesInMemory(content: BinaryContent): Uint8Array | undefined {
  return "bytes" in content && content.bytes instanceof Uint8Array
    ? content.bytes
    : undefined;
}
