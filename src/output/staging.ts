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
import { hashText } from "../source/index.js";
import { readTextIfThere } from "./disk.js";
import { attempt, errorCode } from "./failure.js";

export const stagingName = ".soapstone.staging";
const journalPath = `${stagingName}/journal.json`;

/** Path in the output folder → hashes of texts that an unfinished run was about to write there. */
export type Journal = ReadonlyMap<string, ReadonlySet<string>>;

export interface StagedFile {
  readonly path: string;
  readonly text: string;
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

/** Writes texts beside their places, with a journal of them; nothing that is in place changes yet. */
export function stageFiles(
  root: string,
  files: readonly StagedFile[],
  journal: Journal,
): void {
  const folder = join(root, stagingName);
  attempt(stagingName, () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  });
  const merged = mergeJournal(journal, files);
  attempt(journalPath, () => writeFileSync(join(root, journalPath), merged));
  for (const [index, { path, text }] of files.entries()) {
    attempt(path, () => writeFileSync(join(folder, String(index)), text));
  }
  for (const { path } of files) {
    attempt(path, () =>
      mkdirSync(dirname(join(root, path)), { recursive: true }),
    );
  }
}

function mergeJournal(journal: Journal, files: readonly StagedFile[]): string {
  const merged = new Map([...journal].map(([path, set]) => [path, [...set]]));
  for (const { path, text } of files) {
    const hash = hashText(text);
    const known = merged.get(path) ?? [];
    if (!known.includes(hash)) merged.set(path, [...known, hash]);
  }
  return JSON.stringify(Object.fromEntries(merged));
}

/** Puts those staged texts in place that `isChosen`; each file is at any moment the old one or the new one. */
export function commitFiles(
  root: string,
  files: readonly StagedFile[],
  isChosen: (file: StagedFile) => boolean,
): void {
  for (const [index, file] of files.entries()) {
    if (!isChosen(file)) continue;
    const staged = join(root, stagingName, String(index));
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
export function removeEmptyFolders(root: string, folder: string): void {
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
