// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** What a message may ask for at most. A message past a limit is a "decode" error, before memory grows. */
export interface Limits {
  /** Elements inside each other; 500 by default, for what is sent too. */
  readonly maxDepth: number;
  /** Attributes of one element, namespace declarations included; 1000 by default. */
  readonly maxAttributes: number;
  /**
   * References in texts, like `&amp;` and `&#65;`; ten million by default. They stand for one character each, as a
   * document type, which could declare others, is refused.
   */
  readonly maxReferences: number;
  /** Size of a message: bytes after decompression on receipt, UTF-16 units once it is text; 256 MiB by default. */
  readonly maxSize: number;
  /** Bytes of a part of an answer that is read as a stream, which takes no memory; there is no limit by default. */
  readonly maxPartSize?: number;
  /** Characters of the names and values of all HTTP headers of an answer; 65,536 by default. */
  readonly maxHeaderSize: number;
  /**
   * Redirects that a call follows; 5 by default. Only those to the same host are followed, and never from https to
   * http: a message has credentials in it. The request is sent again as it was.
   */
  readonly maxRedirects: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxDepth: 500,
  maxAttributes: 1000,
  maxReferences: 10_000_000,
  maxSize: 256 * 1024 * 1024,
  maxHeaderSize: 65_536,
  maxRedirects: 5,
};
