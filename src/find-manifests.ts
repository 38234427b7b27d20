import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFolders } from "./config/index.js";
import type { DiagnosticSink } from "./diagnostics/index.js";
import { manifestName, parseManifest, type Manifest } from "./output/index.js";

export interface FoundManifest {
  /** As shown to the user. */
  readonly path: string;
  readonly service: string;
  readonly manifest: Manifest;
}

/**
 * The manifests of services that a path stands for: one of them, a generated folder, or the folder of several. Undefined
 * where it is about something else.
 */
export function findManifests(
  path: string,
  shown: string,
  sink: DiagnosticSink,
): readonly FoundManifest[] | undefined {
  const paths = manifestPaths(path, shown);
  if (paths.length === 0) return undefined;
  return paths.flatMap(([file, name]) => readManifest(file, name, sink));
}

/** Each with what it is called for the user. */
function manifestPaths(
  path: string,
  shown: string,
): readonly (readonly [string, string])[] {
  if (path.endsWith(manifestName)) return [[path, shown]];
  const folders = ["", ...listFolders(path)];
  return folders
    .map((folder) => join(folder, manifestName))
    .filter((inner) => existsSync(join(path, inner)))
    .map((inner) => [join(path, inner), join(shown, inner)] as const);
}

/** The manifest of the runtime is of no service. */
function readManifest(
  file: string,
  path: string,
  sink: DiagnosticSink,
): readonly FoundManifest[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    sink.report("load/not-found", { path, suggestion: "" });
    return [];
  }
  const reading = parseManifest(text);
  if (reading.kind === "problem") {
    sink.report("diff/bad-manifest", { path, reason: reading.reason });
    return [];
  }
  const { manifest } = reading;
  return manifest.service === undefined
    ? []
    : [{ path, service: manifest.service, manifest }];
}
