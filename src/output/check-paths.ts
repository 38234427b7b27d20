import type { DiagnosticSink } from "../diagnostics/index.js";
import { attributesName } from "./attributes.js";
import { findEscape } from "./disk.js";
import { manifestName } from "./manifest.js";
import type { FolderPlan, OutputRequest } from "./folder-plan.js";
import { joinPath, shownPath, type OutputTarget } from "./output-unit.js";
import { pathProblem } from "./safe-path.js";

const reservedNames: readonly string[] = [manifestName, attributesName];

/** Reports paths that lead out of the output folder or clash; nothing is read or written at any of them before. */
export function checkUnitPaths(
  { target, units }: OutputRequest,
  sink: DiagnosticSink,
): void {
  const seen = new Map<string, string>();
  for (const unit of units) {
    const own = unit.files.map(({ path }) => path);
    const reserved = reservedNames.filter((name) => !own.includes(name));
    for (const path of [...own, ...reserved]) {
      const full = joinPath(unit.folder, path);
      const isTaken = reservedNames.includes(path) && !reserved.includes(path);
      const problem = isTaken ? "the name is reserved" : pathProblem(full);
      if (problem === undefined) checkCollision(full, seen, sink);
      else report(full, problem, sink);
    }
    checkLinks(
      target,
      own.map((path) => joinPath(unit.folder, path)),
      sink,
    );
  }
}

/** Manifests are committed files that anyone may have changed: their paths are checked like any other. */
export function checkListedPaths(
  target: OutputTarget,
  plans: readonly FolderPlan[],
  sink: DiagnosticSink,
): void {
  for (const { folder, previous } of plans) {
    const listed = [...(previous?.files.keys() ?? []), manifestName];
    const paths = listed.map((path) => joinPath(folder, path));
    for (const path of paths) {
      const problem = pathProblem(path);
      if (problem !== undefined) report(path, problem, sink);
    }
    checkLinks(target, paths, sink);
  }
}

function report(path: string, reason: string, sink: DiagnosticSink): void {
  sink.report("output/unsafe-path", { path, reason });
}

function checkCollision(
  path: string,
  seen: Map<string, string>,
  sink: DiagnosticSink,
): void {
  const key = path.normalize("NFC").toLowerCase();
  const other = seen.get(key);
  if (other === undefined) seen.set(key, path);
  else sink.report("output/path-collision", { path, other });
}

function checkLinks(
  target: OutputTarget,
  paths: readonly string[],
  sink: DiagnosticSink,
): void {
  const known = new Set<string>();
  const reported = new Set<string>();
  for (const path of paths) {
    if (pathProblem(path) !== undefined) continue;
    const escape = findEscape(target.root, path, known);
    if (escape === undefined || reported.has(escape)) continue;
    reported.add(escape);
    sink.report("output/outside", { path: shownPath(target, escape) });
  }
}
