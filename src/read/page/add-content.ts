import { markedLiterals } from "./literals.js";
import type { Range } from "./mapped-text.js";
import { isStructural, type MessageReader } from "./message-reader.js";
import type { RawElement } from "./raw-message.js";
import { decodeReferences, escapeEdits, foldText } from "./xml-text.js";
import type { XmlToken } from "./xml-token.js";

/** Takes the text before a token; false when it shows that the message is over. */
export function acceptGap(reader: MessageReader, token: XmlToken): boolean {
  const range = { start: reader.position, end: token.start };
  const text = reader.mapped.text.slice(range.start, range.end);
  if (text.trim() === "") return true;
  const top = reader.stack.at(-1);
  if (top === undefined) return false;
  const isClosing = token.kind === "end" && token.name === top.name;
  if (isStructural(top) && !isClosing) return false;
  addText(reader, top, range);
  return true;
}

/** No tag could be made of it, so that members may be missing. */
const unreadTag = /<\/?[A-Za-z_][\w.:-]{0,100}[ \t\r\n]+[\w:]{1,60}=/;

function addText(
  reader: MessageReader,
  parent: RawElement,
  range: Range,
): void {
  const raw = reader.mapped.text.slice(range.start, range.end);
  const lead = raw.length - raw.trimStart().length;
  const trimmed = {
    start: range.start + lead,
    end: range.end - (raw.length - raw.trimEnd().length),
  };
  const hasElements = parent.content.some((node) => node.kind === "element");
  const text = foldText(decodeReferences(raw));
  if (/^(?:\.{3,}|…)+$/.test(text)) {
    reader.elisions.push(trimmed);
    return;
  }
  if (
    hasElements &&
    /^[[\]{}|()*+?,\s.…]+$/.test(text) &&
    /[[\]{}|]/.test(text)
  )
    reader.notation.push(trimmed);
  if (unreadTag.test(raw))
    reader.unbalanced.push({
      description: "read as text what begins like a tag",
      range: trimmed,
    });
  const { marks } = reader.mapped;
  const literals = markedLiterals(reader.mapped.text, marks, trimmed);
  for (const edit of escapeEdits(reader.mapped.text, range))
    reader.edits.push(edit);
  parent.content.push({
    kind: "text",
    text,
    range: trimmed,
    ...(literals === undefined ? {} : { literals }),
  });
}

export function addComment(reader: MessageReader, token: XmlToken): void {
  const text = reader.mapped.text.slice(token.start + 4, token.end - 3);
  reader.comments.push(foldText(text));
}

export function addCdata(reader: MessageReader, token: XmlToken): void {
  const range = { start: token.start + 9, end: token.end - 3 };
  const text = reader.mapped.text.slice(range.start, range.end);
  const top = reader.stack.at(-1);
  if (top !== undefined && text.trim() !== "")
    top.content.push({ kind: "text", text: foldText(text), range });
}
