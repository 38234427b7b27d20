import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { Origin } from "../../model/index.js";

/** Two inputs that say different things; what is declared holds. */
export interface Contradiction {
  readonly path: readonly string[];
  readonly declared: { readonly text: string; readonly origin: Origin };
  readonly documented: { readonly text: string; readonly origin: Origin };
}

export function reportContradiction(
  { path, declared, documented }: Contradiction,
  sink: DiagnosticSink,
): void {
  sink.report(
    "link/contradiction",
    {
      path: path.join("."),
      declared: declared.text,
      documented: documented.text,
    },
    {
      span: documented.origin.span,
      related: [{ message: "declared here", span: declared.origin.span }],
    },
  );
}
