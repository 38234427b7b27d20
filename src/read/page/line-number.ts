import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

const numbered = /^[ \t]*(\d{1,5})[.:|)]?(?:[ \t]|$)/;
const startsMessage = /^\s*(?:<[?\w]|(?:POST|GET)\s+\S|HTTP\/\d)/;

/** Takes line numbers off a listing; a numbered list that holds no message stays as it is. */
export function stripLineNumbers(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const lines = textLines(mapped.text);
  const edits: Edit[] = [];
  for (let index = 0; index < lines.length;) {
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
  if (listing.length < 4) return false;
  return listing.some((line) => {
    const start = line.start + (numberIn(text, line)?.length ?? 0);
    return startsMessage.test(
      text.slice(start, Math.min(line.end, start + 60)),
    );
  });
}
