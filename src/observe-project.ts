import { posix } from "node:path";
import type { Project } from "./config/index.js";
import { createSink, type Diagnostic } from "./diagnostics/index.js";
import { overridesSchema, unifiedDiff } from "./export/index.js";
import type { Finding } from "./infer/index.js";
import { pipelineOptions } from "./generate-project.js";
import { loadInputs } from "./load/index.js";
import type { Page } from "./model/index.js";
import { readModel, type ReadModel } from "./pipeline.js";
import type { SourceText } from "./source/index.js";

export interface ObserveRequest {
  /** Recorded messages: files, folders, patterns. */
  readonly from: readonly string[];
  /** What they are relative to. */
  readonly cwd: string;
}

export interface ObserveReport {
  readonly services: readonly ObservedService[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** What recorded messages tell of one service. */
export interface ObservedService {
  readonly name: string;
  /** How many messages were compared. */
  readonly messages: number;
  readonly findings: readonly Finding[];
  /** The overrides that take over what was found; nothing else is in them. */
  readonly proposed: unknown;
  /** The overrides file it would go into, relative to the project's folder, and its text with the proposal. */
  readonly file: { readonly path: string; readonly text: string };
  /** From the file as it is; '' when nothing changes. */
  readonly diff: string;
}

const loadPageReader = () => import("./page-reader.js");

/** Compares recorded messages with what is known, and proposes overrides; writes nothing. */
export async function observeProject(
  project: Project,
  request: ObserveRequest,
): Promise<ObserveReport> {
  const options = pipelineOptions(project);
  const recorded = await readExchanges(project, request);
  const services: ObservedService[] = [];
  const diagnostics: Diagnostic[] = [...recorded.diagnostics];
  const sources: SourceText[] = [...project.sources, ...recorded.sources];
  for (const service of project.services) {
    const read = await readModel(service, options);
    diagnostics.push(...read.diagnostics);
    sources.push(...read.sources);
    if (read.diagnostics.some(({ severity }) => severity === "error")) continue;
    services.push(await observeService(service.name, read, recorded.pages));
  }
  return { services, diagnostics, sources };
}

interface Recorded {
  readonly pages: readonly Page[];
  readonly sources: readonly SourceText[];
  /** Only what is wrong with the files themselves: a message is no documentation. */
  readonly diagnostics: readonly Diagnostic[];
}

async function readExchanges(
  project: Project,
  { from, cwd }: ObserveRequest,
): Promise<Recorded> {
  const sink = createSink(project.severities);
  const loaded = await loadInputs(from, { sink, cwd });
  const { readPages } = await loadPageReader();
  const silent = createSink();
  return {
    pages: loaded.pages.flatMap((source) => readPages(source, silent)),
    sources: loaded.pages,
    diagnostics: sink.diagnostics.filter(
      ({ severity }) => severity === "error",
    ),
  };
}

async function observeService(
  name: string,
  read: ReadModel,
  exchanges: readonly Page[],
): Promise<ObservedService> {
  const { mergeOverrides, observeMessages } = await loadPageReader();
  const seen = observeMessages(read.model, exchanges);
  const known = overridesFile(read);
  const before = known?.text ?? "";
  const path = known?.path ?? newFile(read);
  const isNew = Object.keys(seen.overrides).length > 0;
  const base: unknown =
    known === undefined ? { $schema: overridesSchema } : JSON.parse(before);
  const merged = mergeOverrides(base, seen.overrides);
  const text = isNew ? `${JSON.stringify(merged, null, 2)}\n` : before;
  return {
    name,
    messages: seen.messages,
    findings: seen.findings,
    proposed: seen.overrides,
    file: { path, text },
    diff: unifiedDiff(before, text, [path, path]),
  };
}

/** The overrides file of the service; of several, the one that is not a page's. */
function overridesFile({ overrides }: ReadModel): SourceText | undefined {
  const isMain = ({ path }: SourceText): boolean =>
    posix.basename(path) === "soapstone.overrides.json";
  return overrides.find(isMain) ?? overrides[0];
}

function newFile({ sources }: ReadModel): string {
  const folder = posix.dirname(sources[0]?.path ?? ".");
  return posix.join(folder, "soapstone.overrides.json");
}
