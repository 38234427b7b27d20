import { promises as files } from "node:fs";

/** How documents are read; replaced in tests. Paths are absolute. */
export interface FileAccess {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Undefined when nothing is there. */
  readonly examine: (path: string) => Promise<FileFacts | undefined>;
  /** Names in a folder, in any order; none when it is not a folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
}

export interface FileFacts {
  readonly kind: "file" | "folder" | "other";
  readonly size: number;
  /** The path with symbolic links followed. */
  readonly realPath: string;
}

export const nodeFiles: FileAccess = {
  read: (path) => files.readFile(path),
  async examine(path) {
    try {
      const [facts, realPath] = await Promise.all([
        files.stat(path),
        files.realpath(path),
      ]);
      const kind = facts.isFile()
        ? "file"
        : facts.isDirectory()
          ? "folder"
          : "other";
      return { kind, size: facts.size, realPath };
    } catch {
      return undefined;
    }
  },
  async list(path) {
    try {
      return await files.readdir(path);
    } catch {
      return [];
    }
  },
};
