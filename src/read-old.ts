import { join, resolve } from "node:path";
import {
  matchesPattern,
  resolveProject,
  type Project,
  type ProjectRequest,
  type ProjectService,
} from "./config/index.js";
import {
  createSink,
  type Diagnostic,
  type DiagnosticSink,
} from "./diagnostics/index.js";
import { pipelineOptions } from "./generate-project.js";
import type { NameTable } from "./diff/index.js";
import { openCommit, type GitCommit } from "./load/index.js";
import type { Model } from "./model/index.js";
import { manifestName, parseManifest } from "./output/index.js";
import type { PipelineOptions } from "./pipeline.js";
import { readEach } from "./read-services.js";
import { findManifests, type FoundManifest } from "./find-manifests.js";
import { labelled } from "./report-changes.js";
import type { SourceText } from "./source/index.js";

/** What the command line says of the old side, and the new side that it is compared with. */
export interface OldRequest {
  /** `git:REF`, a path or a URL. */
  readonly old: string;
  /** The command line without inputs: filters hold for both sides. */
  readonly request: Omit<ProjectRequest, "inputs">;
  readonly project: Project;
}

export type OldService =
  | {
      readonly kind: "model";
      readonly name: string;
      readonly model: Model;
      /** What its SDK was called by, where the generated code was committed too. */
      readonly names?: NameTable;
    }
  | {
      readonly kind: "names";
      readonly name: string;
      readonly manifest: FoundManifest;
    };

export interface OldSide {
  readonly services: readonly OldService[];
  /** It has all services of the project: what it lacks is new. */
  readonly isComplete: boolean;
  /** What stands before the paths of its files. */
  readonly label: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Reads the old side: a commit, manifests of generated folders, or inputs like any others. */
export async function readOld(request: OldRequest): Promise<OldSide> {
  const sink = createSink(request.project.severities);
  if (request.old.startsWith("git:")) return readCommit(request, sink);
  const manifests = findManifests(
    resolve(request.request.cwd, request.old),
    request.old,
    sink,
  );
  if (manifests !== undefined)
    return {
      services: manifests.map((manifest) => ({
        kind: "names",
        name: manifest.service,
        manifest,
      })),
      isComplete: false,
      label: "",
      diagnostics: sink.diagnostics,
      sources: [],
    };
  return readInputs(request, sink);
}

async function readInputs(
  { old, request }: OldRequest,
  sink: DiagnosticSink,
): Promise<OldSide> {
  const project = await resolveProject({ ...request, inputs: [old] }, sink);
  const { services } = project;
  const options = pipelineOptions(project);
  const read = sink.hasErrors ? nothing : await readAll(services, options, "");
  const diagnostics = [...sink.diagnostics, ...read.diagnostics];
  return { ...read, diagnostics, isComplete: false, label: "" };
}

async function readCommit(
  { old, project }: OldRequest,
  sink: DiagnosticSink,
): Promise<OldSide> {
  const name = old.slice("git:".length);
  const opened = await openCommit(project.folder, name);
  if (opened.kind !== "commit") {
    if (opened.kind === "unknown-ref")
      sink.report("diff/unknown-ref", { name });
    else
      sink.report("diff/no-git", {
        path: project.folder,
        reason: opened.reason,
      });
    const { diagnostics } = sink;
    return { ...nothing, diagnostics, isComplete: true, label: "" };
  }
  const { commit } = opened;
  const label = `${old}:`;
  const options = { ...pipelineOptions(project), files: commit.files };
  const then = await servicesThen(project, commit);
  const { services, ...read } = await readAll(then, options, label);
  const named = await Promise.all(
    services.map(async (service, index) => {
      const folder = resolve(project.output.root, then[index]?.folder ?? "");
      const names = await namesThen(folder, commit);
      return names === undefined ? service : { ...service, names };
    }),
  );
  return { ...read, services: named, isComplete: true, label };
}

/** The name table of the manifest in a folder. */
async function namesThen(
  folder: string,
  { files }: GitCommit,
): Promise<NameTable | undefined> {
  const path = join(folder, manifestName);
  if ((await files.examine(path)) === undefined) return undefined;
  const bytes = await files.read(path);
  const reading = parseManifest(new TextDecoder().decode(bytes));
  return reading.kind === "manifest" ? reading.manifest.names : undefined;
}

type Read = Pick<OldSide, "services" | "diagnostics" | "sources">;

const nothing: Read = { services: [], diagnostics: [], sources: [] };

async function readAll(
  services: readonly ProjectService[],
  options: PipelineOptions,
  label: string,
): Promise<Read> {
  const read = await readEach(services, options);
  return {
    services: read.services.map(({ name, read: { model } }) => ({
      kind: "model",
      name,
      model,
    })),
    diagnostics: read.diagnostics.map((each) => relabel(each, label)),
    sources: read.sources.map((source) => ({
      ...source,
      path: `${label}${source.path}`,
    })),
  };
}

function relabel(diagnostic: Diagnostic, label: string): Diagnostic {
  const { span, related } = diagnostic;
  return {
    ...diagnostic,
    ...(span === undefined ? {} : { span: labelled(span, label) }),
    related: related.map((place) => ({
      ...place,
      span: labelled(place.span, label),
    })),
  };
}

/** The services of the project as far as they were there, and those that its pattern matched then. */
async function servicesThen(
  { folder, services, pattern }: Project,
  { files, folders }: GitCommit,
): Promise<readonly ProjectService[]> {
  if (pattern === undefined) {
    const wereThere = await Promise.all(
      services.map(({ inputs }) =>
        wasThere(inputs, async (path) => files.examine(resolve(folder, path))),
      ),
    );
    return services.filter((_service, index) => wereThere[index] === true);
  }
  const known = new Map(
    services.map((service) => [service.inputs[0] ?? "", service]),
  );
  const segments = pattern.replace(/^\.\/|\/+$/g, "").split("/");
  const [example] = services;
  return folders
    .filter((path) => matchesSegments(path, segments))
    .map((path) => {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const filters = example ?? { name, inputs: [], folder: name };
      return (
        known.get(path) ?? { ...filters, name, inputs: [path], folder: name }
      );
    });
}

/** Patterns and URLs count as there: what they stand for is found when they are read. */
async function wasThere(
  inputs: readonly string[],
  examine: (path: string) => Promise<unknown>,
): Promise<boolean> {
  for (const input of inputs)
    if (/[*?{[]|:\/\//.test(input) || (await examine(input)) !== undefined)
      return true;
  return false;
}

function matchesSegments(path: string, segments: readonly string[]): boolean {
  const names = path.split("/");
  return (
    names.length === segments.length &&
    names.every(
      (name, index) =>
        !name.startsWith(".") && matchesPattern(name, segments[index] ?? ""),
    )
  );
}
