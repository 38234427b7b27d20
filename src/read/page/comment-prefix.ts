import { appendAll } from "./append-all.js";
import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

/** What stands before each line where a message was pasted into a source file, a mail, a list or a patch. */
const prefix =
  /^[ \t]*(\/{2,3}!?|'|\*|#|--|;;?|%|[>|](?:[ \t]?[>|]){0,9}|rem\b|[-+•·▪◦])(?!\/)/i;
/** The beginning of a message, after the prefix. */
const messageLine =
  /^\s*(?:<[?!\w/]|(?:POST|GET)\s+\S+|HTTP\/\d\.\d\s+\d{3}|SOAPAction\s*:)/i;
/** Lists and tables may name an element in each line: only a head or a whole envelope makes them a message. */
const listMark = /^[-+•·▪◦|]$/;
const startLine = /^\s*(?:(?:POST|GET)\s+\S+\s+)?HTTP\/\d/;
const envelopeEnd = /^\s*<\/(?:[\w.-]{1,40}:)?Envelope\s*>/;
/** The end of a line in a table of one column. */
const closingBar = /[ \t]*\|[ \t]*$/;

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
      if (holdsMessage(mapped.text, mark, block)) {
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
  return prefix.exec(head)?.[1]?.toLowerCase().replace(/[ \t]/g, "");
}

function holdsMessage(
  text: string,
  mark: string,
  block: readonly Range[],
): boolean {
  if (block.length < 2) return false;
  if (mark === "|" && block.some((line) => hasCells(text, line))) return false;
  const isBeginning = (pattern: RegExp): boolean =>
    block.some((line) => {
      const head = text.slice(line.start, Math.min(line.end, line.start + 300));
      const length = prefix.exec(head)?.[0].length ?? 0;
      return pattern.test(head.slice(length));
    });
  return listMark.test(mark)
    ? isBeginning(startLine) || isBeginning(envelopeEnd)
    : isBeginning(messageLine);
}

/** A bar between the first and the last of a line. */
function hasCells(text: string, { start, end }: Range): boolean {
  const first = text.indexOf("|", start);
  const second = text.indexOf("|", first + 1);
  if (second < 0 || second >= end) return false;
  return text.slice(second + 1, end).trim() !== "";
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
  return block.flatMap((line, index) => {
    const length = lengths[index] ?? 0;
    const extra = isSpaced && line.start + length < line.end ? 1 : 0;
    const edit = { offset: line.start, length: length + extra, insert: "" };
    const closing = closingEdit(text, line, length);
    return closing === undefined ? [edit] : [edit, closing];
  });
}

function closingEdit(
  text: string,
  line: Range,
  length: number,
): Edit | undefined {
  if (!text.slice(line.start, line.start + length).endsWith("|"))
    return undefined;
  const from = Math.max(line.start + length + 1, line.end - 200);
  const found = closingBar.exec(text.slice(from, line.end));
  return found === null
    ? undefined
    : { offset: from + found.index, length: found[0].length, insert: "" };
}
