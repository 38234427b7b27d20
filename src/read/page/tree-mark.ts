import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

/** What viewers of XML put before elements that fold: `- <soap:Envelope>`, the lines of leaves have none. */
const mark = /^[ \t]*([-+−–⊟⊞▼▽▾▿▶▷▸▹►◢]|\[[-+]\])[ \t]*(?=<[?\w/!])/;
const messageStart =
  /^[ \t]*(?:[^\s<]{1,3}[ \t]*<(?:[\w.-]{1,40}:)?Envelope[\s>]|(?:[^\s<]{1,3}[ \t]*)?<\?xml\s)/;
const messageEnd = /<\/(?:[\w.-]{1,40}:)?Envelope\s*>|^[ \t]*$/;
/** Marks that nothing else is. */
const triangle = /^[▼▽▾▿▶▷▸▹►◢]$/;
/** `This XML file does not appear to have any style information`, in any language. */
const remark = /^[ \t]*[^<>\s:][^<>]{20,400}[.。]\s*$/;

/** What editors draw in place of the blanks before an element. */
const guides = /^[ \t]*(?:[·⋅∙•│┃┊┆¦→»⇥˙][ \t]{0,4}){1,60}(?=<[?\w/!])/gm;

/** Takes the marks of a tree view off the lines of messages. */
export function stripTreeMarks(mapped: MappedText, log: RepairLog): MappedText {
  return stripMarks(stripGuides(mapped, log), log);
}

function stripGuides(mapped: MappedText, log: RepairLog): MappedText {
  const edits = [...mapped.text.matchAll(guides)].map(
    ({ index, 0: { length } }): Edit => ({
      offset: index,
      length,
      insert: " ".repeat(length),
    }),
  );
  const [first] = edits;
  if (first === undefined || edits.length < 3) return mapped;
  log.add("read an editor's marks as blanks", mapped, {
    start: first.offset,
    end: first.offset + first.length,
  });
  return editMapped(mapped, edits);
}

function stripMarks(mapped: MappedText, log: RepairLog): MappedText {
  const edits: Edit[] = [];
  let isInside = false;
  let previous: Range | undefined;
  for (const { start, end } of textLines(mapped.text)) {
    const head = mapped.text.slice(start, Math.min(end, start + 400));
    const found = mark.exec(head)?.[1];
    if (found !== undefined && triangle.test(found) && !isInside) {
      isInside = true;
      edits.push(...remarkEdits(mapped.text, previous));
    }
    isInside ||= messageStart.test(head);
    if (isInside && found !== undefined)
      edits.push({
        offset: start + head.indexOf(found),
        length: found.length,
        insert: " ".repeat(found.length),
      });
    if (messageEnd.test(mapped.text.slice(start, end))) isInside = false;
    if (head.trim() !== "") previous = { start, end };
  }
  const [first] = edits;
  if (first !== undefined)
    log.add("took the marks of a tree view off", mapped, {
      start: first.offset,
      end: first.offset + first.length,
    });
  return editMapped(mapped, edits);
}

/** What the browser says right above the tree. */
function remarkEdits(text: string, line: Range | undefined): readonly Edit[] {
  if (line === undefined || line.end - line.start > 500) return [];
  const remarked = text.slice(line.start, line.end);
  if (!remark.test(remarked) || !remarked.includes("XML")) return [];
  return [{ offset: line.start, length: remarked.length, insert: "" }];
}
