import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";

/** Whether there is anything to do: most pages have none of these. */
const unusual =
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  /[\u0000-\u0008\u000e-\u001f\u007f\u0085\u00a0\u00ad\u1680\u2000-\u200b\u200e-\u2011\u2028-\u202f\u205f-\u206f\u3000\ufb00-\ufb06\ufeff]|[ \t]{40}/;
const unusualRun =
  // oxlint-disable-next-line no-control-regex -- colours of a terminal
  /\u001b\[[\d;]{0,20}[A-Za-z]|[\ufb00-\ufb06]|\r?[\u0085\u2028\u2029]\r?\n?|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|[\u2010\u2011]|[ \t]{40,}/g;

/**
 * Puts line ends, blanks and hyphens of typography into plain ones, and takes out what cannot be seen: marks of
 * direction, soft hyphens, places where a line may break, control characters. Word processors, PDF readers and web pages leave them
 * inside names and tags. Joiners (U+200C, U+200D) stay: they are spelling in some scripts.
 */
export function normaliseCharacters(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const { text } = mapped;
  if (!unusual.test(text)) return mapped;
  const edits: Edit[] = [];
  const logged = new Set<string>();
  for (const match of text.matchAll(unusualRun)) {
    const { index: offset } = match;
    const { length } = match[0];
    const insert = plain(match[0], text.charAt(offset + length));
    if (insert === undefined) continue;
    edits.push({ offset, length, insert });
    const repair = offset === 0 ? undefined : repairOf(match[0]);
    if (repair === undefined || logged.has(repair)) continue;
    logged.add(repair);
    log.add(repair, mapped, { start: offset, end: offset + length });
  }
  return editMapped(mapped, edits);
}

/** U+FB00 to U+FB06, which PDF readers copy in place of letters. */
const ligatures: readonly string[] = [
  ...["ff", "fi", "fl", "ffi", "ffl", "st", "st"],
];

function plain(run: string, next: string): string | undefined {
  const first = run.charAt(0);
  // lines padded to the width of a screen
  if (first === " " || first === "\t")
    return next === "\n" || next === "\r" || next === "" ? "" : undefined;
  const ligature = ligatures[first.charCodeAt(0) - 0xfb00];
  if (ligature !== undefined) return ligature;
  if (/[\r\u0085\u2028\u2029]/.test(first)) return "\n";
  if (/[\u2010\u2011]/.test(first)) return "-";
  return /\s/.test(first) && first !== "\ufeff" ? " ".repeat(run.length) : "";
}

/** Blanks and line ends say the same as before; a byte order mark may begin a file. */
function repairOf(run: string): string | undefined {
  if (/[\u2010\u2011]/.test(run))
    return "read a hyphen of typography as a plain one";
  if (/[\ufb00-\ufb06]/.test(run)) return "read ligatures as letters";
  const isBlank = /^[^\S\ufeff]|\u0085/.test(run);
  return isBlank ? undefined : "took invisible characters out";
}
