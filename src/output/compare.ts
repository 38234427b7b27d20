import { entryReader, readEntry, type DiskEntry } from "./disk.js";
import type { FolderPlan } from "./folder-plan.js";
import { manifestName } from "./manifest.js";
import { joinPath, type HashedText } from "./output-unit.js";
import type { Journal } from "./staging.js";

export type FileState =
  /** Made now, never written before. */
  | "added"
  /** Made now and listed in the manifest, but deleted by someone. */
  | "missing"
  | "changed"
  | "unchanged"
  /** Listed in the manifest, made no more. */
  | "removed"
  /** Neither what was written nor what is made now. */
  | "hand-edited"
  /** Not ours, where a file of ours would go. */
  | "in-the-way"
  /** A folder or a device where a file of ours would go; cannot be replaced even if told to. */
  | "blocked";

export interface FileComparison {
  /** Relative to the output folder. */
  readonly path: string;
  readonly state: FileState;
  /** Absent for what is made no more. */
  readonly made?: HashedText;
}

/** Compares what is made now with the disk and with what was written last, in order of path; the manifest comes last. */
export function compareFolder(
  root: string,
  plan: FolderPlan,
  journal: Journal,
): readonly FileComparison[] {
  const old = plan.previous?.files ?? new Map<string, string>();
  const paths = new Set([...plan.files.keys(), ...old.keys()]);
  paths.delete(manifestName);
  const entryAt = entryReader(root);
  const comparisons = [...paths].toSorted().map((path): FileComparison => {
    const full = joinPath(plan.folder, path);
    const listed = old.get(path);
    const known = { listed, journaled: journal.get(full) };
    const made = plan.files.get(path);
    return made === undefined
      ? { path: full, state: goneState(entryAt(full), known) }
      : { path: full, state: madeState(entryAt(full), made, known), made };
  });
  return [...comparisons, ...compareManifest(root, plan)].filter(
    // Listed, made no more, and deleted already: nothing is left to do or to say.
    ({ state, made }) => made !== undefined || state !== "missing",
  );
}

/** What soapstone is known to have put at a path. */
interface KnownTexts {
  /** Hash in the manifest. */
  readonly listed: string | undefined;
  /** Hashes of an unfinished run. */
  readonly journaled: ReadonlySet<string> | undefined;
}

function isKnown(sha256: string, { listed, journaled }: KnownTexts): boolean {
  return sha256 === listed || journaled?.has(sha256) === true;
}

function goneState(entry: DiskEntry, known: KnownTexts): FileState {
  if (entry.kind === "absent") return "missing";
  if (entry.kind !== "file") return "hand-edited";
  return isKnown(entry.sha256, known) ? "removed" : "hand-edited";
}

function madeState(
  entry: DiskEntry,
  made: HashedText,
  known: KnownTexts,
): FileState {
  const isListed = known.listed !== undefined;
  if (entry.kind === "absent") return isListed ? "missing" : "added";
  if (entry.kind !== "file") return "blocked";
  if (entry.sha256 === made.sha256) return "unchanged";
  if (isKnown(entry.sha256, known)) return "changed";
  return isListed ? "hand-edited" : "in-the-way";
}

/** The manifest is ours by its name; whether it can be read was checked before. */
function compareManifest(
  root: string,
  plan: FolderPlan,
): readonly FileComparison[] {
  const path = joinPath(plan.folder, manifestName);
  const entry = readEntry(root, path);
  if (plan.manifest === undefined) {
    return entry.kind === "file" ? [{ path, state: "removed" }] : [];
  }
  const made = plan.manifest;
  if (entry.kind === "absent") return [{ path, state: "added", made }];
  if (entry.kind !== "file") return [{ path, state: "blocked", made }];
  const isSame = entry.sha256 === made.sha256;
  return [{ path, state: isSame ? "unchanged" : "changed", made }];
}

/** Files of an unfinished run that nothing lists: they are ours, and gone if nothing makes them now. */
export function compareLeftovers(
  root: string,
  plans: readonly FolderPlan[],
  journal: Journal,
): readonly FileComparison[] {
  const known = new Set(
    plans.flatMap(({ folder, files, previous }) =>
      [...files.keys(), ...(previous?.files.keys() ?? []), manifestName].map(
        (path) => joinPath(folder, path),
      ),
    ),
  );
  const leftovers: FileComparison[] = [];
  for (const [path, hashes] of journal) {
    if (known.has(path)) continue;
    const entry = readEntry(root, path);
    if (entry.kind === "file" && hashes.has(entry.sha256)) {
      leftovers.push({ path, state: "removed" });
    }
  }
  return leftovers;
}
