import { hashText } from "../source/index.js";
import { readEntry } from "./disk.js";
import type { FolderPlan } from "./folder-plan.js";
import { manifestName } from "./manifest.js";
import { joinPath } from "./output-unit.js";
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
  readonly text?: string;
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
  const comparisons = [...paths].toSorted().map((path): FileComparison => {
    const full = joinPath(plan.folder, path);
    const written = new Set(journal.get(full));
    const listed = old.get(path);
    if (listed !== undefined) written.add(listed);
    const text = plan.files.get(path);
    const isListed = listed !== undefined;
    return text === undefined
      ? { path: full, state: goneState(root, full, written) }
      : {
          path: full,
          state: madeState(root, full, { text, written, isListed }),
          text,
        };
  });
  return [...comparisons, ...compareManifest(root, plan)].filter(
    // Listed, made no more, and deleted already: nothing is left to do or to say.
    ({ state, text }) => text !== undefined || state !== "missing",
  );
}

function goneState(
  root: string,
  path: string,
  written: ReadonlySet<string>,
): FileState {
  const entry = readEntry(root, path);
  if (entry.kind === "absent") return "missing";
  if (entry.kind !== "file") return "hand-edited";
  return written.has(entry.sha256) ? "removed" : "hand-edited";
}

interface Made {
  readonly text: string;
  /** Hashes of what soapstone is known to have put there. */
  readonly written: ReadonlySet<string>;
  readonly isListed: boolean;
}

function madeState(root: string, path: string, made: Made): FileState {
  const entry = readEntry(root, path);
  if (entry.kind === "absent") return made.isListed ? "missing" : "added";
  if (entry.kind !== "file") return "blocked";
  if (entry.sha256 === hashText(made.text)) return "unchanged";
  if (made.written.has(entry.sha256)) return "changed";
  return made.isListed ? "hand-edited" : "in-the-way";
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
  const text = plan.manifest;
  if (entry.kind === "absent") return [{ path, state: "added", text }];
  if (entry.kind !== "file") return [{ path, state: "blocked", text }];
  const isSame = entry.sha256 === hashText(text);
  return [{ path, state: isSame ? "unchanged" : "changed", text }];
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
