import path from "node:path";
import { promisify } from "node:util";
import type { FileAccess, FileFacts } from "./file-access.js";

/** The files of a commit, read from the object store: nothing is checked out, and no hook or filter runs. */
export interface GitCommit {
  /** Takes absolute paths, as if the commit were checked out; only what is inside the repository is there. */
  readonly files: FileAccess;
  /** All folders below the one asked for, relative to it, sorted. */
  readonly folders: readonly string[];
}

export type OpenedCommit =
  | { readonly kind: "commit"; readonly commit: GitCommit }
  | { readonly kind: "no-git"; readonly reason: string }
  | { readonly kind: "unknown-ref" };

/** Opens the commit that a branch, a tag or an expression such as `HEAD~1` stands for, in the repository around a folder. */
export async function openCommit(
  folder: string,
  ref: string,
): Promise<OpenedCommit> {
  const prefix = await git(folder, ["rev-parse", "--show-prefix"]);
  if (prefix.kind === "failed")
    return { kind: "no-git", reason: prefix.reason };
  const wanted = `${ref}^{commit}`;
  const found = isRef(ref)
    ? await git(folder, ["rev-parse", "--verify", "--end-of-options", wanted])
    : undefined;
  const commit = found?.kind === "done" ? found.output.toString().trim() : "";
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return { kind: "unknown-ref" };
  const listing = ["ls-tree", "-r", "-l", "-z", "--full-tree", commit];
  const tree = await git(folder, listing);
  if (tree.kind === "failed") return { kind: "no-git", reason: tree.reason };
  const entries = readTree(tree.output.toString());
  const root = prefix.output.toString().replace(/\r?\n$/, "");
  const place = { folder, root, entries };
  return {
    kind: "commit",
    commit: { files: commitFiles(place), folders: foldersBelow(place) },
  };
}

/** What git could take for an option, or a shell for more than a word, is no name of a commit. */
function isRef(ref: string): boolean {
  return /^[^-\s\p{Cc}][^\s\p{Cc}]*$/u.test(ref);
}

type GitResult =
  | { readonly kind: "done"; readonly output: Buffer }
  | { readonly kind: "failed"; readonly reason: string };

const maxBytes = 256 * 1024 * 1024;

async function git(cwd: string, args: readonly string[]): Promise<GitResult> {
  // Loaded when it is needed: only comparisons with a commit run git.
  const { execFile } = process.getBuiltinModule("node:child_process");
  try {
    const { stdout } = await promisify(execFile)("git", args, {
      cwd,
      encoding: "buffer",
      maxBuffer: maxBytes,
      // A partial clone would fetch what it lacks.
      env: { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" },
    });
    return { kind: "done", output: stdout };
  } catch (error) {
    return { kind: "failed", reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  if ("code" in error && error.code === "ENOENT")
    return "there is no git command";
  const stderr = "stderr" in error ? String(error.stderr) : "";
  const [line = ""] = stderr.trim().split("\n");
  return line.replace(/^fatal: /, "") || "git failed";
}

interface TreeEntry {
  readonly hash: string;
  readonly size: number;
}

/** Plain files by path; links and submodules are not followed. */
function readTree(output: string): ReadonlyMap<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (const line of output.split("\0")) {
    const found = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line);
    const [, hash = "", size = "", file = ""] = found ?? [];
    if (found !== null) entries.set(file, { hash, size: Number(size) });
  }
  return entries;
}

interface CommitPlace {
  /** Absolute. */
  readonly folder: string;
  /** The folder inside the repository: `` or `packages/api/`. */
  readonly root: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

function commitFiles(place: CommitPlace): FileAccess {
  const { folder, root, entries } = place;
  const children = listChildren(entries.keys());
  const inside = (absolute: string): string => {
    const relative = path.relative(folder, absolute).replaceAll(path.sep, "/");
    return path.posix.join(root, relative).replace(/^\.$|\/$/, "");
  };
  return {
    async read(absolute) {
      const entry = entries.get(inside(absolute));
      if (entry === undefined) throw new Error("not in the commit");
      const result = await git(folder, ["cat-file", "blob", entry.hash]);
      if (result.kind === "failed") throw new Error(result.reason);
      return result.output;
    },
    async examine(absolute): Promise<FileFacts | undefined> {
      const inner = inside(absolute);
      const size = entries.get(inner)?.size;
      if (size !== undefined) return { kind: "file", size, realPath: absolute };
      return children.has(inner)
        ? { kind: "folder", size: 0, realPath: absolute }
        : undefined;
    },
    async list(absolute) {
      return [...(children.get(inside(absolute)) ?? [])];
    },
  };
}

/** Names in each folder; the folder of the repository is "". */
function listChildren(
  paths: Iterable<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  for (const file of paths) {
    for (let at = file; at !== "";) {
      const slash = at.lastIndexOf("/");
      const parent = slash < 0 ? "" : at.slice(0, slash);
      const names = children.get(parent);
      const name = at.slice(slash + 1);
      if (names?.has(name) === true) break;
      if (names === undefined) children.set(parent, new Set([name]));
      else names.add(name);
      at = parent;
    }
  }
  return children;
}

function foldersBelow({ root, entries }: CommitPlace): readonly string[] {
  const folders = [...listChildren(entries.keys()).keys()];
  return folders
    .filter((one) => one.startsWith(root) && one.length > root.length)
    .map((one) => one.slice(root.length))
    .toSorted();
}
