import type { MappedText, Range } from "./mapped-text.js";
import { splitGlued } from "./glued-line.js";
import { textLines } from "./text-lines.js";

/** A line of the page outside all messages, as Markdown or plain text. */
export interface ProseLine {
  readonly kind: "heading" | "item" | "row" | "text" | "decoration";
  /** Headings: 1 to 6, 7 for a line in bold; items: columns of indentation. */
  readonly level: number;
  /** Without marks of notation. */
  readonly text: string;
  /** Rows: the cells. Items: the number, if the list is numbered, and the text. */
  readonly cells: readonly string[];
  readonly range: Range;
  /** How many messages stand before it. */
  readonly exchangesBefore: number;
  /** A blank line stands before it. */
  readonly afterBlank: boolean;
}

/** A part of the page that is no prose. */
export interface TakenRange extends Range {
  /** A message; other parts are not counted. */
  readonly isMessage: boolean;
}

/** The lines of a page that belong to no message, in order; blank ones are left out. */
export function readProse(
  mapped: MappedText,
  taken: readonly TakenRange[],
): readonly ProseLine[] {
  const lines: ProseLine[] = [];
  let next = 0;
  let exchangesBefore = 0;
  let afterBlank = true;
  for (const line of textLines(mapped.text)) {
    let start = line.start;
    for (;;) {
      const range = taken[next];
      if (range === undefined || range.start >= line.end) break;
      addPart({ start, end: Math.min(range.start, line.end) });
      start = Math.max(start, Math.min(range.end, line.end));
      if (range.end > line.end) break;
      next++;
      if (range.isMessage) exchangesBefore++;
    }
    if (start <= line.end) addPart({ start, end: line.end });
  }
  return joinSetext(lines);

  function addPart(range: Range): void {
    if (range.end < range.start) return;
    const added = splitGlued(mapped.text, range).flatMap((part) => {
      const parsed = parseLine(mapped.text, part);
      return parsed === undefined ? [] : [parsed];
    });
    for (const parsed of added)
      lines.push({ ...parsed, exchangesBefore, afterBlank });
    afterBlank = added.length === 0 && range.end >= range.start;
  }
}

type ParsedLine = Omit<ProseLine, "exchangesBefore" | "afterBlank">;

function parseLine(text: string, range: Range): ParsedLine | undefined {
  const raw = text.slice(range.start, range.end);
  const trimmed = raw.trim();
  if (trimmed === "") return undefined;
  const start = range.start + raw.indexOf(trimmed);
  const place = { start, end: start + trimmed.length };
  const line = { level: 0, text: "", cells: [], range: place };
  if (isDecoration(trimmed))
    return { ...line, kind: "decoration", text: trimmed };
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(trimmed);
  if (heading !== null)
    return {
      ...line,
      kind: "heading",
      level: heading[1]?.length ?? 1,
      text: cleanText(heading[2] ?? ""),
    };
  const wiki = /^(={1,6})\s*([^=].*?)\s*=+$/.exec(trimmed);
  if (wiki !== null)
    return {
      ...line,
      kind: "heading",
      level: wiki[1]?.length ?? 1,
      text: cleanText(wiki[2] ?? ""),
    };
  return parseContent(trimmed, { ...line, level: indentOf(raw) });
}

function indentOf(raw: string): number {
  const blanks = /^[\s]*/.exec(raw)?.[0] ?? "";
  return blanks.replaceAll("\t", "    ").length;
}

function parseContent(
  trimmed: string,
  line: Omit<ParsedLine, "kind">,
): ParsedLine {
  const item = /^(?:[-*+•·▪]|(\d{1,9})[.)])\s+(.*)$/.exec(trimmed);
  if (item !== null && !trimmed.startsWith("**")) {
    const text = cleanText(item[2] ?? "");
    const cells = item[1] === undefined ? [] : [item[1], text];
    return { ...line, kind: "item", text, cells };
  }
  const cells = splitRow(trimmed);
  if (cells.length >= 2) {
    const cleaned = cells.map(cleanText);
    return { ...line, kind: "row", text: cleaned.join(" "), cells: cleaned };
  }
  const bold = /^(\*{2,3}|_{2,3})([^*_]{1,80})\1:?$/.exec(trimmed);
  const text = cleanText(trimmed);
  if (bold !== null) return { ...line, kind: "heading", level: 7, text };
  return { ...line, kind: "text", text };
}

function isDecoration(trimmed: string): boolean {
  return (
    isFenceLike(trimmed) ||
    /^[-=*_#~+|:.\s/\\<>!'"`;]+$/.test(trimmed) ||
    /^<\/?[a-z][\w]*(?:\s[^<>]*)?\/?>$/i.test(trimmed)
  );
}

function isFenceLike(trimmed: string): boolean {
  return /^(?:(?:```|~~~)\S*|\{(?:code|noformat)(?::[^{}]*)?\})$/.test(trimmed);
}

/** The cells of a table row; bars may be escaped inside (GitHub Flavored Markdown §4.10). */
function splitRow(trimmed: string): readonly string[] {
  if (trimmed.includes("\t") && !trimmed.includes("|"))
    return splitTabs(trimmed);
  if (!trimmed.includes("|")) return splitColumns(trimmed);
  const inner = trimmed.replace(/^\|\|?/, "").replace(/(?<!\\)\|\|?$/, "");
  const cells = inner
    .split(/(?<!\\)\|\|?/)
    .map((cell) => cell.replace(/^\s*_\.\s/, "").trim());
  const isFramed = trimmed.startsWith("|");
  return cells.length >= 2 || isFramed
    ? cells.concat(cells.length === 1 ? [""] : [])
    : [];
}

/** Columns kept apart by blanks only: a word, a gap, and what is said of it. */
function splitColumns(trimmed: string): readonly string[] {
  if (trimmed.length > 400) return [];
  const cells = trimmed.split(/ {2,}/);
  const [first = "", second = ""] = cells;
  const isWord = /^[\p{L}_][\p{L}\p{N}_.[\]-]{0,60}$/u.test(first);
  const isText = /[\p{L}\p{N}]/u.test(second) && !/[.:;]$/.test(first);
  return cells.length >= 2 && isWord && isText ? cells : [];
}

function splitTabs(trimmed: string): readonly string[] {
  const cells = trimmed.split(/\t+/).map((cell) => cell.trim());
  return cells.length >= 2 ? cells : [];
}

/** Text without emphasis, code marks, links and escapes. */
function cleanText(text: string): string {
  return text
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,1000}\)/g, "$1")
    .replace(/`+/g, "")
    .replace(/\*{1,3}(?=\S)([^*]{1,500}?)\*{1,3}/g, "$1")
    .replace(
      /(?<![\p{L}\p{N}])_{1,3}(?=\S)([^_]{1,300}?)_{1,3}(?![\p{L}\p{N}])/gu,
      "$1",
    )
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, "$1")
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A line of dashes or equals signs under a text makes it a heading (CommonMark §4.3). */
function joinSetext(lines: readonly ProseLine[]): readonly ProseLine[] {
  return lines.map((line, index) => {
    const next = lines[index + 1];
    if (line.kind !== "text" || next?.kind !== "decoration" || next.afterBlank)
      return line;
    const rule = /^(?:(={3,})|(-{3,}))$/.exec(next.text);
    if (rule === null || line.text.length > 100) return line;
    return { ...line, kind: "heading", level: rule[1] === undefined ? 2 : 1 };
  });
}
