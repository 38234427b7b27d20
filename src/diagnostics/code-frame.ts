import { lineText, type SourceText, type Span } from "../source/index.js";
import type { Palette } from "./palette.js";
import { printable } from "./printable.js";

/** Widest part of a source line that is shown; minified documents have lines of megabytes. */
const maxWidth = 100;
/** How much of a long line is kept left of the place. */
const leftContext = 40;

/** The source line of a span with the span underlined: three lines without a final line end. */
export function codeFrame(
  source: SourceText,
  span: Span,
  palette: Palette,
): string {
  const line = lineText(source, span.line);
  const start = Math.min(span.column - 1, line.length);
  const from = start > maxWidth - leftContext ? start - leftContext : 0;
  const shown = line.slice(from, from + maxWidth);
  const ahead = from > 0 ? "…" : "";
  const after = from + maxWidth < line.length ? "…" : "";
  const left = ahead.length + start - from;
  const length = underlineLength(span, shown.length - (start - from));
  const number = String(span.line);
  const margin = " ".repeat(number.length);
  const bar = palette.dim("|");
  const text = `${ahead}${printable(shown)}${after}`;
  const underline = `${padding(text.slice(0, left))}${palette.strong("^".repeat(length))}`;
  return [
    `${margin} ${bar}`,
    `${palette.dim(number)} ${bar} ${text}`,
    `${margin} ${bar} ${underline}`,
  ].join("\n");
}

/** A span over several lines is underlined to the end of its first. */
function underlineLength(span: Span, room: number): number {
  return Math.max(1, Math.min(span.length, room));
}

/** Blanks as wide as the text: most East Asian characters take two columns. */
function padding(text: string): string {
  return text.replace(/[^]/gu, (character) =>
    wideCharacter.test(character) ? "  " : " ",
  );
}

const wideCharacter =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
