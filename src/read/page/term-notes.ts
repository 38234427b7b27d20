import type { ParameterNote } from "../../model/index.js";
import { createNote } from "./note.js";
import { isTypeWord, presenceIn } from "./note-words.js";
import type { ProseLine } from "./prose-line.js";
import { normalName, type Section } from "./section.js";

/** A member, and what the line says of it. */
interface Term {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
}

const documentationTag =
  /^(?:@param(?:eter)?\s+(?:\[[^\]]{0,40}\]\s*)?|:param\s+|<param\s+name=")/;
const term =
  /^["'`<]{0,2}([\p{L}_$][\p{L}\p{N}_.$-]{0,80})["'`>]{0,3}(?:\s*[([]([^()[\]]{1,80})[)\]])?\s*(.*)$/su;

/**
 * Reads lines that begin with the name of a member: `name - text`, `name (int, optional): text`, `@param name text`, a
 * name alone above the indented line about it, and headings that name members.
 */
export function readTermNotes(section: Section): readonly ParameterNote[] {
  const notes: ParameterNote[] = [];
  const { lines, understood } = section;
  for (const [index, line] of lines.entries()) {
    if (understood.has(line) && line.kind !== "heading") continue;
    const found = readTerm(section, line);
    if (found === undefined) continue;
    const more = explanation(section, index, found);
    if (found.text === "" && more.length === 0) continue;
    for (const each of [line, ...more]) understood.add(each);
    const texts = [found.text, ...more.map(({ text }) => text)];
    const note = { name: found.name, text: texts.join(" ").trim() };
    const type = found.type === undefined ? {} : { type: found.type };
    notes.push(createNote(section, { ...note, ...type, range: line.range }));
  }
  return notes;
}

function readTerm(section: Section, line: ProseLine): Term | undefined {
  const isPart = /^(?:text|item|heading)$/.test(line.kind);
  if (!isPart || line.text.length > 2000) return undefined;
  const tagged = documentationTag.exec(line.text)?.[0] ?? "";
  const match = term.exec(line.text.slice(tagged.length));
  const [, name = "", inside, rest = ""] = match ?? [];
  if (name === "" || !section.names.has(normalName(name))) return undefined;
  if (isOperation(section, name)) return undefined;
  const separator = /^(?:[:=–—-]+|->|→|"\s*>)\s*/.exec(rest)?.[0];
  const isApart =
    tagged !== "" || separator !== undefined || inside !== undefined;
  const said = rest.slice(separator?.length ?? 0).replace(/<\/param>\s*$/, "");
  if (!isApart && !isSaid(said)) return undefined;
  return { name, ...typeAndText(inside, said) };
}

function isOperation({ group }: Section, name: string): boolean {
  return group.keys.some((key) => normalName(key) === normalName(name));
}

/** Without a mark after the name only a type or a presence makes it a note; a sentence may begin with any word. */
function isSaid(text: string): boolean {
  const [first = "", second = ""] = text.split(/[\s,;]+/);
  if (text === "") return true;
  return isTypeWord(first)
    ? second === "" || presenceIn(second) !== undefined
    : presenceIn(first) !== undefined;
}

function typeAndText(
  inside: string | undefined,
  said: string,
): Omit<Term, "name"> {
  const parts = (inside ?? "")
    .split(/\s*[,;/]\s*/)
    .filter((part) => part !== "");
  const [first = ""] = said.split(/\s+/);
  const type =
    parts.find(isTypeWord) ?? (isTypeWord(first) ? first : undefined);
  const others = parts.filter((part) => part !== type);
  const text = type === first ? said.slice(first.length).trim() : said;
  const shown = others.length === 0 ? text : `${others.join(", ")}. ${text}`;
  return { text: shown.trim(), ...(type === undefined ? {} : { type }) };
}

/** The lines under a term that are about it: indented below it, or the text of its own section. */
function explanation(
  section: Section,
  index: number,
  { text }: Term,
): readonly ProseLine[] {
  const { lines } = section;
  const line = lines[index];
  if (line === undefined) return [];
  const isHeading = line.kind === "heading";
  if (text !== "" && !isHeading && !/\)\.?$/.test(text)) return [];
  const more: ProseLine[] = [];
  for (const next of lines.slice(index + 1, index + 20)) {
    const isBelow = isHeading || next.level > line.level;
    const isNext = next.exchangesBefore === line.exchangesBefore;
    if (next.kind !== "text" || !isBelow || !isNext) break;
    if (section.understood.has(next)) break;
    if (more.length > 0 && next.afterBlank && !isHeading) break;
    more.push(next);
  }
  return more;
}
