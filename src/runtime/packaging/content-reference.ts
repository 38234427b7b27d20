import type { BinaryContent } from "./binary-content.js";

const PREFIX = "soapstone:";

/** A text that is no base64, and that nobody else has written. */
export function createToken(): string {
  return `${PREFIX}${crypto.randomUUID()}`;
}

export function isToken(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** The tokens of a message that stand alone in an element. */
export const TOKEN_CONTENT: RegExp = />(soapstone:[-\da-f]{36})<\//g;

/** Stands in for a content that travels beside the message: its token is what stands in the message. */
export class ContentReference implements BinaryContent {
  readonly type = "";
  readonly token: string;
  /** Bytes, where that is known. */
  declare readonly size?: number;

  constructor(token: string, size?: unknown) {
    this.token = token;
    if (typeof size === "number") this.size = size;
  }

  stream(): never {
    throw new TypeError("the content is not in the message");
  }

  arrayBuffer(): never {
    return this.stream();
  }
}
