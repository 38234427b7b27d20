import { appendAll } from "./append-all.js";
import type { ParameterNote } from "../../model/index.js";
import { createNote } from "./note.js";
import { isTypeWord } from "./note-words.js";
import type { ProseLine } from "./prose-line.js";
import { normalName, type Section } from "./section.js";

interface ListItem {
  readonly line: ProseLine;
  readonly name: string;
  readonly text: string;
  readonly type?: string;
}

/** Reads bullet lists of parameters, `name - text (type)`; nested lists give paths. */
export function readListNotes(section: Section): readonly ParameterNote[] {
  const notes: ParameterNote[] = [];
  let list: ProseLine[] = [];
  let heading = "";
  const finish = (): void => {
    appendAll(notes, listNotes(section, list, heading));
    list = [];
  };
  for (const line of section.lines) {
    const last = list.at(-1);
    if (last !== undefined && last.exchangesBefore !== line.exchangesBefore)
      finish();
    if (line.kind === "item" && !section.understood.has(line)) list.push(line);
    else if (line.kind !== "decoration") {
      finish();
      if (line.kind === "heading") heading = line.text;
    }
  }
  finish();
  return notes;
}

function listNotes(
  section: Section,
  list: readonly ProseLine[],
  heading: string,
): readonly ParameterNote[] {
  const items = list.map(readItem).filter((item) => item !== undefined);
  const known = items.filter(({ name }) => section.names.has(normalName(name)));
  if (known.length === 0 || known.length * 2 < list.length) return [];
  const direction = headingDirection(heading);
  const path: { readonly level: number; readonly name: string }[] = [];
  return items.flatMap(({ line, name, text, type }) => {
    while ((path.at(-1)?.level ?? -1) >= line.level) path.pop();
    const full = [...path.map((step) => step.name), name].join(".");
    path.push({ level: line.level, name });
    section.understood.add(line);
    if (text === "" && type === undefined) return [];
    const note = { name: full, text, range: line.range };
    return createNote(section, {
      ...note,
      ...(type === undefined ? {} : { type }),
      ...(direction === undefined ? {} : { direction }),
    });
  });
}

function headingDirection(heading: string): ParameterNote["direction"] {
  if (
    /^(?:response|output|returns?|result|réponse|respuesta|risposta|antwort|resposta|ausgabe)/i.test(
      heading,
    )
  )
    return "out";
  return undefined;
}

const itemForm =
  /^([\p{L}_$@][\p{L}\p{N}_.$@[\]/:-]{0,100}?)(?:\s*[([]([^()[\]]{1,60})[)\]])?(?:\s*(?:[:=–—-]|->|→)\s*|\s*$)(.*)$/u;

function readItem(line: ProseLine): ListItem | undefined {
  const match = itemForm.exec(line.text);
  if (match === null || line.cells.length > 0) return undefined;
  const [, name = "", before, rest = ""] = match;
  const inside = /\(([^()]{1,60})\)/.exec(rest);
  const stated = before ?? inside?.[1];
  const isType = stated !== undefined && isTypeWord(stated);
  const text =
    isType && inside !== null && before === undefined
      ? rest.replace(inside[0], "")
      : rest;
  const cleaned = text.replace(/^[\s–—-]+|[\s–—-]+$/g, "").replace(/\s+/g, " ");
  return {
    line,
    name,
    text:
      stated !== undefined && !isType && before !== undefined
        ? `${stated}. ${cleaned}`.trim()
        : cleaned,
    ...(isType ? { type: stated } : {}),
  };
}
