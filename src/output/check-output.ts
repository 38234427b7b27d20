import type { DiagnosticSink } from "../diagnostics/index.js";
import type { FileState } from "./compare.js";
import { examineOutput } from "./examine.js";
import { findForeign } from "./find-foreign.js";
import type { OutputRequest } from "./folder-plan.js";
import { reportAt } from "./report.js";

const findings = {
  added: "output/missing",
  missing: "output/missing",
  changed: "output/stale",
  unchanged: undefined,
  removed: "output/obsolete",
  "hand-edited": "output/hand-edited",
  "in-the-way": "output/in-the-way",
  blocked: "output/in-the-way",
} as const satisfies Readonly<Record<FileState, string | undefined>>;

/** Reports every file of the output folder that is not as it would be made now; returns how many are. Writes nothing. */
export function checkOutput(
  request: OutputRequest,
  sink: DiagnosticSink,
): number {
  const { target } = request;
  const { plans, comparisons, isRefused } = examineOutput(request, sink);
  if (isRefused) return 0;
  let current = 0;
  for (const { path, state } of comparisons) {
    const code = findings[state];
    if (code === undefined) current += 1;
    else reportAt(code, target, { path, sink });
  }
  const known = new Set(comparisons.map(({ path }) => path));
  for (const path of findForeign(target.root, plans, known)) {
    reportAt("output/foreign-file", target, { path, sink });
  }
  return current;
}
