import { existsSync } from "node:fs";
import { join } from "node:path";
import { createSink, type DiagnosticSink } from "../diagnostics/index.js";
import { createRoot } from "./create-root.js";
import { examineOutput } from "./examine.js";
import type { FileComparison, FileState } from "./compare.js";
import { OutputFailure } from "./failure.js";
import type { OutputRequest } from "./folder-plan.js";
import { isManifestPath, manifestName } from "./manifest.js";
import { lockFolder, lockName } from "./lock.js";
import { shownPath } from "./output-unit.js";
import { reportObstacles } from "./report.js";
import {
  commitFiles,
  commitFolders,
  deleteFiles,
  hasStaging,
  removeStaging,
  stageFiles,
  type Journal,
  type StagedFile,
  type Staging,
} from "./staging.js";
import { uninterrupted } from "./uninterrupted.js";

/** What was done, as paths relative to the output folder. */
export interface OutputResult {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Brings the output folder to what is made now, or reports why not and leaves it as it is; then the result is undefined.
 * Runs into one folder wait for each other; a killed run leaves only whole files, which the next run recognises.
 */
export async function writeOutput(
  request: OutputRequest,
  sink: DiagnosticSink,
): Promise<OutputResult | undefined> {
  const { target } = request;
  let removeRootIfEmpty: (() => void) | undefined;
  try {
    const settled = settledResult(request);
    if (settled !== undefined) return settled;
    removeRootIfEmpty = createRoot(target.root);
    return await writeLocked(request, sink);
  } catch (error) {
    if (!(error instanceof OutputFailure)) throw error;
    const path = shownPath(target, error.path);
    const span = { file: path, line: 1, column: 1, offset: 0, length: 0 };
    const parameters = { path, reason: error.reason };
    sink.report("output/write-failed", parameters, { span });
    return undefined;
  } finally {
    removeRootIfEmpty?.();
  }
}

/** Nothing to do means nothing is touched, not even for a moment: watchers stay quiet, read-only folders work. */
function settledResult(request: OutputRequest): OutputResult | undefined {
  const { target, units } = request;
  const isNew = units.some(
    ({ folder }) => !existsSync(join(target.root, folder, manifestName)),
  );
  if (isNew || hasStaging(target.root)) return undefined;
  const scratch = createSink();
  const { comparisons } = examineOutput(request, scratch);
  const isSettled = comparisons.every(({ state }) => state === "unchanged");
  const hasNews = scratch.diagnostics.length > 0;
  return isSettled && !hasNews ? toResult(comparisons) : undefined;
}

async function writeLocked(
  request: OutputRequest,
  sink: DiagnosticSink,
): Promise<OutputResult | undefined> {
  const { root } = request.target;
  const lock = await lockFolder(root);
  if (lock.kind === "busy") {
    const path = shownPath(request.target, lockName);
    sink.report("output/locked", { path, owner: lock.owner });
    return undefined;
  }
  try {
    const { comparisons, journal, isRefused } = examineOutput(request, sink);
    const isBlocked = reportObstacles(request, comparisons, sink);
    if (isRefused || isBlocked) return undefined;
    uninterrupted(() => apply(root, comparisons, journal));
    return toResult(comparisons);
  } finally {
    lock.release();
  }
}

function apply(
  root: string,
  comparisons: readonly FileComparison[],
  journal: Journal,
): void {
  const staged: readonly StagedFile[] = comparisons.flatMap(
    ({ path, state, made }) =>
      made === undefined || state === "unchanged" ? [] : [{ path, ...made }],
  );
  const staging = stage(root, staged, journal);
  const gone = comparisons.filter(({ made }) => made === undefined);
  // Manifests come last: until then the journal says which of the new files are ours.
  // A new folder has its own with it, which says the same from the moment its files are there.
  commitFolders(root, staging);
  commitFiles(root, staging, (file) => !isManifest(file));
  deleteFiles(root, gone.filter((file) => !isManifest(file)).map(toPath));
  commitFiles(root, staging, isManifest);
  deleteFiles(root, gone.filter(isManifest).map(toPath));
  removeStaging(root);
}

function stage(
  root: string,
  files: readonly StagedFile[],
  journal: Journal,
): Staging {
  if (files.length === 0) return { folders: [], files: new Map() };
  try {
    return stageFiles(root, files, journal);
  } catch (error) {
    removeStaging(root);
    throw error;
  }
}

function isManifest({ path }: { readonly path: string }): boolean {
  return isManifestPath(path);
}

function toPath({ path }: { readonly path: string }): string {
  return path;
}

function toResult(comparisons: readonly FileComparison[]): OutputResult {
  const paths = (...states: readonly FileState[]) =>
    comparisons.filter(({ state }) => states.includes(state)).map(toPath);
  const removedByForce = comparisons
    .filter(({ made, state }) => made === undefined && state === "hand-edited")
    .map(toPath);
  const replacedByForce = comparisons
    .filter(({ made, state }) => made !== undefined && state === "hand-edited")
    .map(toPath);
  return {
    added: paths("added", "missing"),
    changed: [...paths("changed", "in-the-way"), ...replacedByForce].toSorted(),
    removed: [...paths("removed"), ...removedByForce].toSorted(),
    unchanged: paths("unchanged"),
  };
}
