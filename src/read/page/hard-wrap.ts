import { appendAll } from "./append-all.js";
import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

const blockStart = /<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s>])/;
const blockEnd = /^[ \t]*$|^[ \t]*(?:HTTP\/\d|(?:POST|GET) |```|~~~)/;
/** Viewers that show where they wrapped: `↪` before the rest of the line. */
const arrow = /\r?\n[ \t]*[↪↳⤷⏎⤶↵][ \t]?/g;
/** Narrower windows are no windows. */
const MINIMUM_WIDTH = 30;
/** So many lines must be full, and end within a tag or a word. */
const MINIMUM_COUNT = 3;

/** Joins lines that a window or a terminal broke at one column, wherever it fell: inside names, too. */
export function joinHardWraps(mapped: MappedText, log: RepairLog): MappedText {
  return joinColumns(joinArrows(mapped, log), log);
}

function joinArrows(mapped: MappedText, log: RepairLog): MappedText {
  const edits = [...mapped.text.matchAll(arrow)].map(
    ({ index, 0: { length } }): Edit => ({ offset: index, length, insert: "" }),
  );
  report(log, mapped, edits);
  return editMapped(mapped, edits);
}

function joinColumns(mapped: MappedText, log: RepairLog): MappedText {
  const { text } = mapped;
  const lines = textLines(text);
  const edits: Edit[] = [];
  for (let index = 0; index < lines.length;) {
    const end = endOfBlock(text, lines, index);
    if (end > index + MINIMUM_COUNT)
      appendAll(edits, blockEdits(text, lines.slice(index, end)));
    index = Math.max(end, index + 1);
  }
  report(log, mapped, edits);
  return editMapped(mapped, edits);
}

function report(
  log: RepairLog,
  mapped: MappedText,
  edits: readonly Edit[],
): void {
  const [first] = edits;
  if (first === undefined) return;
  const range = { start: first.offset, end: first.offset + first.length };
  log.add("joined lines that were broken at one column", mapped, range);
}

/** Index after the lines of a message that starts in a line; that line where none does. */
function endOfBlock(
  text: string,
  lines: readonly Range[],
  index: number,
): number {
  const startsAt = (line: Range): boolean =>
    blockStart.test(head(text, line, 400));
  const first = lines[index];
  if (first === undefined || !startsAt(first)) return index;
  let end = index + 1;
  while (end < lines.length) {
    const line = lines[end];
    if (line === undefined || blockEnd.test(head(text, line, 20))) break;
    end++;
  }
  return end;
}

function head(text: string, { start, end }: Range, length: number): string {
  return text.slice(start, Math.min(end, start + length));
}

function blockEdits(text: string, block: readonly Range[]): readonly Edit[] {
  let width = 0;
  for (const { start, end } of block) width = Math.max(width, end - start);
  if (width < MINIMUM_WIDTH) return [];
  const edits: Edit[] = [];
  for (const [index, line] of block.entries()) {
    const next = block[index + 1];
    if (next === undefined || line.end - line.start < width) continue;
    if (isBroken(text, line, next))
      edits.push({
        offset: line.end,
        length: next.start - line.end,
        insert: "",
      });
  }
  return edits.length < MINIMUM_COUNT ? [] : edits;
}

/** Neither a whole tag nor a blank at the break. */
function isBroken(text: string, line: Range, next: Range): boolean {
  const before = text.charAt(line.end - 1);
  const after = text.charAt(next.start);
  return before !== ">" && after !== "<" && /\S/.test(before);
}
