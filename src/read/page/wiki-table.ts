import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import { textLines } from "./text-lines.js";

/** Writes MediaWiki's tables, `{|` to `|}`, with one row on each line, as Markdown has them. */
export function flattenWikiTables(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!/^\{\|/m.test(text) || !/^\|\}/m.test(text)) return mapped;
  const edits: Edit[] = [];
  let isInside = false;
  let previous: Range | undefined;
  for (const line of textLines(text)) {
    const head = text.slice(line.start, Math.min(line.end, line.start + 2));
    if (head === "{|") isInside = true;
    const isMark = /^(?:\{\||\|\}|\|-|\|\+)/.test(head);
    if (isInside && isMark) {
      previous = undefined;
      const length = line.end - line.start;
      edits.push({ offset: line.start, length, insert: "---" });
    } else if (isInside && /^[|!]/.test(head)) {
      addCells(edits, text, { line, previous });
      previous = line;
    } else previous = undefined;
    if (head === "|}") isInside = false;
  }
  return editMapped(mapped, edits);
}

/** A line of cells; cells on lines of their own are joined to the row. */
function addCells(
  edits: Edit[],
  text: string,
  place: { readonly line: Range; readonly previous: Range | undefined },
): void {
  const { line, previous } = place;
  if (previous !== undefined)
    edits.push({
      offset: previous.end,
      length: line.start - previous.end,
      insert: " ",
    });
  const isHeader = text.charAt(line.start) === "!";
  edits.push({ offset: line.start, length: 1, insert: "|" });
  const separator = isHeader ? /!!|\|\|/g : /\|\|/g;
  const cells = text.slice(line.start + 1, line.end);
  for (const match of cells.matchAll(separator)) {
    const offset = line.start + 1 + match.index;
    edits.push({ offset, length: 2, insert: "|" });
  }
}
