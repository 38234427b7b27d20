import { hash } from "node:crypto";

/** SHA-256 of the UTF-8 bytes, lower-case hexadecimal. */
export function hashText(text: string): string {
  return hash("sha256", text, "hex");
}
