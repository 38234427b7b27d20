/** Name of the file that says where the documents of a folder came from. */
export const lockName = "soapstone.lock.json";

/** One document that was pulled. */
export interface LockedDocument {
  readonly url: string;
  /** Where the server led to, if elsewhere: what the document's own locations are relative to. */
  readonly redirectedTo?: string;
  /** Name in the folder of the lock file. */
  readonly file: string;
  /** Of the bytes. */
  readonly sha256: string;
}

/** The text of a lock file; the document that was asked for comes first. */
export function formatLock(documents: readonly LockedDocument[]): string {
  return `${JSON.stringify({ version: 1, documents }, null, 2)}\n`;
}

/** What a lock file says; undefined when it is not one. Entries that lead out of the folder are left out. */
export function parseLock(text: string): readonly LockedDocument[] | undefined {
  let lock: unknown;
  try {
    lock = JSON.parse(text);
  } catch {
    return undefined;
  }
  const documents = property(lock, "documents");
  if (property(lock, "version") !== 1 || !Array.isArray(documents)) {
    return undefined;
  }
  return documents.flatMap((entry: unknown) => {
    const document = readEntry(entry);
    return document === undefined ? [] : [document];
  });
}

function readEntry(entry: unknown): LockedDocument | undefined {
  const url = property(entry, "url");
  const file = property(entry, "file");
  const sha256 = property(entry, "sha256");
  const redirectedTo = property(entry, "redirectedTo");
  if (typeof url !== "string" || typeof sha256 !== "string") return undefined;
  if (typeof file !== "string" || !/^[\w-][\w.-]*$/.test(file)) {
    return undefined;
  }
  return typeof redirectedTo === "string"
    ? { url, redirectedTo, file, sha256 }
    : { url, file, sha256 };
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
