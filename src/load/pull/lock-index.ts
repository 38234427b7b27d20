import { createHash } from "node:crypto";
import path from "node:path";
import type { LoadContext } from "../load-context.js";
import { lockName, parseLock, type LockedDocument } from "./lock-file.js";

/** The file that a location in a pulled document stands for; undefined when no lock file tells. */
export type LockIndex = (
  base: string,
  location: string,
) => Promise<string | undefined>;

interface Folder {
  readonly byFile: ReadonlyMap<string, LockedDocument>;
  readonly byUrl: ReadonlyMap<string, LockedDocument>;
}

const MAX_LOCK = 16 * 1024 * 1024;

/** Looks locations up in the lock files beside the documents; each lock file is read and compared once. */
export function createLockIndex(context: LoadContext): LockIndex {
  const known = new Map<string, Promise<Folder | undefined>>();
  return async (base, location) => {
    const folder = path.dirname(base);
    const reading = known.get(folder) ?? readFolder(folder, context);
    known.set(folder, reading);
    const locked = await reading;
    const from = locked?.byFile.get(path.basename(base));
    if (locked === undefined || from === undefined) return undefined;
    const origin = from.redirectedTo ?? from.url;
    if (!URL.canParse(location, origin)) return undefined;
    const target = locked.byUrl.get(lockKey(new URL(location, origin).href));
    return target && path.join(folder, target.file);
  };
}

/** A URL without its fragment, which the server never sees. */
export function lockKey(url: string): string {
  return url.replace(/#.*$/s, "");
}

async function readFolder(
  folder: string,
  context: LoadContext,
): Promise<Folder | undefined> {
  const file = path.join(folder, lockName);
  const facts = await context.files.examine(file);
  if (facts?.kind !== "file" || facts.size > MAX_LOCK) return undefined;
  const bytes = await context.files.read(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const documents = parseLock(new TextDecoder().decode(bytes));
  if (documents === undefined) {
    context.sink.report("load/invalid-lock", { path: context.display(file) });
    return undefined;
  }
  for (const document of documents) await compare(document, folder, context);
  return {
    byFile: new Map(documents.map((each) => [each.file, each])),
    byUrl: new Map(documents.map((each) => [lockKey(each.url), each])),
  };
}

/** Says when a document is no longer what the server gave. */
async function compare(
  { file, sha256, url }: LockedDocument,
  folder: string,
  context: LoadContext,
): Promise<void> {
  const target = path.join(folder, file);
  const bytes = await context.files.read(target).catch(() => undefined);
  if (bytes === undefined || hashBytes(bytes) === sha256) return;
  const parameters = { path: context.display(target), url };
  context.sink.report("load/differs-from-lock", parameters);
}

/** SHA-256 in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
