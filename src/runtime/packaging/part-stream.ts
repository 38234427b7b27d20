import { failPastLimit } from "../client/past-limit.js";
import { failParts } from "./fail-parts.js";
import { headEnd, MOST_PARTS, readHead, trimEnd } from "./multipart.js";
import type { PartHead } from "./multipart.js";

const HYPHEN = 45;
const LINE_FEED = 10;

/** Reads a multipart message while it arrives: `next` goes to the next part, `read` gives more of it. */
export class PartStream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #mark: Uint8Array;
  readonly #maxHead: number;
  #held: Uint8Array = new Uint8Array(0);
  /** Whether what is held begins a line: a boundary is one only there. */
  #isLine = true;
  #isAtEnd = false;
  #count = 0;

  constructor(
    body: ReadableStream<Uint8Array>,
    boundary: string,
    maxHead: number,
  ) {
    this.#reader = body.getReader();
    this.#mark = new TextEncoder().encode(`--${boundary}`);
    this.#maxHead = maxHead;
  }

  /** Passes what is left of a part; undefined behind the last. */
  async next(): Promise<PartHead | undefined> {
    while ((await this.read()) !== undefined);
    while (this.#held.length < 2) await this.#fill();
    const [first, second] = this.#held;
    if (first === HYPHEN && second === HYPHEN) return undefined;
    if (++this.#count > MOST_PARTS) failParts(`at most ${MOST_PARTS} parts`);
    let end = headEnd(this.#held);
    while (end < 0) {
      if (this.#held.length > this.#maxHead) {
        failPastLimit(
          "has a part with longer headers",
          `${this.#maxHead} bytes`,
        );
      }
      await this.#fill();
      end = headEnd(this.#held);
    }
    const head = readHead(this.#held.subarray(0, end));
    this.#pass(end);
    this.#isAtEnd = false;
    return head;
  }

  /** More of the part; undefined at its end. */
  async read(): Promise<Uint8Array | undefined> {
    while (!this.#isAtEnd) {
      const held = this.#held;
      const found = this.#find();
      // The line end before a boundary belongs to it, so enough for both stays back.
      const safe =
        found < 0 ? held.length - this.#mark.length - 2 : trimEnd(held, found);
      if (found >= 0) {
        this.#isAtEnd = true;
        this.#pass(found + this.#mark.length);
      } else if (safe > 0) {
        this.#pass(safe);
      }
      if (safe > 0) return held.subarray(0, safe);
      if (found < 0) await this.#fill();
    }
    return undefined;
  }

  async cancel(): Promise<void> {
    await this.#reader.cancel();
  }

  #pass(count: number): void {
    this.#isLine = this.#held[count - 1] === LINE_FEED;
    this.#held = this.#held.subarray(count);
  }

  #find(): number {
    const held = this.#held;
    const mark = this.#mark;
    for (
      let at = held.indexOf(HYPHEN);
      at >= 0;
      at = held.indexOf(HYPHEN, at + 1)
    ) {
      const isLine = at === 0 ? this.#isLine : held[at - 1] === LINE_FEED;
      if (isLine && mark.every((byte, index) => held[at + index] === byte)) {
        return at;
      }
    }
    return -1;
  }

  async #fill(): Promise<void> {
    const { done, value } = await this.#reader.read();
    if (done) return failParts("its last boundary");
    const held = new Uint8Array(this.#held.length + value.length);
    held.set(this.#held);
    held.set(value, this.#held.length);
    this.#held = held;
  }
}
