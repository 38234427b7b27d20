import type { ParameterNote } from "../../model/index.js";
import { createNote } from "./note.js";
import { presenceIn } from "./note-words.js";
import type { ProseLine } from "./prose-line.js";
import { isLabel, normalName, type Section } from "./section.js";

/** Reads `Name: text` rows, whose names are those of the samples, and the heading rows above them. */
export function readRowNotes(section: Section): readonly ParameterNote[] {
  const notes: ParameterNote[] = [];
  for (const [index, line] of section.lines.entries()) {
    if (section.understood.has(line) || !/^(?:text|item)$/.test(line.kind))
      continue;
    const row = splitNamed(line.text);
    if (row === undefined || !section.names.has(normalName(row.name))) continue;
    section.understood.add(line);
    markTitles(section, index);
    if (row.text !== "")
      notes.push(createNote(section, { ...row, range: line.range }));
  }
  return notes;
}

function splitNamed(
  text: string,
): { readonly name: string; readonly text: string } | undefined {
  const match = /^([\p{L}_][\p{L}\p{N}_ .-]{0,60}?)\s?:(?!\/\/)\s*(.*)$/u.exec(
    text,
  );
  if (match === null) return undefined;
  return { name: match[1] ?? "", text: match[2] ?? "" };
}

/** "Parameter" and "Notes", which a capture puts on lines of their own above the rows. */
function markTitles(section: Section, index: number): void {
  const own = section.lines[index];
  for (let before = index - 1; before >= Math.max(0, index - 2); before--) {
    const line = section.lines[before];
    if (line === undefined || section.understood.has(line)) return;
    const isTitle = isLabel(line) && line.text.split(" ").length <= 2;
    const isNear = line.exchangesBefore === own?.exchangesBefore;
    const followsBlank = section.lines[before + 1]?.afterBlank === true;
    if (!isTitle || !isNear || followsBlank) return;
    section.understood.add(line);
  }
}

/** "Parameters: customers: Array of customer objects." */
export function readParameterLines(section: Section): readonly ParameterNote[] {
  return section.lines.flatMap((line) => {
    if (section.understood.has(line) || line.kind !== "text") return [];
    const list =
      /^(?:input |output )?(?:param\p{L}*|argument\p{L}*|par[áa]metr\p{L}*)\s?:\s*(.+)$/iu.exec(
        line.text,
      );
    const rest = list?.[1];
    if (rest === undefined) return [];
    const parts = rest.split(/;\s+|,\s+(?=[\p{L}_]\w*\s?:\s)/u);
    const rows = parts.map(splitNamed);
    if (rows.some((row) => row === undefined)) return [];
    section.understood.add(line);
    return rows.flatMap((row) =>
      row === undefined
        ? []
        : [createNote(section, { ...row, range: line.range })],
    );
  });
}

/** Sentences such as "Account ID is a mandatory field": the sentence is the note, the line stays description. */
export function readSentenceNotes(section: Section): readonly ParameterNote[] {
  return section.lines.flatMap((line) =>
    line.kind === "text" || line.kind === "item"
      ? sentenceNotes(section, line)
      : [],
  );
}

const statement =
  /^(.{1,300}?)\s(?:is|are|must be|est|ist|es|è|é)\s(?:an?\s|un[ae]?\s|ein(?:e|en)?\s)?(?=\p{L})/iu;

function sentenceNotes(
  section: Section,
  line: ProseLine,
): readonly ParameterNote[] {
  if (line.text.length > 5000 || line.cells.length > 0) return [];
  const sentences = line.text.split(/(?<=[.!?])\s+/);
  return sentences.flatMap((sentence) => {
    if (presenceIn(sentence) === undefined) return [];
    const name = subjectName(section, sentence);
    if (name === undefined) return [];
    return [createNote(section, { name, text: sentence, range: line.range })];
  });
}

/** The words before the verb that name a member of the samples, as many as fit. */
function subjectName(section: Section, sentence: string): string | undefined {
  const subject = statement.exec(sentence)?.[1];
  if (subject === undefined) return undefined;
  const words = subject
    .replace(/["'“”`]/g, "")
    .split(/\s+/)
    .slice(-4);
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(" ");
    if (section.names.has(normalName(name))) return name;
  }
  return undefined;
}
