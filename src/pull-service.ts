import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Project } from "./config/index.js";
import { createSink, type Diagnostic } from "./diagnostics/index.js";
import {
  formatLock,
  lockName,
  parseLock,
  pullDocuments,
  type LockedDocument,
  type PulledDocument,
} from "./load/index.js";
import { writeDocuments } from "./output/index.js";

export interface PullReport {
  /** Of the folder written to, as shown; absent when nothing was written. */
  readonly folder?: string;
  readonly documents: readonly LockedDocument[];
  /** Names of the files that are new or not what they were. */
  readonly changed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Stores the document at a URL, and all it imports, in a folder of their own; everything or nothing. */
export async function pullService(
  url: string,
  project: Project,
  output?: string,
): Promise<PullReport> {
  const sink = createSink(project.severities);
  const { diagnostics } = sink;
  const failed = { documents: [], changed: [], diagnostics };
  if (project.isOffline) {
    sink.report("load/offline", { url });
    return failed;
  }
  const name = project.services[0]?.name ?? "service";
  const pulled = await pullDocuments({ url, name, sink });
  if (sink.hasErrors || pulled.length === 0) return failed;
  const folder = resolve(project.folder, output ?? join("specs", name));
  const shown = relative(project.folder, folder).replaceAll("\\", "/") || ".";
  const before = readLock(folder);
  const problem = store(folder, pulled, before);
  if (problem !== undefined) {
    const path = `${shown}/${problem.name}`;
    sink.report("output/write-failed", { path, reason: problem.reason });
    return failed;
  }
  const hashes = new Map(before.map(({ file, sha256 }) => [file, sha256]));
  const changed = pulled
    .filter(({ file, sha256 }) => hashes.get(file) !== sha256)
    .map(({ file }) => file);
  const documents = pulled.map(toLocked);
  return { folder: shown, documents, changed, diagnostics };
}

function store(
  folder: string,
  pulled: readonly PulledDocument[],
  before: readonly LockedDocument[],
): ReturnType<typeof writeDocuments> {
  const owned = new Set([...before.map(({ file }) => file), lockName]);
  const content = formatLock(pulled.map(toLocked));
  return writeDocuments({ folder, owned }, [
    ...pulled.map(({ file, bytes }) => ({ name: file, content: bytes })),
    { name: lockName, content },
  ]);
}

function toLocked(document: PulledDocument): LockedDocument {
  const { url, redirectedTo, file, sha256 } = document;
  return redirectedTo === undefined
    ? { url, file, sha256 }
    : { url, redirectedTo, file, sha256 };
}

/** What an earlier pull stored; nothing if there was none. */
function readLock(folder: string): readonly LockedDocument[] {
  const path = join(folder, lockName);
  if (!existsSync(path)) return [];
  return parseLock(readFileSync(path, "utf8")) ?? [];
}
