import { realpathSync, statSync, writeFileSync } from "node:fs";
import { errorCode, reasonOf } from "./failure.js";
import { replaceFile } from "./replace-file.js";

/**
 * Writes one file that the user named, whole or not at all; returns why it could not be, or undefined. A link stays one,
 * and a device is written to: it must not become a file.
 */
export function writeDocument(path: string, text: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return replaceFile(path, text);
    if (found.isFile()) return replaceFile(realpathSync(path), text);
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return reasonOf(code);
  }
}
