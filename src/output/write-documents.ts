import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createRoot } from "./create-root.js";
import { OutputFailure } from "./failure.js";
import { replaceFile } from "./replace-file.js";

/** A file to store beside others. */
export interface StoredFile {
  /** Plain file name. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface DocumentFolder {
  readonly folder: string;
  /** Names of files that an earlier run stored here: they may be replaced, and go when they are no longer wanted. */
  readonly owned: ReadonlySet<string>;
}

/** Writes files into a folder; returns the first name that could not be, and why, or undefined. */
export function writeDocuments(
  { folder, owned }: DocumentFolder,
  files: readonly StoredFile[],
): { readonly name: string; readonly reason: string } | undefined {
  for (const { name } of files) {
    if (!owned.has(name) && existsSync(join(folder, name))) {
      return { name, reason: "it exists already and was not pulled" };
    }
  }
  try {
    createRoot(folder);
  } catch (error) {
    if (!(error instanceof OutputFailure)) throw error;
    return { name: "", reason: error.reason };
  }
  for (const { name, content } of files) {
    const reason = replaceFile(join(folder, name), content);
    if (reason !== undefined) return { name, reason };
  }
  const wanted = new Set(files.map(({ name }) => name));
  for (const name of owned) {
    if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
  }
  return undefined;
}
