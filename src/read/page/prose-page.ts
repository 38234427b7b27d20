import type { Page } from "../../model/index.js";
import { markBoilerplate, markIntroductions } from "./boilerplate.js";
import { readDescription } from "./description.js";
import { readErrors } from "./error-list.js";
import { type MappedText, spanOf } from "./mapped-text.js";
import type { ProseLine } from "./prose-line.js";
import { leftoversOf, readNotes } from "./read-section.js";
import type { Section } from "./section.js";

/** A method's signature, in the syntax of Visual Basic, C# or Java. */
const signature =
  /(?:\b(?:Function|Sub)\s+|\b(?:public|static)\s+(?:[\w.<>[\]]+\s+){1,3})([A-Za-z_]\w*)\s*\(/;

/**
 * A page that describes an operation without showing a message: notes and errors may still help another page, so
 * whether it is of use is known only beside the others.
 */
export function readProsePage(
  mapped: MappedText,
  lines: readonly ProseLine[],
): Page | undefined {
  const section: Section = {
    mapped,
    group: { keys: [], samples: [] },
    lines,
    understood: new Set(),
    names: new Set(),
  };
  markBoilerplate(section, undefined);
  const line = lines.find(({ text }) => signature.test(text.slice(0, 300)));
  const name = signature.exec(line?.text.slice(0, 300) ?? "")?.[1];
  if (line !== undefined) section.understood.add(line);
  const errors = readErrors(section);
  const notes = readNotes(section);
  if (name === undefined && notes.length === 0 && errors.length === 0)
    return undefined;
  const description = readDescription(section, undefined);
  markIntroductions(section);
  return {
    source: mapped.source,
    style: "unknown",
    ...(name === undefined || line === undefined
      ? {}
      : { operation: { text: name, span: spanOf(mapped, line.range) } }),
    ...(description === undefined ? {} : { description }),
    samples: [],
    notes,
    errors,
    repairs: [],
    leftovers: leftoversOf(section),
  };
}
