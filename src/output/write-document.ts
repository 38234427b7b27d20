import { renameSync, rmSync, writeFileSync } from "node:fs";
import { errorCode } from "./failure.js";

/** Writes one file that the user named, whole or not at all; returns why it could not be, or undefined. */
export function writeDocument(
  path: string,
  text: string | Uint8Array,
): string | undefined {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    rmSync(temporary, { force: true });
    return code;
  }
}
