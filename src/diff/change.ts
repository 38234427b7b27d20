import type { DiagnosticCode } from "../diagnostics/index.js";
import type { Span } from "../source/index.js";
import type { RuleName } from "./rules.js";

export type ChangeCode = Extract<DiagnosticCode, `change/${string}`>;

/** One difference between two models. */
export interface Change {
  readonly code: ChangeCode;
  /** The same difference, whatever the direction of the messages is. */
  readonly rule: RuleName;
  /** What stops working: messages of callers, or code that uses the SDK; absent for a compatible change. */
  readonly breaks?: "wire" | "types";
  /** `FindOrders → request/order[]/Price`, or what else it is about: `service Orders`. */
  readonly path: string;
  /** How many operations it reaches; 0 for what no message has. */
  readonly operations: number;
  /** In a few words; empty for what is new. */
  readonly was: string;
  /** In a few words; empty for what is gone. */
  readonly is: string;
  /** Where it stands, or stood, in the inputs; the nearest thing around it where it is not there. */
  readonly oldSpan?: Span;
  readonly newSpan?: Span;
}
