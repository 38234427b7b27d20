import type { DiagnosticSink } from "../diagnostics/index.js";
import type { FileComparison } from "./compare.js";
import type { OutputRequest } from "./folder-plan.js";
import { shownPath, type OutputTarget } from "./output-unit.js";

/** Reports files that must not be overwritten; true when there are any. */
export function reportObstacles(
  { target, isForced }: OutputRequest,
  comparisons: readonly FileComparison[],
  sink: DiagnosticSink,
): boolean {
  let isBlocked = false;
  for (const { path, state } of comparisons) {
    const isEdited = state === "hand-edited" && !isForced;
    const isInTheWay = state === "in-the-way" && !isForced;
    if (isEdited) reportAt("output/hand-edited", target, { path, sink });
    if (isInTheWay || state === "blocked") {
      reportAt("output/in-the-way", target, { path, sink });
    }
    isBlocked ||= isEdited || isInTheWay || state === "blocked";
  }
  return isBlocked;
}

type PathCode =
  | "output/hand-edited"
  | "output/in-the-way"
  | "output/stale"
  | "output/missing"
  | "output/obsolete"
  | "output/foreign-file";

/** Reports a finding about one output file, at its first character. */
export function reportAt(
  code: PathCode,
  target: OutputTarget,
  { path, sink }: { readonly path: string; readonly sink: DiagnosticSink },
): void {
  const shown = shownPath(target, path);
  const span = { file: shown, line: 1, column: 1, offset: 0, length: 0 };
  sink.report(code, { path: shown }, { span });
}
