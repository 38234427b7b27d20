import type {
  ErrorNote,
  Located,
  Page,
  ParameterNote,
} from "../../model/index.js";
import {
  markBoilerplate,
  markIntroductions,
  markOperationNames,
} from "./boilerplate.js";
import { readDescription } from "./description.js";
import { readErrors } from "./error-list.js";
import { readListNotes } from "./list-notes.js";
import { spanOf } from "./mapped-text.js";
import { readNames } from "./page-names.js";
import { pageStyle } from "./page-style.js";
import type { ProseLine } from "./prose-line.js";
import type { Section } from "./section.js";
import { readTableNotes } from "./table-notes.js";
import { readTermNotes } from "./term-notes.js";
import { isSoapuiProject } from "./soapui-project.js";
import {
  readParameterLines,
  readRowNotes,
  readSentenceNotes,
} from "./text-notes.js";

/** What the page says outside any one operation's part. */
export interface SharedFacts {
  readonly lines: readonly ProseLine[];
  readonly notes: readonly ParameterNote[];
  readonly errors: readonly ErrorNote[];
  /** Names of all operations of the page, in the form of `normalName`. */
  readonly operations: ReadonlySet<string>;
}

export type SectionFacts = Omit<Page, "source" | "repairs" | "samples">;

/** Reads everything but the messages of one operation's part of a page. */
export function readSection(
  section: Section,
  shared: SharedFacts,
): SectionFacts {
  const names = readNames(section, shared.lines);
  for (const line of names.used) section.understood.add(line);
  // the test form first: its rows look like notes
  markBoilerplate(section, names.operationLine);
  const errors = [...readErrors(section), ...shared.errors];
  const notes = [...readNotes(section), ...shared.notes];
  const description = readDescription(section, names.operationLine);
  markOperationNames(section, shared.operations);
  markIntroductions(section);
  return {
    style: isSoapuiProject(section.mapped.source)
      ? "soapui"
      : pageStyle(section.group.samples, section.lines),
    ...(names.service === undefined ? {} : { service: names.service }),
    ...(names.operation === undefined ? {} : { operation: names.operation }),
    ...(description === undefined ? {} : { description }),
    notes: notes.toSorted(
      (left, right) => left.span.offset - right.span.offset,
    ),
    errors,
    leftovers: leftoversOf(section),
  };
}

/** Reads the notes of a section, the surest notation first. */
export function readNotes(section: Section): readonly ParameterNote[] {
  return [
    ...readTableNotes(section),
    ...readListNotes(section),
    ...readParameterLines(section),
    ...readRowNotes(section),
    ...readTermNotes(section),
    ...readSentenceNotes(section),
  ];
}

/** The lines that nothing accounts for. */
export function leftoversOf(section: Section): readonly Located[] {
  return section.lines
    .filter(
      (line) => !section.understood.has(line) && line.kind !== "decoration",
    )
    .map((line) => ({
      text: line.text,
      span: spanOf(section.mapped, line.range),
    }));
}
