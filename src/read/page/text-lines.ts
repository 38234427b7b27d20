import type { Range } from "./mapped-text.js";

/** The lines of a text, without their ends (LF, CR LF, lone CR). */
export function textLines(text: string): readonly Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index === text.length ? 10 : text.charCodeAt(index);
    if (code !== 10 && code !== 13) continue;
    lines.push({ start, end: index });
    if (code === 13 && text.charCodeAt(index + 1) === 10) index++;
    start = index + 1;
  }
  return lines;
}
