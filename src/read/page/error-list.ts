import type { ErrorNote } from "../../model/index.js";
import { spanOf } from "./mapped-text.js";
import type { ProseLine } from "./prose-line.js";
import { isLabel, type Section } from "./section.js";
import { findTables, isCodeTable } from "./table-notes.js";

const errorWord =
  /error|fault|exception|fail|invalid|missing|not found|could not|cannot|denied|permission|already|fehler|ungültig|erreur|invalide|errore|fallit|non valid|inv[áa]lid|erro\b|falla|fout|ошибк|错误|錯誤|エラー/iu;
const codeWord =
  /code|c[óo]digo|codice|kode|status|return|result|esito|ritorn|restituit/iu;

interface CodeLine {
  readonly line: ProseLine;
  readonly code: string;
  readonly text: string;
}

/** Reads lists of errors: `47. text`, `E12: text`, `value 3: text`, and tables with a code column. */
export function readErrors(section: Section): readonly ErrorNote[] {
  const notes: ErrorNote[] = [...tableErrors(section)];
  let run: CodeLine[] = [];
  let before: ProseLine | undefined;
  const finish = (): void => {
    if (isErrorList(run, before))
      for (const entry of run) notes.push(errorNote(section, entry));
    run = [];
  };
  for (const line of section.lines) {
    const entry = section.understood.has(line) ? undefined : codeLine(line);
    if (
      entry !== undefined &&
      line.exchangesBefore ===
        (run[0]?.line.exchangesBefore ?? line.exchangesBefore)
    )
      run.push(entry);
    else {
      finish();
      before = isLabel(line) || line.kind === "text" ? line : before;
    }
  }
  finish();
  return notes;
}

function codeLine(line: ProseLine): CodeLine | undefined {
  const [number, text] = line.cells;
  if (line.kind === "item" && number !== undefined && text !== undefined)
    return { line, code: number, text };
  if (line.kind !== "text" && line.kind !== "item") return undefined;
  const labelled =
    /^(?:[\p{L}]{2,20}\s+)?(-?\d{1,9}|[A-Z]{1,6}[-_.]?\d{1,8}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,6})\s*(?:[:=–—]|\s-)\s+(.+)$/u.exec(
      line.text,
    );
  if (labelled === null) return undefined;
  return { line, code: labelled[1] ?? "", text: labelled[2] ?? "" };
}

/** A numbered list is a list of errors if its text or its heading speaks of them, or it does not count from 1. */
function isErrorList(
  run: readonly CodeLine[],
  before: ProseLine | undefined,
): boolean {
  const [first] = run;
  if (first === undefined) return false;
  const speaking = run.filter(({ text }) => errorWord.test(text)).length;
  const heading = before?.text ?? "";
  if (errorWord.test(heading) && run.length >= 1) return true;
  if (run.length < 2) return false;
  const isCounted = run.every(({ code }, index) => code === String(index + 1));
  if (!isCounted && codeWord.test(heading)) return true;
  return speaking * (isCounted ? 2 : 4) >= run.length && run.length >= 3;
}

function errorNote(section: Section, entry: CodeLine): ErrorNote {
  const { line, code, text } = entry;
  section.understood.add(line);
  const { message, isSuffix } = stripCode(text);
  return { code, message, isSuffix, span: spanOf(section.mapped, line.range) };
}

const codePiece =
  /^\s*(?:\$[\w>[\]'-]{1,80}|\.|\+|&|(["'])[^"']{0,80}\1)\s*(?=[.+&"'$]|$)/;

/**
 * Takes the residue of a program off a message: of `$type.': ' . 'Invalid Title` only `Invalid Title` is fixed,
 * and it stands at the end.
 */
function stripCode(text: string): {
  readonly message: string;
  readonly isSuffix: boolean;
} {
  let rest = text;
  let isSuffix = false;
  while (rest !== "") {
    const piece = codePiece.exec(rest)?.[0];
    if (piece === undefined || piece === "" || piece.length === rest.length)
      break;
    if (/\$/.test(piece)) isSuffix = true;
    else if (!isSuffix) break;
    rest = rest.slice(piece.length);
  }
  return { message: isSuffix ? stripQuotes(rest) : stripPair(rest), isSuffix };
}

/** In the residue of code a single quotation mark is left of a pair. */
function stripQuotes(text: string): string {
  return text
    .trim()
    .replace(/^["']|["'];?$/g, "")
    .trim();
}

/** A message quoted as a whole. */
function stripPair(text: string): string {
  const whole = text.trim();
  const quoted = /^(?:"([^"]*)"|'([^']*)'|“([^“”]*)”)$/.exec(whole);
  return (quoted?.[1] ?? quoted?.[2] ?? quoted?.[3] ?? whole).trim();
}

function tableErrors(section: Section): readonly ErrorNote[] {
  return findTables(section).flatMap((table) => {
    if (!isCodeTable(table)) return [];
    const rows = table.rows.slice(1);
    if (!rows.every((row) => /^[\w.:-]{1,60}$/.test(row.cells[0] ?? "")))
      return [];
    for (const row of table.rows) section.understood.add(row);
    return rows.map((row) => {
      const text = row.cells
        .slice(1)
        .filter((cell) => cell !== "")
        .join(". ");
      const { message, isSuffix } = stripCode(text);
      const code = row.cells[0] ?? "";
      return {
        code,
        message,
        isSuffix,
        span: spanOf(section.mapped, row.range),
      };
    });
  });
}
