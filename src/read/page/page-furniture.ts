import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

const messageStart = /<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s>])/;
const messageEnd = /<\/(?:[\w.-]{1,40}:)?Envelope\s*>/;
const startLine = /^(?:(?:POST|GET)[ \t]+\S|HTTP\/\d)/;
const header = /^(?:Host|Content[ -]{1,3}\w{1,20}|SOAPAction)[ \t]?:/i;
const form = /^[^\s=&<>]{1,100}=[^\s<>]*$/;
/** `12`, `- 12 -`, `Page 3 of 9`, `Seite 3/9`. */
const pageNumber =
  /^\W{0,4}(?:\p{L}{1,12}\.?[ \t]{1,4})?\d{1,4}(?:[ \t]{0,4}(?:\/|\p{L}{1,4})[ \t]{0,4}\d{1,4})?\W{0,4}$/u;
/** What is longer is no header or footer. */
const MAXIMUM_LENGTH = 200;

interface Line extends Range {
  readonly text: string;
}

/**
 * Takes out what a printed document puts between its pages, where a page ends within a message: numbers, and headers and
 * footers that come again and again.
 */
export function stripPageFurniture(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const lines = textLines(mapped.text).map(({ start, end }): Line => ({
    start,
    end,
    text: mapped.text.slice(start, Math.min(end, start + 4000)).trim(),
  }));
  if (!lines.some(({ text }) => messageStart.test(text))) return mapped;
  const counts = countLines(lines);
  const edits = runsInMessages(lines)
    .filter((run) => isFurniture(run, counts))
    .flatMap((run) => run.lines.flatMap(removal));
  const [first] = edits;
  if (first === undefined) return mapped;
  log.add("took headers, footers and page numbers out of messages", mapped, {
    start: first.offset,
    end: first.offset + first.length,
  });
  return editMapped(mapped, edits);
}

/** Digits apart: they count the pages. */
function keyOf(text: string): string {
  return text.replace(/\d+/g, "#").replace(/\s+/g, " ");
}

function countLines(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text === "" || text.length > MAXIMUM_LENGTH) continue;
    const key = keyOf(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Lines without markup between two that have some, or between a head and its message. */
interface Run {
  readonly lines: readonly Line[];
  readonly before: string;
  readonly after: string;
}

function runsInMessages(lines: readonly Line[]): readonly Run[] {
  const runs: Run[] = [];
  let isInside = false;
  let before = "";
  let run: Line[] = [];
  for (const line of lines) {
    const { text } = line;
    if (!isCode(text)) {
      if (isInside && text !== "") run.push(line);
      continue;
    }
    if (run.length > 0) runs.push({ lines: run, before, after: text });
    run = [];
    before = text;
    if (messageStart.test(text) || startLine.test(text)) isInside = true;
    if (messageEnd.test(text)) isInside = false;
  }
  return runs;
}

function isCode(text: string): boolean {
  if (text.startsWith("<") || text.endsWith(">")) return true;
  return startLine.test(text) || header.test(text) || form.test(text);
}

function isFurniture(
  { lines, before, after }: Run,
  counts: ReadonlyMap<string, number>,
): boolean {
  // prose follows a head that has no message
  if (lines.length > 6 || startLine.test(after)) return false;
  const isHead = header.test(before) || startLine.test(before);
  if (!isHead && !before.endsWith(">")) return false;
  if (!after.startsWith("<") && !(isHead && isCode(after))) return false;
  // the text of one element, on a line of its own
  if (/<[\w.:-]+[^<>/]*>$/.test(before) && after.startsWith("</")) return false;
  return lines.every(({ text }) => {
    if (pageNumber.test(text)) return true;
    const isAgain = (counts.get(keyOf(text)) ?? 0) > 1;
    return isAgain && isTitle(text);
  });
}

/** Several words, and no more than a line of them. */
function isTitle(text: string): boolean {
  return (
    text.length <= MAXIMUM_LENGTH &&
    /[ \t]/.test(text) &&
    !/[<>=]|^[\w -]{1,40}:/.test(text)
  );
}

function removal({ start, end }: Line): Edit {
  return { offset: start, length: end - start, insert: "" };
}
