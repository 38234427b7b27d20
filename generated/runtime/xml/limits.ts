// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** What a message may ask for at most. A message past a limit is refused before memory grows. */
export interface Limits {
  /** Elements inside each other. */
  readonly maxDepth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly maxAttributes: number;
  /** Size of a message: bytes on receipt, UTF-16 units once it is text. */
  readonly maxSize: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxDepth: 500,
  maxAttributes: 1000,
  maxSize: 256 * 1024 * 1024,
};
