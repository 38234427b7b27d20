import { isAbsolute, posix, relative } from "node:path";
import type { Project } from "./config/index.js";
import type { OutputSource, OutputUnit } from "./output/index.js";
import type { Generated, GeneratedService, PlannedFile } from "./pipeline.js";
import { hashText, type SourceText } from "./source/index.js";
import { toolVersion } from "./tool-version.js";

/** What each folder of the output will hold, with what its manifest says. */
export function planOutput(
  project: Project,
  { services, sharedFiles }: Generated,
): readonly OutputUnit[] {
  const version = toolVersion();
  return [
    ...services.map((service) => serviceUnit(project, service, version)),
    ...sharedUnits(project, sharedFiles, version),
  ];
}

function serviceUnit(
  project: Project,
  { job, files, names, sources }: GeneratedService,
  version: string,
): OutputUnit {
  return {
    folder: job.folder,
    files: files.map((file) => within(job.folder, file)),
    service: job.name,
    sources: sources.map((source) => toSource(project, source)),
    names,
    toolVersion: version,
    configHash: hashText(
      JSON.stringify({
        importExtension: project.importExtension,
        operations: job.operations ?? [],
        services: job.services ?? [],
        ports: job.ports ?? [],
        catalog: sortedEntries(project.catalog),
        types: sortedEntries(project.types),
      }),
    ),
  };
}

/** Shared files are grouped by their first folder, which gets a manifest. */
function sharedUnits(
  project: Project,
  files: readonly PlannedFile[],
  version: string,
): readonly OutputUnit[] {
  const folders = [...new Set(files.map(({ path }) => firstFolder(path)))];
  const { importExtension } = project;
  return folders.map((folder) => ({
    folder,
    files: files
      .filter(({ path }) => firstFolder(path) === folder)
      .map((file) => within(folder, file)),
    sources: [],
    names: {},
    toolVersion: version,
    configHash: hashText(JSON.stringify({ importExtension })),
  }));
}

function firstFolder(path: string): string {
  const slash = path.indexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

function within(folder: string, { path, text }: PlannedFile): PlannedFile {
  const isInside = folder !== "" && path.startsWith(`${folder}/`);
  return { path: isInside ? path.slice(folder.length + 1) : path, text };
}

/** Paths must be the same on every machine: what lies outside the project is told by its name only. */
function toSource(project: Project, { path, text }: SourceText): OutputSource {
  const sha256 = hashText(text);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    return { path: path.replace(/^([a-z0-9+.-]+:\/\/)[^/@]*@/i, "$1"), sha256 };
  }
  const own = isAbsolute(path) ? relative(project.folder, path) : path;
  const normal = posix.normalize(own.replaceAll("\\", "/"));
  const isOutside = normal.startsWith("../") || isAbsolute(normal);
  return { path: isOutside ? posix.basename(normal) : normal, sha256 };
}

function sortedEntries(
  map: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
