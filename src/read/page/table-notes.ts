import type { ParameterNote } from "../../model/index.js";
import { createNote } from "./note.js";
import { isTypeWord, presenceInCell } from "./note-words.js";
import type { ProseLine } from "./prose-line.js";
import { normalName, type Section } from "./section.js";

type ColumnRole =
  | "name"
  | "type"
  | "text"
  | "required"
  | "optional"
  | "direction"
  | "code"
  | "none";

const columnWords: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    "code",
    /(?<!\p{L})(?:error|fehler|erreur|errore|erro|status|return|result)?[ _-]?(?:code|c[óo]digo|codice|kode|number|nr|id)$|^error$/iu,
  ],
  [
    "required",
    /^(?:required|mandatory|req\.?|m\/o|wajib|pflicht|erforderlich|obligatoire|obligatori[oa]|obrigat[óo]rio|requerido|requis|obbligatori[oa]|verplicht|обязательн\p{L}*|必填|必須|必须|필수|is required|presence|occurrence|mandatory\/optional)\??$/iu,
  ],
  [
    "optional",
    /^(?:optional|opcional|facultatif|facultativo|opzionale|opsional|optioneel|可選|可选|nullable)\??$/iu,
  ],
  ["direction", /^(?:in\/out|i\/o|direction|richtung|sens|direcci[óo]n)$/iu],
  [
    "type",
    /(?<!\p{L})(?:data ?type|type|tipo|typ|datentyp|tipe|format|datatype|类型|型)(?!\p{L})/iu,
  ],
  [
    "name",
    /(?<!\p{L})(?:name|parameter|parameters|param|field|element|attribute|property|argument|member|tag|nombre|nome|nom|parametro|par[áa]metro|param[èe]tre|campo|champ|feld|nama|naam|имя|параметр|参数|參數|名称|名稱)(?!\p{L})/iu,
  ],
  [
    "text",
    /(?<!\p{L})(?:desc\p{L}*|note|notes|comment|comments|meaning|remark|remarks|explanation|details|value|beschreibung|bemerkung|bedeutung|keterangan|descripci[óo]n|descri[çc][ãa]o|descrizione|omschrijving|message|text|описание|说明|說明|備考)(?!\p{L})/iu,
  ],
];

function columnRole(header: string): ColumnRole {
  for (const [role, words] of columnWords)
    if (words.test(header.trim())) return role;
  return "none";
}

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
  const nameColumn = table.hasHeader ? table.roles.indexOf("name") : 0;
  if (nameColumn < 0 || isCodeTable(table)) return [];
  const rows = table.hasHeader ? table.rows.slice(1) : table.rows;
  const known = rows.filter((row) =>
    section.names.has(normalName(row.cells[nameColumn] ?? "")),
  );
  const isAbout =
    known.length * 2 >= rows.length ||
    (table.hasHeader && table.roles.length >= 2 && isNames(rows, nameColumn));
  if (!isAbout) return [];
  for (const row of table.rows) section.understood.add(row);
  return rows.flatMap((row) => {
    const note = rowNote(section, { table, row, nameColumn });
    return note === undefined ? [] : [note];
  });
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
  readonly table: ProseTable;
  readonly row: ProseLine;
  readonly nameColumn: number;
}

function rowNote(
  section: Section,
  { table, row, nameColumn }: RowPlace,
): ParameterNote | undefined {
  const name = (row.cells[nameColumn] ?? "").replace(/[:*]+$/, "").trim();
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
  const presence = rowPresence(roles, row.cells);
  if (text === "" && !type && presence === undefined) return undefined;
  const direction = cellDirection(cellOf("direction"));
  return createNote(section, {
    name,
    text: text.replaceAll("..", "."),
    range: row.range,
    ...(type ? { type } : {}),
    ...(presence === undefined ? {} : { presence }),
    ...(direction === undefined ? {} : { direction }),
  });
}

function rowPresence(
  roles: readonly ColumnRole[],
  cells: readonly string[],
): ParameterNote["presence"] {
  const required = roles.indexOf("required");
  if (required >= 0) return presenceInCell(cells[required] ?? "", false);
  const optional = roles.indexOf("optional");
  if (optional >= 0) return presenceInCell(cells[optional] ?? "", true);
  return undefined;
}

function cellDirection(cell: string): ParameterNote["direction"] {
  if (/^in\s?[/-]?\s?out$|^i\/o$|^both$/i.test(cell)) return "inout";
  if (/^out(?:put)?$|^o$|^response$/i.test(cell)) return "out";
  return /^in(?:put)?$|^i$|^request$/i.test(cell) ? "in" : undefined;
}
