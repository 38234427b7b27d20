import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readEntry, readTextIfThere } from "./disk.js";
import { attempt, errorCode } from "./failure.js";
import type { HashedText } from "./output-unit.js";

export const stagingName = ".soapstone.staging";
const journalPath = `${stagingName}/journal.json`;

/** Path in the output folder → hashes of texts that an unfinished run was about to write there. */
export type Journal = ReadonlyMap<string, ReadonlySet<string>>;

/** A text to put in place. */
export interface StagedFile extends HashedText {
  readonly path: string;
}

/** What a run that was killed left behind: files it had put in place are ours although no manifest lists them yet. */
export function readJournal(root: string): Journal {
  const journal = new Map<string, ReadonlySet<string>>();
  let document: unknown;
  try {
    document = JSON.parse(readTextIfThere(root, journalPath) ?? "{}");
  } catch {
    return journal;
  }
  if (typeof document !== "object" || document === null) return journal;
  for (const [path, hashes] of Object.entries(document)) {
    if (!Array.isArray(hashes)) continue;
    journal.set(path, new Set(hashes.filter((one) => typeof one === "string")));
  }
  return journal;
}

/** Texts written beside their places. */
export interface Staging {
  /** Folders that are new: each is put in place as a whole, however much is in it. */
  readonly folders: readonly string[];
  /** Files in folders that are there already, by the path they wait at. */
  readonly files: ReadonlyMap<string, StagedFile>;
}

/** Writes texts beside their places, with a journal of them; nothing that is in place changes yet. */
export function stageFiles(
  root: string,
  files: readonly StagedFile[],
  journal: Journal,
): Staging {
  attempt(stagingName, () => {
    rmSync(join(root, stagingName), { recursive: true, force: true });
    mkdirSync(join(root, stagingName));
  });
  const merged = mergeJournal(journal, files);
  attempt(journalPath, () => writeFileSync(join(root, journalPath), merged));
  const newFolderOf = newFolders(root);
  const folders = new Set<string>();
  const single = new Map<string, StagedFile>();
  const made = new Set<string>([stagingName]);
  for (const [index, file] of files.entries()) {
    const { path, text } = file;
    const folder = newFolderOf(dirname(path));
    const waiting =
      folder === undefined
        ? `${stagingName}/${index}`
        : `${stagedFolders}/${path}`;
    if (folder === undefined) single.set(waiting, file);
    else folders.add(folder);
    attempt(path, () => {
      makeFolder(root, dirname(waiting), made);
      writeFileSync(`${root}/${waiting}`, text);
    });
  }
  return { folders: [...folders], files: single };
}

const stagedFolders = `${stagingName}/folders`;

function makeFolder(root: string, folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(join(root, folder), { recursive: true });
  made.add(folder);
}

/** Tells for a folder the highest one at or above it that does not exist yet; undefined for one that does. */
function newFolders(root: string): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>([[".", undefined]]);
  const find = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const isThere = readEntry(root, folder).kind !== "absent";
    const found = find(dirname(folder)) ?? (isThere ? undefined : folder);
    known.set(folder, found);
    return found;
  };
  return find;
}

function mergeJournal(journal: Journal, files: readonly StagedFile[]): string {
  const merged = new Map([...journal].map(([path, set]) => [path, [...set]]));
  for (const { path, sha256 } of files) {
    const known = merged.get(path) ?? [];
    if (!known.includes(sha256)) merged.set(path, [...known, sha256]);
  }
  return JSON.stringify(Object.fromEntries(merged));
}

/** Puts new folders in place; each is at any moment absent or whole. */
export function commitFolders(root: string, { folders }: Staging): void {
  for (const folder of folders) {
    const staged = join(root, stagedFolders, folder);
    attempt(folder, () => renameSync(staged, join(root, folder)));
  }
}

/** Puts those staged texts in place that `isChosen`; each file is at any moment the old one or the new one. */
export function commitFiles(
  root: string,
  { files }: Staging,
  isChosen: (file: StagedFile) => boolean,
): void {
  for (const [waiting, file] of files) {
    if (!isChosen(file)) continue;
    const staged = join(root, waiting);
    attempt(file.path, () => renameSync(staged, join(root, file.path)));
  }
}

/** Deletes files and the folders that become empty by it, up to the output folder. */
export function deleteFiles(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    attempt(path, () => {
      try {
        unlinkSync(join(root, path));
      } catch (error) {
        if (errorCode(error) !== "ENOENT") throw error;
      }
    });
    removeEmptyFolders(root, dirname(path));
  }
}

/** Removes a folder inside the root and its parents as long as they are empty. */
function removeEmptyFolders(root: string, folder: string): void {
  for (let path = folder; path !== "." && path !== ""; path = dirname(path)) {
    try {
      rmdirSync(join(root, path));
    } catch {
      return;
    }
  }
}

export function hasStaging(root: string): boolean {
  try {
    readdirSync(join(root, stagingName));
    return true;
  } catch {
    return false;
  }
}

export function removeStaging(root: string): void {
  attempt(stagingName, () =>
    rmSync(join(root, stagingName), { recursive: true, force: true }),
  );
}
