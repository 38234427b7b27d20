import type { ParameterNote } from "../../model/index.js";
import { type ColumnRole, columnRole } from "./column-role.js";
import { createNote } from "./note.js";
import {
  isTypeWord,
  type LetterMeaning,
  letterMeaning,
  occurrenceInCell,
  presenceInCell,
} from "./note-words.js";
import type { ProseLine } from "./prose-line.js";
import { normalName, type Section } from "./section.js";

/** A table of the page: rows that follow one another. */
export interface ProseTable {
  readonly rows: readonly ProseLine[];
  readonly roles: readonly ColumnRole[];
  /** The first row is a header. */
  readonly hasHeader: boolean;
}

/** Finds the tables among lines not yet accounted for. */
export function findTables(section: Section): readonly ProseTable[] {
  const tables: ProseTable[] = [];
  let rows: ProseLine[] = [];
  const finish = (): void => {
    if (rows.length > 0) tables.push(toTable(rows));
    rows = [];
  };
  for (const line of section.lines) {
    if (section.understood.has(line)) {
      if (line.kind !== "decoration") finish();
      continue;
    }
    const last = rows.at(-1);
    const isApart = last?.exchangesBefore !== line.exchangesBefore;
    if (line.kind === "decoration" && rows.length > 0 && !line.afterBlank)
      continue;
    if (
      line.kind !== "row" ||
      (rows.length > 0 && (isApart || line.afterBlank))
    )
      finish();
    if (line.kind === "row") rows.push(line);
  }
  finish();
  return tables;
}

function toTable(rows: readonly ProseLine[]): ProseTable {
  const roles = (rows[0]?.cells ?? []).map(columnRole);
  const hasHeader =
    rows.length > 1 && roles.filter((role) => role !== "none").length >= 1;
  return { rows, roles, hasHeader };
}

/** Reads the tables that describe parameters; marks them understood. */
export function readTableNotes(section: Section): readonly ParameterNote[] {
  return findTables(section).flatMap((table) => tableNotes(section, table));
}

function tableNotes(
  section: Section,
  table: ProseTable,
): readonly ParameterNote[] {
  const nameColumn = nameColumnOf(section, table);
  if (nameColumn < 0 || isCodeTable(table) || isHeaderAlone(table)) return [];
  const rows = bodyRows(section, table, nameColumn);
  const known = knownRows(section, rows, nameColumn);
  const isAbout =
    known * 2 >= rows.length ||
    (table.hasHeader && table.roles.length >= 2 && isNames(rows, nameColumn));
  if (!isAbout || rows.length === 0) return [];
  for (const row of table.rows) section.understood.add(row);
  const place = { table, nameColumn, letters: lettersOf(table, rows) };
  return rows.flatMap((row) => {
    const note = rowNote(section, { ...place, row });
    return note === undefined ? [] : [note];
  });
}

/** The only row names columns: that one of them is called like a member means nothing. */
function isHeaderAlone({ rows, roles }: ProseTable): boolean {
  return (
    rows.length === 1 && roles.filter((role) => role !== "none").length > 1
  );
}

function knownRows(
  { names }: Section,
  rows: readonly ProseLine[],
  column: number,
): number {
  return rows.filter((row) =>
    names.has(normalName(memberName(row.cells[column] ?? ""))),
  ).length;
}

/** The column that the header calls so, or else the one in which most members of the messages stand. */
function nameColumnOf(section: Section, table: ProseTable): number {
  const called = table.hasHeader ? table.roles.indexOf("name") : -1;
  if (called >= 0) return called;
  const counts = table.roles.map((_, column) =>
    knownRows(section, table.rows, column),
  );
  const most = Math.max(0, ...counts);
  if (most > 0) return counts.indexOf(most);
  return table.hasHeader ? -1 : 0;
}

/** A first row that names no member, above rows that do, is a header in a language of its own. */
function bodyRows(
  section: Section,
  { rows, hasHeader }: ProseTable,
  column: number,
): readonly ProseLine[] {
  const [, ...rest] = rows;
  if (hasHeader) return rest;
  const isHeader =
    knownRows(section, rows.slice(0, 1), column) === 0 &&
    rest.length > 0 &&
    knownRows(section, rest, column) === rest.length;
  return isHeader ? rest : rows;
}

/** `<Customer>`, `Order/Customer`, `Customer*`. */
function memberName(cell: string): string {
  const bare = cell.replace(/^[<@]+|[>:*]+$/g, "").trim();
  return bare.slice(bare.lastIndexOf("/") + 1).trim();
}

function lettersOf(
  { roles, hasHeader }: ProseTable,
  rows: readonly ProseLine[],
): LetterMeaning {
  const column = hasHeader ? roles.indexOf("required") : -1;
  return letterMeaning(rows.map((row) => row.cells[column] ?? ""));
}

export function isCodeTable(table: ProseTable): boolean {
  return table.hasHeader && table.roles[0] === "code";
}

function isNames(rows: readonly ProseLine[], column: number): boolean {
  return rows.every((row) =>
    /^[\p{L}_$@][\p{L}\p{N}_.$[\]/:-]*$/u.test(row.cells[column] ?? ""),
  );
}

interface RowPlace {
  readonly letters: LetterMeaning;
  readonly table: ProseTable;
  readonly row: ProseLine;
  readonly nameColumn: number;
}

function rowNote(
  section: Section,
  { table, row, nameColumn, letters }: RowPlace,
): ParameterNote | undefined {
  const name = memberName(row.cells[nameColumn] ?? "");
  if (name === "") return undefined;
  const roles = table.hasHeader ? table.roles : [];
  const cellOf = (role: ColumnRole): string =>
    row.cells[roles.indexOf(role)] ?? "";
  const texts = row.cells.filter((cell, index) => {
    const role = roles[index] ?? "none";
    const isText = role === "text" || role === "none";
    return isText && index !== nameColumn && cell !== "" && cell !== "-";
  });
  const typeAlone = roles.includes("type") ? cellOf("type") : "";
  const guessed = texts.find(isTypeWord);
  const type = typeAlone === "" && roles.length === 0 ? guessed : typeAlone;
  const text = texts
    .filter((cell) => cell !== type || typeAlone !== "")
    .join(". ");
  const occurrence = rowOccurrence(roles, row.cells);
  const presence =
    rowPresence(roles, row.cells, letters) ?? occurrence.presence;
  if (text === "" && !type && presence === undefined) return undefined;
  const direction = cellDirection(cellOf("direction"));
  return createNote(section, {
    name,
    text: text.replaceAll("..", "."),
    range: row.range,
    ...(type ? { type } : {}),
    ...(presence === undefined ? {} : { presence }),
    ...(direction === undefined ? {} : { direction }),
    ...(occurrence.isArray === true ? { isArray: true } : {}),
  });
}

function rowPresence(
  roles: readonly ColumnRole[],
  cells: readonly string[],
  letters: LetterMeaning,
): ParameterNote["presence"] {
  const required = roles.indexOf("required");
  const cell = (cells[required] ?? "").trim();
  if (required >= 0)
    return letters.get(cell.toLowerCase()) ?? presenceInCell(cell, false);
  const optional = roles.indexOf("optional");
  if (optional >= 0) return presenceInCell(cells[optional] ?? "", true);
  return undefined;
}

function rowOccurrence(
  roles: readonly ColumnRole[],
  cells: readonly string[],
): ReturnType<typeof occurrenceInCell> {
  const cellOf = (role: ColumnRole): string =>
    cells[roles.indexOf(role)]?.trim() ?? "";
  const occurs = cellOf("occurs");
  if (occurs !== "") return occurrenceInCell(occurs);
  const [minimum, maximum] = [cellOf("minimum"), cellOf("maximum")];
  // of lengths and values there are minima, too
  if (!/^[01]$/.test(minimum) || !/^(?:1|n|\*|unbounded|∞)$/i.test(maximum))
    return {};
  return occurrenceInCell(`${minimum}..${maximum}`);
}

function cellDirection(cell: string): ParameterNote["direction"] {
  if (/^in\s?[/-]?\s?out$|^i\/o$|^both$/i.test(cell)) return "inout";
  if (/^out(?:put)?$|^o$|^response$/i.test(cell)) return "out";
  return /^in(?:put)?$|^i$|^request$/i.test(cell) ? "in" : undefined;
}
