import { randomUUID } from "node:crypto";
import {
  linkSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { attempt, errorCode } from "./failure.js";

export const lockName = ".soapstone.lock";

const pollMilliseconds = 25;
const waitMilliseconds = 60_000;
/** A lock this old is left over: writing takes seconds. */
const staleMilliseconds = 300_000;

/** Locks held by this process: its own process id tells nothing about them. */
const held = new Set<string>();

export type LockResult =
  | { readonly kind: "locked"; release(): void }
  | { readonly kind: "busy"; readonly owner: string };

/** Takes the lock of a folder; waits for a run that holds it, and removes the lock of one that died. */
export async function lockFolder(root: string): Promise<LockResult> {
  const path = join(root, lockName);
  const token = `${process.pid} ${hostname()} ${randomUUID()}\n`;
  const deadline = Date.now() + waitMilliseconds;
  for (;;) {
    if (!held.has(path) && take(path, token)) {
      held.add(path);
      return { kind: "locked", release: () => release(path, token) };
    }
    const owner = readOwner(path);
    if (Date.now() > deadline) {
      return { kind: "busy", owner: `process ${owner.trim() || "unknown"}` };
    }
    if (!held.has(path) && isStale(path, owner)) removeStale(path, owner);
    else await sleep(pollMilliseconds);
  }
}

function take(path: string, token: string): boolean {
  try {
    writeFileSync(path, token, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // A lock that could be created but not filled (disk full) must not stay.
    if (errorCode(error) === "ENOSPC") unlinkQuietly(path);
    // What cannot be written is the folder; nobody asked for the lock.
    return attempt("", () => {
      throw error;
    });
  }
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function isStale(path: string, owner: string): boolean {
  const [id = "", host] = owner.split(" ");
  if (host !== undefined && host === hostname() && !isAlive(Number(id))) {
    return true;
  }
  try {
    return Date.now() - statSync(path).mtimeMs > staleMilliseconds;
  } catch {
    return false;
  }
}

function isAlive(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Two runs may find the same stale lock: only what was seen to be stale is removed, a fresh one is put back. */
function removeStale(path: string, owner: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (readOwner(aside) !== owner) linkSync(aside, path);
  } catch {
    // Someone else was faster; the next attempt sees what is there now.
  }
  unlinkQuietly(aside);
}

function release(path: string, token: string): void {
  held.delete(path);
  if (readOwner(path) === token) unlinkQuietly(path);
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already.
  }
}
