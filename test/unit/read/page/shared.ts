import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../../../../shared/", import.meta.url);

/** The measuring data beside the repository is not part of it; tests that need it skip without it. */
export const hasShared = existsSync(root);

export function sharedUrl(path: string): URL {
  return new URL(path, root);
}

export function readShared(path: string): string {
  return readFileSync(fileURLToPath(sharedUrl(path)), "utf8");
}
