import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import { textLines } from "./text-lines.js";

/** `|===`; other characters make tables of comma-separated values, which have no bars. */
const fence = /^\|={3,}\s*$/;
/** A bar that begins a cell, with what may stand before it: `2+|`, `a|`, `^.^|`. */
const cellStart =
  /(?:^|(?<=\s))(?:\d{0,3}(?:\.\d{1,3})?[+*])?[<^>.]{0,4}[adehlmsv]?\|/g;

/** Writes AsciiDoc's tables, whose cells may stand on lines of their own, with one row on each line. */
export function flattenAsciidocTables(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!/^\|={3,}\s*$/m.test(text)) return mapped;
  const edits: Edit[] = [];
  let inside: Range[] | undefined;
  for (const line of textLines(text)) {
    if (
      !fence.test(text.slice(line.start, Math.min(line.end, line.start + 40)))
    ) {
      inside?.push(line);
      continue;
    }
    for (const edit of rowEdits(text, inside ?? [])) edits.push(edit);
    inside = inside === undefined ? [] : undefined;
    const length = line.end - line.start;
    edits.push({ offset: line.start, length, insert: "" });
  }
  return editMapped(
    mapped,
    edits.toSorted((a, b) => a.offset - b.offset),
  );
}

/** The first line that has cells tells how many a row has. */
function rowEdits(text: string, lines: readonly Range[]): readonly Edit[] {
  const filled = lines.filter(
    ({ start, end }) => text.slice(start, end).trim() !== "",
  );
  const counts = filled.map(({ start, end }) =>
    cellsIn(text.slice(start, end)),
  );
  const columns = counts.find((count) => count > 0) ?? 0;
  if (columns < 2) return [];
  let cells = 0;
  return filled.flatMap((line, index) => {
    cells += counts[index] ?? 0;
    const next = filled[index + 1];
    if (next === undefined)
      return [{ offset: line.end, length: 0, insert: "|" }];
    const isComplete = cells % columns === 0 && (counts[index + 1] ?? 0) > 0;
    const insert = isComplete ? "|\n" : " ";
    return [{ offset: line.end, length: next.start - line.end, insert }];
  });
}

function cellsIn(line: string): number {
  return [...line.matchAll(cellStart)].length;
}
