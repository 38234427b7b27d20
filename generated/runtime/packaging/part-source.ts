// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { failPastLimit } from "../client/past-limit.js";
import type { Limits } from "../xml/limits.js";
import { SoapError, isSoapError } from "../soap-error.js";
import { StreamContent } from "./binary-content.js";
import type { BinaryContent } from "./binary-content.js";
import type { PartStream } from "./part-stream.js";
import type { PartHead } from "./multipart.js";
import { transferDecoder } from "./transfer-decoder.js";
import type { TransferDecoder } from "./transfer-decoder.js";

/** What has arrived of a part and was not read yet. */
interface Queue {
  readonly key: string;
  readonly chunks: Uint8Array[];
  readonly decoder: TransferDecoder | undefined;
  size: number;
  isDone: boolean;
}

/**
 * The parts of an answer that are read as streams. Reading one reads the message up to it and no further; parts before it
 * that nobody has read yet are kept, as long as they are not more than a message may be.
 */
export class PartSource {
  readonly #parts: PartStream;
  readonly #limits: Limits;
  readonly #keyOf: (head: PartHead) => string;
  /** Keys of the parts that somebody may still ask for. */
  readonly #wanted = new Set<string>();
  readonly #queues = new Map<string, Queue>();
  #current: Queue | undefined;
  #isEnded = false;
  #kept = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    parts: PartStream,
    limits: Limits,
    keyOf: (head: PartHead) => string,
  ) {
    this.#parts = parts;
    this.#limits = limits;
    this.#keyOf = keyOf;
  }

  /** The content of the part with this key, which may be asked for once. */
  content(key: string, fail: () => never): BinaryContent {
    this.#wanted.add(key);
    return new StreamContent(() => {
      if (!this.#wanted.has(key)) {
        throw new TypeError("the part was read before: it is there once");
      }
      return new ReadableStream<Uint8Array>(
        {
          pull: async (controller) => {
            const chunk = await this.#read(key, fail);
            if (chunk !== undefined) return controller.enqueue(chunk);
            controller.close();
            return this.#release(key);
          },
          cancel: () => this.#release(key),
        },
        // What is not asked for stays where it is.
        { highWaterMark: 0 },
      );
    }, "");
  }

  /** Whether there is another part behind what was read. */
  async hasMore(): Promise<boolean> {
    if (this.#current === undefined) await this.#advance();
    return !this.#isEnded;
  }

  async #read(key: string, fail: () => never): Promise<Uint8Array | undefined> {
    for (;;) {
      const queue = this.#queues.get(key);
      const chunk = queue?.chunks.shift();
      if (chunk !== undefined) {
        this.#kept -= chunk.length;
        return chunk;
      }
      if (queue?.isDone === true) return undefined;
      if (this.#isEnded) return fail();
      await this.#advance();
    }
  }

  async #release(key: string): Promise<void> {
    this.#wanted.delete(key);
    const queue = this.#queues.get(key);
    if (queue !== undefined) queue.chunks.length = 0;
    if (this.#wanted.size === 0) await this.#parts.cancel();
  }

  /** One step at a time, whoever asks. */
  #advance(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#step());
    return this.#turn;
  }

  async #step(): Promise<void> {
    try {
      if (this.#current === undefined) await this.#begin();
      else await this.#continue(this.#current);
    } catch (cause) {
      if (isSoapError(cause)) throw cause;
      const message = "the answer broke off in a part";
      throw new SoapError(message, { kind: "network" }, { cause });
    }
  }

  async #begin(): Promise<void> {
    const head = await this.#parts.next();
    if (head === undefined) {
      this.#isEnded = true;
      return;
    }
    const decoder = transferDecoder(head.encoding);
    const key = this.#keyOf(head);
    this.#current = { key, chunks: [], decoder, size: 0, isDone: false };
    this.#queues.set(key, this.#current);
  }

  async #continue(queue: Queue): Promise<void> {
    const { decoder } = queue;
    const read = await this.#parts.read();
    if (read === undefined) {
      queue.isDone = true;
      this.#current = undefined;
    }
    const chunk = read ? (decoder?.push(read) ?? read) : decoder?.end();
    if (chunk !== undefined && chunk.length > 0) this.#keep(queue, chunk);
  }

  #keep(queue: Queue, chunk: Uint8Array): void {
    queue.size += chunk.length;
    const { maxPartSize = Infinity, maxSize } = this.#limits;
    if (queue.size > maxPartSize) {
      failPastLimit("has a larger part", `${maxPartSize} bytes`);
    }
    if (!this.#wanted.has(queue.key)) return;
    queue.chunks.push(chunk);
    this.#kept += chunk.length;
    if (this.#kept > maxSize) {
      failPastLimit("has more in parts that are not read", `${maxSize} bytes`);
    }
  }
}
