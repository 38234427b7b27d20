import type { DiagnosticSink } from "../diagnostics/index.js";
import { spanAt, type SourceText, type Span } from "../source/index.js";

/** A span whose length is not known yet. */
export type OpenSpan = { -readonly [Key in keyof Span]: Span[Key] };

/** A qualified name in its two parts. */
export interface SplitName {
  /** As written. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
}

/** Where the scan of a document stands. */
export interface Cursor {
  readonly source: SourceText;
  readonly text: string;
  readonly sink: DiagnosticSink;
  /** Text entities declared in the document itself. */
  readonly entities: Map<string, string>;
  /** Names met so far, judged and split once. */
  readonly names: Map<string, SplitName>;
  /** Characters that entities may still expand to. */
  expansionLeft: number;
  position: number;
  /** Index of the line of the last span; spans are asked for in document order. */
  line: number;
}

export function createCursor(source: SourceText, sink: DiagnosticSink): Cursor {
  const entities = new Map<string, string>();
  const { text } = source;
  return {
    source,
    text,
    sink,
    entities,
    names: new Map(),
    expansionLeft: 0,
    position: 0,
    line: 0,
  };
}

/** Like `spanAt`, in constant time when offsets grow from call to call. */
export function spanFrom(
  cursor: Cursor,
  offset: number,
  length: number,
): OpenSpan {
  const { lineStarts, path } = cursor.source;
  if (offset < (lineStarts[cursor.line] ?? 0)) {
    return spanAt(cursor.source, offset, length);
  }
  let next = lineStarts[cursor.line + 1];
  while (next !== undefined && next <= offset) {
    cursor.line++;
    next = lineStarts[cursor.line + 1];
  }
  const start = lineStarts[cursor.line] ?? 0;
  const column = offset - start + 1;
  return { file: path, line: cursor.line + 1, column, offset, length };
}
