import { spanAt, type SourceText, type Span } from "../../source/index.js";

/** Half-open range of offsets in a mapped text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A run of mapped text that came from one place of the file. */
interface Piece {
  readonly start: number;
  readonly length: number;
  readonly origin: number;
  /** Equal to `length` where text was copied as it is. */
  readonly originLength: number;
}

/** Text taken out of its wrapping (HTML, comments, string literals), every offset of which leads back to the file. */
export interface MappedText {
  readonly source: SourceText;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** What the capture marks as one placeholder (`<font class=value>`), in order. */
  readonly marks: readonly Range[];
}

/** A replacement of `length` characters from `offset`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly insert: string;
}

export interface MappedTextBuilder {
  /** Length of the text so far. */
  readonly length: number;
  /** Takes over source text as it is. */
  copy(from: number, to: number): void;
  /** Adds text that stands for `originLength` characters of the source. */
  put(text: string, origin: number, originLength: number): void;
  mark(range: Range): void;
  endsWith(text: string): boolean;
  build(): MappedText;
}

export function createMappedTextBuilder(source: SourceText): MappedTextBuilder {
  const chunks: string[] = [];
  const pieces: Piece[] = [];
  const marks: Range[] = [];
  let length = 0;
  let tail = "";
  const put = (text: string, origin: number, originLength: number): void => {
    if (text === "") return;
    chunks.push(text);
    pieces.push({ start: length, length: text.length, origin, originLength });
    length += text.length;
    tail = (tail + text).slice(-8);
  };
  return {
    get length() {
      return length;
    },
    put,
    copy: (from, to) => put(source.text.slice(from, to), from, to - from),
    mark: (range) => void marks.push(range),
    endsWith: (text) => tail.endsWith(text),
    build: () => ({ source, text: chunks.join(""), pieces, marks }),
  };
}

/** The whole file as it is. */
export function mapWhole(source: SourceText): MappedText {
  const builder = createMappedTextBuilder(source);
  builder.copy(0, source.text.length);
  return builder.build();
}

/** Where `offset` of the mapped text stands in the file. */
export function originOf(mapped: MappedText, offset: number): number {
  const piece = pieceAt(mapped, offset);
  if (piece === undefined) return 0;
  const delta = Math.min(offset - piece.start, piece.originLength);
  return piece.length === piece.originLength
    ? piece.origin + delta
    : piece.origin;
}

/** The span in the file of a range of the mapped text. */
export function spanOf(mapped: MappedText, range: Range): Span {
  const start = originOf(mapped, range.start);
  if (range.end <= range.start) return spanAt(mapped.source, start);
  const last = pieceAt(mapped, range.end - 1);
  const end =
    last === undefined || last.length === last.originLength
      ? originOf(mapped, range.end - 1) + 1
      : last.origin + last.originLength;
  return spanAt(mapped.source, start, Math.max(0, end - start));
}

function pieceAt(mapped: MappedText, offset: number): Piece | undefined {
  const { pieces } = mapped;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

/** Applies edits (in order, not overlapping); linear in pieces and edits. */
export function editMapped(
  mapped: MappedText,
  edits: readonly Edit[],
): MappedText {
  if (edits.length === 0) return mapped;
  const builder = createMappedTextBuilder(mapped.source);
  let position = 0;
  let piece = 0;
  const copyTo = (end: number): void => {
    while (position < end) {
      const current = mapped.pieces[piece];
      if (current === undefined) return;
      const stop = Math.min(end, current.start + current.length);
      copyPart(builder, mapped, { piece: current, start: position, end: stop });
      position = stop;
      if (stop === current.start + current.length) piece++;
    }
  };
  for (const edit of edits) {
    copyTo(edit.offset);
    const end = edit.offset + edit.length;
    const origin = originOf(mapped, edit.offset);
    const after = spanOf(mapped, { start: edit.offset, end });
    builder.put(edit.insert, origin, after.length);
    position = Math.max(position, end);
    piece = skipTo(mapped.pieces, piece, position);
  }
  copyTo(mapped.text.length);
  const shifted = builder.build();
  return { ...shifted, marks: shiftMarks(mapped.marks, edits) };
}

function copyPart(
  builder: MappedTextBuilder,
  mapped: MappedText,
  part: { readonly piece: Piece; readonly start: number; readonly end: number },
): void {
  const { piece, start, end } = part;
  const text = mapped.text.slice(start, end);
  if (piece.length !== piece.originLength)
    builder.put(text, piece.origin, piece.originLength);
  else builder.put(text, piece.origin + start - piece.start, end - start);
}

function skipTo(
  pieces: readonly Piece[],
  from: number,
  position: number,
): number {
  let index = from;
  for (;;) {
    const piece = pieces[index];
    if (piece === undefined || piece.start + piece.length > position)
      return index;
    index++;
  }
}

function shiftMarks(
  marks: readonly Range[],
  edits: readonly Edit[],
): readonly Range[] {
  const deltas = [0];
  for (const edit of edits)
    deltas.push((deltas.at(-1) ?? 0) + edit.insert.length - edit.length);
  const shift = (offset: number): number => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = edits[middle];
      if (edit !== undefined && edit.offset + edit.length <= offset)
        low = middle + 1;
      else high = middle;
    }
    return offset + (deltas[low] ?? 0);
  };
  return marks.map((mark) => {
    const start = shift(mark.start);
    return { start, end: Math.max(start, shift(mark.end)) };
  });
}
