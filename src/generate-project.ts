import type { Project } from "./config/index.js";
import { createSink, type Diagnostic } from "./diagnostics/index.js";
import {
  checkOutput,
  readPreviousNames,
  writeOutput,
  type OutputRequest,
  type OutputResult,
} from "./output/index.js";
import { planOutput } from "./plan-output.js";
import {
  generateServices,
  type Generated,
  type GeneratedService,
  type PipelineOptions,
} from "./pipeline.js";
import type { SourceText } from "./source/index.js";

/** What a run found and did. */
export interface ProjectReport {
  readonly services: readonly GeneratedService[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into. */
  readonly sources: readonly SourceText[];
}

export interface GenerateReport extends ProjectReport {
  /** Absent when something was wrong; then nothing was written. */
  readonly written?: OutputResult;
}

export interface CheckReport extends ProjectReport {
  /** How many files are as they would be generated; absent when nothing could be compared. */
  readonly current?: number;
}

/** The phases before output; replaceable in tests. */
export type Generate = typeof generateServices;

/** Generates all services of a project and brings the output folder up to date, or writes nothing at all. */
export async function generateProject(
  project: Project,
  generate: Generate = generateServices,
): Promise<GenerateReport> {
  const generated = await run(project, generate);
  const report = toReport(project, generated);
  if (report.diagnostics.some(isError)) return report;
  const sink = createSink(project.severities);
  const request = toRequest(project, generated);
  const written = await writeOutput(request, sink);
  const diagnostics = [...report.diagnostics, ...sink.diagnostics];
  return written === undefined
    ? { ...report, diagnostics }
    : { ...report, diagnostics, written };
}

/** Generates in memory and compares with the output folder; never writes. */
export async function checkProject(
  project: Project,
  generate: Generate = generateServices,
): Promise<CheckReport> {
  const generated = await run(project, generate);
  const report = toReport(project, generated);
  if (report.diagnostics.some(isError)) return report;
  const sink = createSink(project.severities);
  const request = { ...toRequest(project, generated), isForced: false };
  const current = checkOutput(request, sink);
  const diagnostics = [...report.diagnostics, ...sink.diagnostics];
  return { ...report, diagnostics, current };
}

/** The settings of a project that the phases before output need. */
export function pipelineOptions(project: Project): PipelineOptions {
  const { folder, templates } = project;
  return {
    cwd: folder,
    importExtension: project.importExtension,
    ...(templates === undefined ? {} : { templates }),
    severities: project.severities,
    offline: project.isOffline,
    catalog: project.catalog,
    typeMap: project.types,
  };
}

async function run(project: Project, generate: Generate): Promise<Generated> {
  const names = new Map(
    project.services.map(({ name, folder }) => [
      name,
      readPreviousNames(project.output.root, folder),
    ]),
  );
  return generate(project.services, pipelineOptions(project), names);
}

function toRequest(project: Project, generated: Generated): OutputRequest {
  return {
    target: project.output,
    units: planOutput(project, generated),
    isComplete: project.isComplete,
    isForced: project.isForced,
  };
}

function toReport(project: Project, { services }: Generated): ProjectReport {
  return {
    services,
    diagnostics: services.flatMap(({ diagnostics }) => diagnostics),
    sources: [
      ...project.sources,
      ...services.flatMap(({ sources }) => sources),
    ],
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
