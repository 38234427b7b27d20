import { appendAll } from "./append-all.js";
import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

const numbered =
  /^[ \t]*(?:L|line )?[[(]?(\d{1,5})(?:\]|\))?(?:[.:|]|(?!\d))(?:[ \t]|$)?/i;
const startLine = /^\s*(?:POST|GET|HTTP\/\d)/;
const header = /^\s*(?:Host|Content-Type|SOAPAction)\s*:/i;
const startsMessage = /^\s*(?:<[?\w]|(?:POST|GET)\s+\S|HTTP\/\d)/;

/** Takes line numbers off a listing; a numbered list that holds no message stays as it is. */
export function stripLineNumbers(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const lines = textLines(mapped.text);
  const edits: Edit[] = [];
  for (let index = 0; index < lines.length;) {
    const alternating = endOfAlternating(mapped.text, lines, index);
    if (alternating !== undefined) {
      appendAll(
        edits,
        dropNumbers(mapped, lines.slice(index, alternating), log),
      );
      index = alternating;
      continue;
    }
    const end = endOfListing(mapped.text, lines, index);
    const listing = lines.slice(index, end);
    const [first] = listing;
    if (first !== undefined && isListing(mapped.text, listing)) {
      for (const line of listing)
        edits.push({
          offset: line.start,
          length: numberIn(mapped.text, line)?.length ?? 0,
          insert: "",
        });
      log.add("took the line numbers off a listing", mapped, {
        start: first.start,
        end: listing.at(-1)?.end ?? first.end,
      });
    }
    index = end;
  }
  return editMapped(mapped, edits);
}

const numberAlone = /^[ \t]*(\d{1,5})[ \t]*$/;

function numberAloneIn(text: string, line: Range | undefined): number {
  if (line === undefined || line.end - line.start > 40) return Number.NaN;
  const found = numberAlone.exec(text.slice(line.start, line.end))?.[1];
  return found === undefined ? Number.NaN : Number(found);
}

/**
 * Tables with a column of numbers become lines in turn: a number, a line of the listing, the next number. Index
 * after them; undefined where they hold no message.
 */
function endOfAlternating(
  text: string,
  lines: readonly Range[],
  from: number,
): number | undefined {
  const first = numberAloneIn(text, lines[from]);
  if (Number.isNaN(first)) return undefined;
  let end = from;
  let hasMessage = false;
  for (let count = 0; ; count++) {
    if (numberAloneIn(text, lines[end]) !== first + count) break;
    const next = lines[end + 1];
    // of an empty line nothing may be left but its number
    const isEmpty = numberAloneIn(text, next) === first + count + 1;
    if (next !== undefined && !isEmpty)
      hasMessage ||= startsMessage.test(
        text.slice(next.start, Math.min(next.end, next.start + 60)),
      );
    end += isEmpty ? 1 : 2;
  }
  const isLong = end - from >= 8;
  return isLong && hasMessage ? Math.min(end, lines.length) : undefined;
}

/** Takes the lines out that are only numbers, with their ends. */
function dropNumbers(
  mapped: MappedText,
  lines: readonly Range[],
  log: RepairLog,
): readonly Edit[] {
  const { text } = mapped;
  const start = lines[0]?.start ?? 0;
  log.add("took the line numbers off a listing", mapped, {
    start,
    end: lines.at(-1)?.end ?? start,
  });
  let expected = numberAloneIn(text, lines[0]);
  return lines.flatMap((line, index) => {
    if (numberAloneIn(text, line) !== expected) return [];
    expected++;
    const isEmpty = numberAloneIn(text, lines[index + 1]) === expected;
    const end = isEmpty ? line.end : (lines[index + 1]?.start ?? line.end);
    return [{ offset: line.start, length: end - line.start, insert: "" }];
  });
}

/** Index after the lines that count up one by one from a line. */
function endOfListing(
  text: string,
  lines: readonly Range[],
  from: number,
): number {
  const first = numberIn(text, lines[from]);
  if (first === undefined) return from + 1;
  let end = from + 1;
  while (numberIn(text, lines[end])?.value === first.value + end - from) end++;
  return end;
}

function numberIn(
  text: string,
  line: Range | undefined,
): { readonly value: number; readonly length: number } | undefined {
  if (line === undefined) return undefined;
  const head = text.slice(line.start, Math.min(line.end, line.start + 60));
  const match = numbered.exec(head);
  if (match === null) return undefined;
  return { value: Number(match[1]), length: match[0].length };
}

function isListing(text: string, listing: readonly Range[]): boolean {
  const contents = listing.map((line) => {
    const start = line.start + (numberIn(text, line)?.length ?? 0);
    return text.slice(start, Math.min(line.end, start + 60));
  });
  const [first = "", second = ""] = contents;
  if (listing.length < 4) return startLine.test(first) && header.test(second);
  return contents.some((content) => startsMessage.test(content));
}
