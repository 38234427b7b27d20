/** A refusal of the operating system, carried to the one place that reports it. */
export class OutputFailure extends Error {
  /** Relative to the output folder. */
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

const reasons = new Map([
  ["EACCES", "permission denied"],
  ["ENOENT", "the folder that it belongs into does not exist"],
  ["EPERM", "the operation is not permitted"],
  ["ENOSPC", "no space is left on the device"],
  ["EDQUOT", "the disk quota is used up"],
  ["EROFS", "the file system is read-only"],
  ["ENOTDIR", "a file is where a folder is needed"],
  ["EEXIST", "a file is where a folder is needed"],
  ["EISDIR", "a folder is where a file is needed"],
  ["ENOTEMPTY", "a folder is where a file is needed"],
  ["ENAMETOOLONG", "the path is too long"],
  ["EMFILE", "too many files are open"],
  ["ELOOP", "symbolic links go in circles"],
  ["EXDEV", "it is on another device than the output folder"],
  ["EBUSY", "it is in use"],
]);

/** Runs a file operation; what the operating system refuses becomes an `OutputFailure` about `path`. */
export function attempt<T>(path: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new OutputFailure(path, reasonOf(code));
  }
}

/** Why the operating system refused, in words. */
export function reasonOf(code: string): string {
  return reasons.get(code) ?? code;
}

/** The `code` of a system error, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
