import { createHash } from "node:crypto";
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { errorCode } from "./failure.js";

export type DiskEntry =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly sha256: string }
  | { readonly kind: "folder" }
  /** A symbolic link, socket or device, or a path through a file. */
  | { readonly kind: "other" };

/** What is at a path inside the output folder, without following a link at its end. */
export function readEntry(root: string, path: string): DiskEntry {
  const full = join(root, path);
  try {
    const stats = lstatSync(full);
    if (stats.isDirectory()) return { kind: "folder" };
    if (!stats.isFile()) return { kind: "other" };
    const bytes = readFileSync(full);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { kind: "file", sha256 };
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return { kind: "absent" };
    if (code === "ENOTDIR") return { kind: "other" };
    throw error;
  }
}

/**
 * `readEntry` for many paths, asking once for each folder whether it is there: in a new one nothing is.
 * Lists of names in folders would not do: whether two spellings are one file is the file system's business.
 */
export function entryReader(root: string): (path: string) => DiskEntry {
  const folders = new Map<string, boolean>();
  return (path) => {
    const folder = dirname(path);
    let isThere = folders.get(folder);
    if (isThere === undefined) {
      isThere = readEntry(root, folder).kind !== "absent";
      folders.set(folder, isThere);
    }
    return isThere ? readEntry(root, path) : { kind: "absent" };
  };
}

/** The text of a file, or undefined when there is none. */
export function readTextIfThere(
  root: string,
  path: string,
): string | undefined {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") {
      return undefined;
    }
    throw error;
  }
}

/** The first folder on the way to `path` that is a link out of the root; `known` remembers folders already looked at. */
export function findEscape(
  root: string,
  path: string,
  known: Set<string>,
): string | undefined {
  if (known.has(dirname(path))) return undefined;
  const segments = path.split("/");
  for (let length = 1; length < segments.length; length++) {
    const folder = segments.slice(0, length).join("/");
    if (known.has(folder)) continue;
    if (isEscape(root, folder)) return folder;
    known.add(folder);
  }
  return undefined;
}

function isEscape(root: string, folder: string): boolean {
  const full = join(root, folder);
  try {
    if (!lstatSync(full).isSymbolicLink()) return false;
    const realRoot = realpathSync(root);
    return !`${realpathSync(full)}${sep}`.startsWith(`${realRoot}${sep}`);
  } catch (error) {
    const code = errorCode(error);
    // A dangling link could be made to point anywhere between now and the write.
    if (code === "ENOENT") return isDanglingLink(full);
    if (code === "ENOTDIR") return false;
    throw error;
  }
}

function isDanglingLink(full: string): boolean {
  try {
    return lstatSync(full).isSymbolicLink();
  } catch {
    return false;
  }
}
