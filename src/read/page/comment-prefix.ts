import { appendAll } from "./append-all.js";
import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

/** What stands before each line where a message was pasted into a source file or a mail. */
const prefix = /^[ \t]*(\/{2,3}!?|'|\*|#|--|;;?|%|>|rem\b)(?!\/)/i;
/** The beginning of a message, after the prefix. */
const messageLine =
  /^\s*(?:<[?!\w/]|(?:POST|GET)\s+\S+|HTTP\/\d\.\d\s+\d{3}|SOAPAction\s*:)/i;

/** Takes comment prefixes off blocks of lines that hold a message. */
export function stripCommentPrefixes(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const lines = textLines(mapped.text);
  const edits: Edit[] = [];
  for (let index = 0; index < lines.length;) {
    const mark = prefixOf(mapped.text, lines[index]);
    let end = index + 1;
    if (mark !== undefined) {
      while (end < lines.length && prefixOf(mapped.text, lines[end]) === mark)
        end++;
      const block = lines.slice(index, end);
      if (holdsMessage(mapped.text, block)) {
        appendAll(edits, blockEdits(mapped.text, block));
        log.add(`took the comment prefix ${mark} off`, mapped, {
          start: block[0]?.start ?? 0,
          end: block.at(-1)?.end ?? 0,
        });
      }
    }
    index = end;
  }
  return editMapped(mapped, edits);
}

function prefixOf(text: string, line: Range | undefined): string | undefined {
  if (line === undefined) return undefined;
  const head = text.slice(line.start, Math.min(line.end, line.start + 200));
  return prefix.exec(head)?.[1]?.toLowerCase();
}

function holdsMessage(text: string, block: readonly Range[]): boolean {
  if (block.length < 2) return false;
  return block.some((line) => {
    const head = text.slice(line.start, Math.min(line.end, line.start + 300));
    const length = prefix.exec(head)?.[0].length ?? 0;
    return messageLine.test(head.slice(length));
  });
}

function blockEdits(text: string, block: readonly Range[]): readonly Edit[] {
  const lengths = block.map(
    (line) =>
      prefix.exec(
        text.slice(line.start, Math.min(line.end, line.start + 200)),
      )?.[0].length ?? 0,
  );
  const isSpaced = block.every((line, index) => {
    const next = line.start + (lengths[index] ?? 0);
    return next === line.end || text[next] === " ";
  });
  return block.map((line, index) => {
    const length = lengths[index] ?? 0;
    const extra = isSpaced && line.start + length < line.end ? 1 : 0;
    return { offset: line.start, length: length + extra, insert: "" };
  });
}
