import {
  chmodSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { errorCode, reasonOf } from "./failure.js";

/**
 * Puts a file in a place, whole or not at all; returns why it could not be, or undefined. A file that was there gives
 * its permissions; a link is replaced, not followed.
 */
export function replaceFile(
  path: string,
  content: string | Uint8Array,
): string | undefined {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: "wx" });
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() === true) chmodSync(temporary, found.mode);
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    rmSync(temporary, { force: true });
    return reasonOf(code);
  }
}
