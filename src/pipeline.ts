import type { DiagnosticSink } from "./diagnostics/index.js";
import {
  createSink,
  type Diagnostic,
  type ServiceAccount,
  type Severity,
} from "./diagnostics/index.js";
import { accountFor } from "./export/index.js";
import { checkValues } from "./check/index.js";
import { linkFragments, pruneModel } from "./link/index.js";
import {
  loadInputs,
  wellKnownUses,
  type FileAccess,
  type Loaded,
} from "./load/index.js";
import type { Fragment, Model, Page } from "./model/index.js";
import { planSdk, type SdkPlan } from "./plan/index.js";
import { renderSdk, TemplateFailure } from "./render/index.js";
import { join, resolve } from "node:path";
import { packageRoot } from "./package-root.js";
import { spanAt, type SourceText } from "./source/index.js";
import { writeFixtures } from "./dynamic/index.js";
import { vendorRuntime } from "./vendor-runtime.js";

/** One service to generate. */
export interface ServiceJob {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Folder name inside the output folder; "" is the output folder itself. */
  readonly folder: string;
  readonly operations?: readonly string[];
  readonly services?: readonly string[];
  readonly ports?: readonly string[];
  /** Overrides files, beside those that lie next to the inputs. */
  readonly overrides?: readonly string[];
}

export interface PipelineOptions {
  readonly cwd: string;
  readonly importExtension: ".js" | ".ts";
  readonly templates?: string;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly offline: boolean;
  readonly catalog: ReadonlyMap<string, string>;
  readonly typeMap: ReadonlyMap<string, string>;
  /** Where files are read; the disk by default. */
  readonly files?: FileAccess;
}

export interface PlannedFile {
  /** Relative to the output folder, with `/` separators. */
  readonly path: string;
  readonly text: string;
}

export interface GeneratedService {
  readonly job: ServiceJob;
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  readonly files: readonly PlannedFile[];
  readonly names: Readonly<Record<string, string>>;
  readonly summary: ServiceSummary;
}

export interface ServiceSummary {
  /** Three lines of code. */
  readonly firstCall: readonly string[];
  readonly account: ServiceAccount;
}

export interface Generated {
  readonly services: readonly GeneratedService[];
  /** `runtime/…` */
  readonly sharedFiles: readonly PlannedFile[];
}

export interface ReadModel {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** The documentation pages among them. */
  readonly pages: readonly Page[];
  /** The overrides files among them. */
  readonly overrides: readonly SourceText[];
}

type PreviousNames = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Runs all phases up to the text of every file; writes nothing. */
export async function generateServices(
  jobs: readonly ServiceJob[],
  options: PipelineOptions,
  previousNames: PreviousNames,
): Promise<Generated> {
  const services: GeneratedService[] = [];
  for (const job of jobs) {
    const names = previousNames.get(job.name) ?? {};
    const service = await generateService(job, options, names);
    services.push(service);
    // All services have the same templates: once is enough.
    if (service.diagnostics.some(isAboutTemplate)) break;
  }
  return { services, sharedFiles: vendorRuntime(options.importExtension) };
}

function isAboutTemplate({ code }: Diagnostic): boolean {
  return code === "config/bad-template";
}

async function generateService(
  job: ServiceJob,
  options: PipelineOptions,
  previousNames: Readonly<Record<string, string>>,
): Promise<GeneratedService> {
  const sink = createSink(options.severities);
  const read = await readInputs(job, options, sink);
  const { name } = job;
  const { typeMap } = options;
  const draft = planSdk(read.model, { sink, name, previousNames, typeMap });
  const {
    plan,
    files: messages,
    failures,
  } = sink.hasErrors
    ? { plan: draft, files: [], failures: [] }
    : writeFixtures(draft);
  for (const failure of failures)
    sink.report("plan/no-fixture", { ...failure });
  const sources = sink.hasErrors
    ? []
    : [...(await renderSources(plan, { job, options, sink })), ...messages];
  const prefix = job.folder === "" ? "" : `${job.folder}/`;
  return {
    job,
    model: read.model,
    diagnostics: sink.diagnostics,
    sources: read.sources,
    files: sources.map(({ path, text }) => ({
      path: `${prefix}${path}`,
      text,
    })),
    names: plan.names,
    summary: summarize({ job, plan, read, diagnostics: sink.diagnostics }),
  };
}

interface Rendering {
  readonly job: ServiceJob;
  readonly options: PipelineOptions;
  readonly sink: DiagnosticSink;
}

/** The TypeScript files; none after reporting what is wrong with a template of the user. */
async function renderSources(
  plan: SdkPlan,
  { job, options, sink }: Rendering,
): Promise<readonly PlannedFile[]> {
  const { importExtension, templates, cwd } = options;
  const runtimePath = job.folder === "" ? "./runtime" : "../runtime";
  try {
    return await renderSdk(plan, {
      importExtension,
      runtimePath,
      builtinTemplates: join(packageRoot(), "templates"),
      ...(templates !== undefined && { templates: resolve(cwd, templates) }),
    });
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    const { file, reason } = error;
    const path = `${(templates ?? "").replaceAll("\\", "/")}/${file}`;
    sink.report("config/bad-template", { path, reason });
    return [];
  }
}

/** Reads and links the inputs of a service. */
export async function readModel(
  job: ServiceJob,
  options: PipelineOptions,
): Promise<ReadModel> {
  const sink = createSink(options.severities);
  const read = await readInputs(job, options, sink);
  return { ...read, diagnostics: sink.diagnostics };
}

interface ReadInputs {
  readonly model: Model;
  readonly sources: readonly SourceText[];
  readonly pages: readonly Page[];
  readonly overrides: readonly SourceText[];
  /** The files of documentation, whether they were understood or not. */
  readonly documentation: readonly SourceText[];
}

async function readInputs(
  job: ServiceJob,
  options: PipelineOptions,
  sink: DiagnosticSink,
): Promise<ReadInputs> {
  const { cwd, catalog, offline, files } = options;
  const { overrides = [] } = job;
  const loaded = await loadInputs(job.inputs, {
    sink,
    cwd,
    catalog,
    isOffline: offline,
    overrides,
    ...(files === undefined ? {} : { files }),
  });
  const pages = await readAllPages(loaded.pages, sink);
  const model = await linkAll(loaded, pages, { job, sink });
  const hasOthers = loaded.fragments.some(
    ({ portTypes, schemas }) =>
      portTypes.length > 0 || schemas.some((each) => each.isWellKnown !== true),
  );
  if (!hasOthers) reportNothing(model, loaded.pages, sink);
  const pruned = pruneModel(model, job, sink);
  checkValues(pruned.schemas, sink);
  return {
    model: pruned,
    pages,
    overrides: loaded.overrides,
    documentation: loaded.pages,
    sources: loaded.documents.map(({ source }) => source),
  };
}

/** What pages need is a third of the program: it is loaded where there are any. */
const loadPageReader = () => import("./page-reader.js");

async function readAllPages(
  sources: readonly SourceText[],
  sink: DiagnosticSink,
): Promise<readonly Page[]> {
  if (sources.length === 0) return [];
  const { readPages, reportProsePages } = await loadPageReader();
  const pages = sources.flatMap((source) => readPages(source, sink));
  reportProsePages(pages, sink);
  return pages;
}

async function overrideAll(
  fragments: readonly Fragment[],
  overrides: readonly SourceText[],
  sink: DiagnosticSink,
): Promise<readonly Fragment[]> {
  if (overrides.length === 0) return fragments;
  const { applyOverrides } = await loadPageReader();
  return applyOverrides(fragments, overrides, sink);
}

/** Pages are the service where nothing declares it; beside a WSDL they describe what it declares. */
async function linkAll(
  { fragments: declared, overrides }: Pick<Loaded, "fragments" | "overrides">,
  pages: readonly Page[],
  { job, sink }: { readonly job: ServiceJob; readonly sink: DiagnosticSink },
): Promise<Model> {
  const hasSamples = pages.some(({ samples }) => samples.length > 0);
  const declares = declared.some(({ portTypes }) => portTypes.length > 0);
  const link = async (fragments: readonly Fragment[]): Promise<Model> =>
    linkFragments(await overrideAll(fragments, overrides, sink), { sink });
  if (!hasSamples) return link(declared);
  const { describeFromPages, reportUnknown } = await loadPageReader();
  if (!declares) {
    const inferred = await inferFragments(pages, job, sink);
    const all = [...declared, ...inferred];
    const fragments = await overrideAll(all, overrides, sink);
    reportUnknown(fragments, sink);
    return linkFragments(fragments, { sink });
  }
  const model = await link(declared);
  // What pages leave unknown is no finding where a WSDL declares it.
  const own = createSink();
  const inferred = await inferFragments(pages, job, own);
  return describeFromPages(model, linkFragments(inferred, { sink: own }), sink);
}

async function inferFragments(
  pages: readonly Page[],
  job: ServiceJob,
  sink: DiagnosticSink,
): Promise<readonly Fragment[]> {
  const { inferServices } = await loadPageReader();
  const inferred = inferServices(pages, { sink, fallbackName: job.name });
  return [...inferred, wellKnownUses(inferred, sink)];
}

/** Pages that lead to no operation are no success, whatever the reason was. */
function reportNothing(
  model: Model,
  sources: readonly SourceText[],
  sink: DiagnosticSink,
): void {
  const [source] = sources;
  const isCallable = model.operations.some(
    ({ bindings }) => bindings.length > 0,
  );
  if (source === undefined || isCallable) return;
  if (sink.hasErrors) return;
  sink.report("infer/no-operations", {}, { span: spanAt(source, 0) });
}

interface PlannedService {
  readonly job: ServiceJob;
  readonly read: ReadInputs;
  readonly plan: SdkPlan;
  readonly diagnostics: readonly Diagnostic[];
}

function summarize({
  job,
  read,
  plan,
  diagnostics,
}: PlannedService): ServiceSummary {
  return {
    firstCall: firstCall(job, plan),
    account: {
      name: job.name,
      documents: read.sources.length - read.overrides.length,
      pages: read.documentation.length,
      pagesUnderstood: new Set(read.pages.map(({ source }) => source.path))
        .size,
      operations: plan.operations.length,
      types: plan.types.reduce(
        (count, module) => count + module.declarations.length,
        0,
      ),
      ...accountFor(read.model),
      conflicts: diagnostics.filter(({ code }) => conflictCodes.has(code))
        .length,
      repairs: sumOf(read.pages, ({ repairs }) => repairs.length),
      notUnderstood: sumOf(read.pages, ({ leftovers }) => leftovers.length),
    },
  };
}

function sumOf(pages: readonly Page[], count: (page: Page) => number): number {
  return pages.reduce((sum, page) => sum + count(page), 0);
}

const conflictCodes: ReadonlySet<string> = new Set([
  "infer/conflict",
  "infer/note-contradiction",
  "link/contradiction",
]);

/** Import, client, call: what a newcomer types first. */
function firstCall(job: ServiceJob, plan: SdkPlan): readonly string[] {
  const [service] = plan.services;
  const operation = plan.operations.find(({ functionName }) =>
    service?.operations.includes(functionName),
  );
  if (service === undefined || operation === undefined) return [];
  const folder = job.folder === "" ? "." : `./${job.folder}`;
  const endpoint = service.needsEndpoint ? '{ endpoint: "https://…" }' : "";
  const input = operation.fixture.request === undefined ? "" : ", input";
  return [
    `import { ${service.createName}, ${operation.functionName} } from "${folder}/index.js";`,
    `const client = ${service.createName}(${endpoint});`,
    `const result = await ${operation.functionName}(client${input});`,
  ];
}
