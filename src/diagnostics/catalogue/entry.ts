import type { Severity } from "../diagnostic.js";

/** What is known about a diagnostic code; `soapstone explain CODE` prints it. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** Of a change between two specs: what stops working, messages of callers or code that uses the SDK. */
  readonly breaks?: "wire" | "types";
  /** A headline of a few words. */
  readonly title: string;
  /** The sentence shown to the user; `{name}` is replaced by the parameter of that name. */
  readonly message: string;
  /** Why it happens. */
  readonly cause: string;
  /** One action that resolves it; may use the same parameters. */
  readonly fix: string;
  /** An input that raises it. */
  readonly bad: string;
  /** The same input, put right. */
  readonly good: string;
}

/** Declares the entries of one family; keeps the literal types of the messages. */
export function family<const T extends Record<string, CatalogueEntry>>(
  entries: T,
): T {
  return entries;
}
