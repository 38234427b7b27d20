import type { Span } from "../source/index.js";
import type { DiagnosticCode } from "./catalogue/index.js";

export type Severity = "error" | "warning" | "info";

/** Another place that belongs to the same cause. */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** One finding about the input, as a value: printing is the business of `cli/`. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence with the parameters filled in. */
  readonly message: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly span?: Span;
  readonly related: readonly RelatedPlace[];
  /** One action the user can take. */
  readonly help: string;
}
