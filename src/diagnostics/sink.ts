import type { Span } from "../source/index.js";
import {
  catalogue,
  type DiagnosticCode,
  type DiagnosticParameters,
} from "./catalogue/index.js";
import type { Diagnostic, RelatedPlace, Severity } from "./diagnostic.js";

export interface ReportPlace {
  readonly span?: Span | undefined;
  readonly related?: readonly RelatedPlace[];
  /** Overrides the catalogue's severity (a code lowered by the user's config). */
  readonly severity?: Severity;
}

/** Collects findings. Phases report and carry on; they never throw for bad input. */
export interface DiagnosticSink {
  report<Code extends DiagnosticCode>(
    code: Code,
    parameters: DiagnosticParameters<Code>,
    place?: ReportPlace,
  ): void;
  readonly diagnostics: readonly Diagnostic[];
  readonly hasErrors: boolean;
}

/** @param severities codes whose severity the user's config changed */
export function createSink(
  severities: ReadonlyMap<string, Severity> = new Map(),
): DiagnosticSink {
  const diagnostics: Diagnostic[] = [];
  let hasErrors = false;
  return {
    diagnostics,
    get hasErrors() {
      return hasErrors;
    },
    report(code, parameters, place = {}) {
      const entry = catalogue[code];
      const values: Readonly<Record<string, string>> = parameters;
      const severity = severities.get(code) ?? place.severity ?? entry.severity;
      hasErrors ||= severity === "error";
      diagnostics.push({
        code,
        severity,
        // A sentence that ends in "did you mean x?" has its end.
        message: fill(entry.message, values).replace(/\?\.$/, "?"),
        parameters: values,
        ...(place.span === undefined ? {} : { span: place.span }),
        related: place.related ?? [],
        help: fill(entry.fix, values),
      });
    },
  };
}

function fill(
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? hole) : hole,
  );
}
