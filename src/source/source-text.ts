import type { Span } from "./span.js";

/** The text of one input document and where its lines start. */
export interface SourceText {
  /** Path as shown to the user, with `/` separators. */
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of every line; LF, CR LF and lone CR end a line. */
  readonly lineStarts: readonly number[];
}

export function createSourceText(path: string, text: string): SourceText {
  return {
    path: path.replaceAll("\\", "/"),
    text,
    lineStarts: findLineStarts(text),
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    // The common case, several times as fast on large documents.
    let end = text.indexOf("\n");
    for (; end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10))
      starts.push(i + 1);
  }
  return starts;
}

/** The span of `length` characters from `offset`; finds the line in O(log lines). */
export function spanAt(source: SourceText, offset: number, length = 0): Span {
  const line = lineIndexAt(source, offset);
  const column = offset - (source.lineStarts[line] ?? 0) + 1;
  return { file: source.path, line: line + 1, column, offset, length };
}

function lineIndexAt(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a line (1-based), without its line end. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/[\r\n]+$/, "");
}
