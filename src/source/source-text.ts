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

/** Searches for both kinds of line ends at once: looking at every character takes several times as long. */
function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (feed !== -1 || carriage !== -1) {
    const isFeed = carriage === -1 || (feed !== -1 && feed < carriage);
    const isPair = !isFeed && feed === carriage + 1;
    starts.push((isFeed || isPair ? feed : carriage) + 1);
    if (isFeed || isPair) feed = text.indexOf("\n", feed + 1);
    if (!isFeed) carriage = text.indexOf("\r", carriage + 1);
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
  let end = source.lineStarts[line] ?? source.text.length;
  // Backwards: a line of megabytes may be shown for each of many findings.
  while (end > start && /[\r\n]/.test(source.text[end - 1] ?? "")) end--;
  return source.text.slice(start, end);
}
