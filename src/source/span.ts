/** A place in an input document. Lines and columns count from 1, offsets from 0, all in UTF-16 code units. */
export interface Span {
  /** Path of the document as the user gave it, with `/` separators; never absolute unless the user's was. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
}

/** `file:line:column`, the form editors and terminals make clickable. */
export function formatSpan(span: Span): string {
  return `${span.file}:${span.line}:${span.column}`;
}
