import type { DiagnosticSink } from "../diagnostics/index.js";
import { checkListedPaths, checkUnitPaths } from "./check-paths.js";
import {
  compareFolder,
  compareLeftovers,
  type FileComparison,
} from "./compare.js";
import { attempt } from "./failure.js";
import {
  planFolders,
  type FolderPlan,
  type OutputRequest,
} from "./folder-plan.js";
import { shownPath } from "./output-unit.js";
import { readJournal, type Journal } from "./staging.js";

export interface Examination {
  readonly plans: readonly FolderPlan[];
  readonly comparisons: readonly FileComparison[];
  readonly journal: Journal;
  /** Paths or manifests are wrong; nothing was compared. */
  readonly isRefused: boolean;
}

/** Compares the output folder with what is made now; reports what forbids even that. Writes nothing. */
export function examineOutput(
  request: OutputRequest,
  sink: DiagnosticSink,
): Examination {
  const { root } = request.target;
  const journal = readJournal(root);
  const before = sink.diagnostics.length;
  const refused = { comparisons: [], journal, isRefused: true };
  checkUnitPaths(request, sink);
  if (sink.diagnostics.length > before) return { ...refused, plans: [] };
  const plans = attempt("", () => planFolders(request, sink));
  checkListedPaths(request.target, plans, sink);
  if (sink.diagnostics.length > before) return { ...refused, plans };
  for (const plan of plans.filter((one) => one.keepsAttributes)) {
    const path = shownPath(request.target, plan.folder);
    sink.report("output/foreign-attributes", {
      path: `${path}/.gitattributes`,
    });
  }
  const comparisons = attempt("", () => [
    ...plans.flatMap((plan) => compareFolder(root, plan, journal)),
    ...compareLeftovers(root, plans, journal),
  ]);
  return { plans, comparisons, journal, isRefused: false };
}
