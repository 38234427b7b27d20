import { writeFileSync } from "node:fs";
import { errorCode } from "./failure.js";

/** Writes a file that must not exist yet; returns why it could not be, or undefined. */
export function writeNewFile(path: string, text: string): string | undefined {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return code === "EEXIST" ? "it exists already" : code;
  }
}
