import type { Project } from "./config/index.js";
import {
  createSink,
  type Diagnostic,
  type DiagnosticSink,
  type Severity,
} from "./diagnostics/index.js";
import {
  diffModels,
  diffNames,
  type Change,
  type NameTable,
} from "./diff/index.js";
import { readPreviousNames } from "./output/index.js";
import { pairServices, type PairedServices } from "./pair-services.js";
import { planSdk } from "./plan/index.js";
import { readOld, type OldRequest, type OldService } from "./read-old.js";
import { readServices, type ReadService } from "./read-services.js";
import { reportChanges } from "./report-changes.js";
import { hashText, type SourceText } from "./source/index.js";

export interface DiffRequest extends Omit<OldRequest, "project"> {
  /** Codes of changes that are accepted. */
  readonly allowed: readonly string[];
}

export interface DiffReport {
  /** Findings with codes `change/…`; breaking ones are errors unless they were accepted. */
  readonly changes: readonly Diagnostic[];
  /** What else was found. Where there is an error, nothing was compared. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Compares what a project reads now with an older state of it. */
export async function diffProject(
  project: Project,
  request: DiffRequest,
): Promise<DiffReport> {
  const old = await readOld({ ...request, project });
  // What else is to be said of the old side nobody can put right any more.
  const failures = old.diagnostics.filter(isError);
  if (failures.length > 0)
    return { changes: [], diagnostics: failures, sources: old.sources };
  const current = await readServices(project);
  const sources = [...project.sources, ...old.sources, ...current.sources];
  const found = current.diagnostics;
  if (found.some(isError)) return { changes: [], diagnostics: found, sources };
  const paired = pairServices(old.services, current.services, old.isComplete);
  const notes = createSink(project.severities);
  if (Object.values(paired).every(({ length }) => length === 0))
    notes.report("diff/nothing-in-common", {
      old: listNames(old.services),
      new: listNames(current.services),
    });
  const changes = createSink(severitiesOf(project, request.allowed));
  compareAll(paired, { project, oldLabel: old.label, changes, notes });
  return {
    changes: changes.diagnostics,
    diagnostics: [...found, ...notes.diagnostics],
    sources,
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function listNames(services: readonly { readonly name: string }[]): string {
  return services.map(({ name }) => name).join(", ") || "no service";
}

/** What is accepted is still told. */
function severitiesOf(
  { severities }: Project,
  allowed: readonly string[],
): ReadonlyMap<string, Severity> {
  const accepted = allowed.map((code) => [code, "info"] as const);
  return new Map([...severities, ...accepted]);
}

interface Comparison {
  readonly project: Project;
  readonly oldLabel: string;
  readonly changes: DiagnosticSink;
  readonly notes: DiagnosticSink;
}

function compareAll(
  { pairs, added, removed }: PairedServices,
  comparison: Comparison,
): void {
  const { oldLabel, changes } = comparison;
  const isOne = pairs.length + added.length + removed.length === 1;
  for (const [old, current] of pairs) {
    const service = isOne ? undefined : current.name;
    const found = compare(old, current, comparison);
    reportChanges({ changes: found, service, oldLabel }, changes);
  }
  for (const { name } of added)
    changes.report("change/service-added", { path: `service ${name}` });
  for (const { name } of removed)
    changes.report("change/service-removed", { path: `service ${name}` });
}

function compare(
  old: OldService,
  { name, folder, read }: ReadService,
  { project, notes }: Comparison,
): readonly Change[] {
  if (old.kind === "model") {
    const names = readPreviousNames(project.output.root, folder);
    return [
      ...diffModels(old.model, read.model),
      ...renamed(old.names ?? {}, names),
    ];
  }
  const { path, manifest } = old.manifest;
  const hashes = new Set(manifest.sources.map(({ sha256 }) => sha256));
  const other = read.sources.filter(({ text }) => !hashes.has(hashText(text)));
  const inputs =
    other.length === 0
      ? "the inputs are those it was made from"
      : `inputs that it was not made from: ${other.map((each) => each.path).join(", ")}`;
  notes.report("diff/names-only", { path, inputs });
  const { names } = planSdk(read.model, {
    sink: createSink(),
    name,
    previousNames: manifest.names,
  });
  return diffNames(manifest.names, names);
}

/** Names come and go with what has them; only that one changed is news. */
function renamed(old: NameTable, current: NameTable): readonly Change[] {
  return diffNames(old, current).filter(({ rule }) => rule === "name-changed");
}
