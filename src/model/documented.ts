import type { Origin } from "./origin.js";

/** What every component carries. */
export interface Documented {
  readonly origin: Origin;
  /** Plain text or Markdown of the input's documentation. */
  readonly documentation?: string;
}

/** A value that the documentation shows for a leaf, or a whole message. */
export interface Example {
  readonly text: string;
  readonly origin: Origin;
}
