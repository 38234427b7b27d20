import type { Range } from "./mapped-text.js";

/**
 * The alternatives of a placeholder, where the capture marks each. A single mark says nothing that the text
 * does not, unless the text reads like several.
 */
export function markedLiterals(
  text: string,
  marks: readonly Range[],
  range: Range,
): readonly string[] | undefined {
  const literals: string[] = [];
  let position = range.start;
  for (let index = firstMark(marks, range.start); ; index++) {
    const mark = marks[index];
    if (mark === undefined || mark.end > range.end) break;
    const gap = text.slice(position, mark.start).trim();
    if (gap !== (literals.length === 0 ? "" : "or")) return undefined;
    literals.push(text.slice(mark.start, mark.end).trim());
    position = mark.end;
  }
  if (text.slice(position, range.end).trim() !== "") return undefined;
  const isPlain = literals.length === 1 && !/\sor\s/.test(literals[0] ?? "");
  return literals.length === 0 || isPlain ? undefined : literals;
}

function firstMark(marks: readonly Range[], start: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
