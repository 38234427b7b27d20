/** A file to write, as text. */
export interface OutputFile {
  /** Relative to the folder it belongs to, with `/` separators. */
  readonly path: string;
  readonly text: string;
}

/** A text to write, and the SHA-256 that tells whether it is there. */
export interface HashedText {
  readonly text: string;
  readonly sha256: string;
}

/** An input that the files of a unit were made from. */
export interface OutputSource {
  /** Relative to the project, with `/` separators. */
  readonly path: string;
  readonly sha256: string;
}

/** Files that belong together and share a manifest: those of one service, or the runtime. */
export interface OutputUnit {
  /** Folder inside the output folder; '' is the output folder itself. */
  readonly folder: string;
  readonly files: readonly OutputFile[];
  /** Absent for the runtime. */
  readonly service?: string;
  readonly sources: readonly OutputSource[];
  /** The name table: names once given stay. */
  readonly names: Readonly<Record<string, string>>;
  readonly toolVersion: string;
  /** Hash of the settings that the files depend on. */
  readonly configHash: string;
}

/** The output folder. */
export interface OutputTarget {
  /** Absolute path. */
  readonly root: string;
  /** The path as the user gave it, for messages. */
  readonly shown: string;
}

/** A path inside the output folder as messages show it. */
export function shownPath(target: OutputTarget, path: string): string {
  const shown = target.shown.replaceAll("\\", "/").replace(/\/$/, "");
  if (shown === "." || shown === "") return path;
  return path === "" ? shown : `${shown}/${path}`;
}

/** `folder/path`, where the folder may be ''. */
export function joinPath(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}
