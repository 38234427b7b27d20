import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

/** What viewers of XML put before elements that fold: `- <soap:Envelope>`, the lines of leaves have none. */
const mark = /^[ \t]*([-+−–⊟⊞▼▽▾▿▶▷▸▹►◢]|\[[-+]\])[ \t]*(?=<[?\w/!])/;
const messageStart =
  /^[ \t]*[^\s<]{1,3}[ \t]*<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s>])/;
const messageEnd = /<\/(?:[\w.-]{1,40}:)?Envelope\s*>/;

/** Takes the marks of a tree view off the lines of messages. */
export function stripTreeMarks(mapped: MappedText, log: RepairLog): MappedText {
  const edits: Edit[] = [];
  let isInside = false;
  for (const { start, end } of textLines(mapped.text)) {
    const head = mapped.text.slice(start, Math.min(end, start + 400));
    const found = mark.exec(head)?.[1];
    if (found !== undefined) isInside ||= messageStart.test(head);
    if (isInside && found !== undefined)
      edits.push({
        offset: start + head.indexOf(found),
        length: found.length,
        insert: " ".repeat(found.length),
      });
    if (messageEnd.test(mapped.text.slice(start, end))) isInside = false;
  }
  const [first] = edits;
  if (first !== undefined)
    log.add("took the marks of a tree view off", mapped, {
      start: first.offset,
      end: first.offset + first.length,
    });
  return editMapped(mapped, edits);
}
