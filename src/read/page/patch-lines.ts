import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

const hunk = /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/;
const nextFile = /^(?:diff |index |--- |\+\+\+ |Index: |={20})/;

/** What a patch leaves of a page: lines added and lines around them, without the marks before them. */
export function applyPatch(mapped: MappedText, log: RepairLog): MappedText {
  const { text } = mapped;
  if (!/^@@ -/m.test(text)) return mapped;
  const lines = textLines(text);
  const edits: Edit[] = [];
  let isInside = false;
  for (const [index, { start, end }] of lines.entries()) {
    const head = text.slice(start, Math.min(end, start + 60));
    const isHunk = hunk.test(head);
    if (isHunk || nextFile.test(head)) {
      isInside = isHunk;
      edits.push({ offset: start, length: end - start, insert: "" });
      continue;
    }
    if (!isInside || head === "") continue;
    const next = lines[index + 1]?.start ?? end;
    if (/^[-\\]/.test(head))
      edits.push({ offset: start, length: next - start, insert: "" });
    else if (/^[ +]/.test(head))
      edits.push({ offset: start, length: 1, insert: "" });
    else isInside = false;
  }
  const [first] = edits;
  if (first === undefined) return mapped;
  log.add("took the marks of a patch off", mapped, {
    start: first.offset,
    end: first.offset + first.length,
  });
  return editMapped(mapped, edits);
}
