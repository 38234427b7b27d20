import type { DiagnosticSink } from "../diagnostics/index.js";
import { hashText } from "../source/index.js";
import { attributesName, renderAttributes } from "./attributes.js";
import { readEntry, readTextIfThere } from "./disk.js";
import {
  manifestName,
  parseManifest,
  renderManifest,
  type Manifest,
} from "./manifest.js";
import {
  joinPath,
  shownPath,
  type HashedText,
  type OutputTarget,
  type OutputUnit,
} from "./output-unit.js";
import { pathProblem } from "./safe-path.js";

/** All that will be in one folder with a manifest, and what was written there last. */
export interface FolderPlan {
  readonly folder: string;
  /** Relative to the folder, without the manifest. */
  readonly files: ReadonlyMap<string, HashedText>;
  /** The new manifest; absent for a folder that is made no more. */
  readonly manifest?: HashedText;
  readonly previous?: Manifest;
  /** The folder has a .gitattributes of the user's, which stays. */
  readonly keepsAttributes: boolean;
}

/** What to write, and how. */
export interface OutputRequest {
  readonly target: OutputTarget;
  /** The runtime's unit has no `service`. */
  readonly units: readonly OutputUnit[];
  /** These are all services: folders written before that are not among them go. */
  readonly isComplete: boolean;
  /** Overwrite files that were edited by hand or are not ours. */
  readonly isForced: boolean;
}

/** Adds manifests and .gitattributes to the units, reads what was written last, finds folders made no more. */
export function planFolders(
  request: OutputRequest,
  sink: DiagnosticSink,
): readonly FolderPlan[] {
  const { units } = request;
  const context: PlanContext = { request, sink, previous: new Map() };
  for (const { folder } of units) readPrevious(folder, context);
  const folders = sharedFolders(context);
  const plans = units.map((unit) => planUnit(unit, folders, context));
  return [...obsoletePlans(folders, context), ...plans];
}

interface PlanContext {
  readonly request: OutputRequest;
  readonly sink: DiagnosticSink;
  readonly previous: Map<string, Manifest>;
}

interface SharedFolders {
  /** Of this run and, when it is partial, of those before. */
  readonly current: readonly string[];
  readonly obsolete: readonly string[];
}

function sharedFolders({ request, previous }: PlanContext): SharedFolders {
  const made = request.units
    .filter(({ service }) => service !== undefined)
    .map(({ folder }) => folder);
  const before = request.units
    .filter(({ service }) => service === undefined)
    .flatMap(({ folder }) => previous.get(folder)?.folders ?? []);
  const others = before.filter((folder) => !made.includes(folder));
  return request.isComplete
    ? { current: made, obsolete: others }
    : { current: [...made, ...others], obsolete: [] };
}

function readPrevious(folder: string, context: PlanContext): void {
  const { request, sink, previous } = context;
  const path = joinPath(folder, manifestName);
  const text = readTextIfThere(request.target.root, path);
  if (text === undefined) return;
  const reading = parseManifest(text);
  if (reading.kind === "manifest") {
    previous.set(folder, reading.manifest);
  } else if (!request.isForced) {
    const shown = shownPath(request.target, path);
    const span = { file: shown, line: 1, column: 1, offset: 0, length: 0 };
    const parameters = { path: shown, reason: reading.reason };
    sink.report("output/bad-manifest", parameters, { span });
  }
}

function obsoletePlans(
  { obsolete }: SharedFolders,
  context: PlanContext,
): readonly FolderPlan[] {
  // The list is from a committed file: what is no folder inside the output folder is not even looked at.
  const safe = obsolete.filter(
    (folder) => folder === "" || pathProblem(folder) === undefined,
  );
  return safe.flatMap((folder) => {
    readPrevious(folder, context);
    const previous = context.previous.get(folder);
    return previous === undefined
      ? []
      : [{ folder, files: new Map(), previous, keepsAttributes: false }];
  });
}

function planUnit(
  unit: OutputUnit,
  folders: SharedFolders,
  context: PlanContext,
): FolderPlan {
  const previous = context.previous.get(unit.folder);
  const files = new Map(
    unit.files.map(({ path, text }) => [path, hashed(text)]),
  );
  const keepsAttributes = !addAttributes(unit, files, context);
  const manifest = renderManifest({
    toolVersion: unit.toolVersion,
    ...(unit.service === undefined
      ? { folders: folders.current }
      : { service: unit.service }),
    configHash: unit.configHash,
    sources: unit.sources,
    files: new Map([...files].map(([path, { sha256 }]) => [path, sha256])),
    names: unit.names,
  });
  return {
    folder: unit.folder,
    files,
    manifest: hashed(manifest),
    keepsAttributes,
    ...(previous === undefined ? {} : { previous }),
  };
}

function hashed(text: string): HashedText {
  return { text, sha256: hashText(text) };
}

/** A user's own .gitattributes stays, and false is returned; the marks are a convenience. */
function addAttributes(
  unit: OutputUnit,
  files: Map<string, HashedText>,
  { request, previous }: PlanContext,
): boolean {
  const names = [...files.keys(), attributesName, manifestName];
  const attributes = hashed(renderAttributes(names));
  const path = joinPath(unit.folder, attributesName);
  const entry = readEntry(request.target.root, path);
  const isOurs =
    entry.kind === "absent" ||
    previous.get(unit.folder)?.files.has(attributesName) === true ||
    (entry.kind === "file" && entry.sha256 === attributes.sha256);
  if (isOurs) files.set(attributesName, attributes);
  return isOurs;
}
