import { appendAll } from "./append-all.js";
import { isStructural, type MessageReader } from "./message-reader.js";
import { elementsOf, localPart, type RawElement } from "./raw-message.js";
import type { XmlToken } from "./xml-token.js";

/** Closes the element that an end tag names; false when it closes nothing that is open. */
export function closeElement(reader: MessageReader, token: XmlToken): boolean {
  const { stack } = reader;
  const depth = findOpen(stack, token.name);
  if (depth < 0) return acceptStrayEnd(reader, token);
  while (stack.length - 1 > depth) closeUnbalanced(reader, token.start);
  const element = stack.pop();
  if (element !== undefined) element.end = token.end;
  if (element !== undefined && element.name !== token.name)
    replaceEnd(reader, token, element.name);
  appendAll(reader.edits, token.edits);
  return true;
}

/** The innermost open element of that name; letter case may differ where nothing else fits. */
function findOpen(stack: readonly RawElement[], name: string): number {
  for (let index = stack.length - 1; index >= 0; index--)
    if (stack[index]?.name === name) return index;
  const lower = name.toLowerCase();
  const top = stack.length - 1;
  if (stack[top]?.name.toLowerCase() === lower) return top;
  const root = stack[0];
  if (root?.isVirtual === true && localPart(lower) === "envelope") return 0;
  return -1;
}

function acceptStrayEnd(reader: MessageReader, token: XmlToken): boolean {
  const top = reader.stack.at(-1);
  if (top === undefined || isStructural(top)) return false;
  const isLeaf = top.content.length > 0 && elementsOf(top).length === 0;
  const range = { start: token.start, end: token.end };
  if (isLeaf) {
    reader.stack.pop();
    top.end = token.end;
    replaceEnd(reader, token, top.name);
    return true;
  }
  reader.edits.push({
    offset: token.start,
    length: token.end - token.start,
    insert: "",
  });
  reader.unbalanced.push({
    description: `left out the end tag ${token.name}, which closes nothing`,
    range,
  });
  return true;
}

function replaceEnd(
  reader: MessageReader,
  token: XmlToken,
  name: string,
): void {
  const range = { start: token.start, end: token.end };
  reader.edits.push({
    offset: range.start,
    length: range.end - range.start,
    insert: `</${name}>`,
  });
  reader.repairs.push({
    description: `read the end tag ${token.name} as ${name}`,
    range,
  });
}

/**
 * Closes an element whose end tag is missing. Children that stand in the same column as the element itself are
 * its siblings: that is all a page tells about where it ended.
 */
function closeUnbalanced(reader: MessageReader, before: number): void {
  const element = reader.stack.pop();
  const parent = reader.stack.at(-1);
  if (element === undefined || parent === undefined) return;
  const { text } = reader.mapped;
  const column = columnOf(text, element.start);
  const from = element.content.findIndex(
    (node) =>
      node.kind === "element" &&
      column !== undefined &&
      columnOf(text, node.start) === column,
  );
  const moved = from < 0 ? [] : element.content.slice(from);
  const [firstMoved] = moved;
  if (from >= 0) element.content = element.content.slice(0, from);
  for (const node of moved) parent.content.push(node);
  const offset = firstMoved?.kind === "element" ? firstMoved.start : before;
  element.end = offset;
  reader.edits.push({ offset, length: 0, insert: `</${element.name}>` });
  reader.unbalanced.push({
    description: `closed ${element.name}, whose end tag is missing`,
    range: { start: element.start, end: element.contentStart },
  });
}

/** The column of a tag that begins its line. */
function columnOf(text: string, offset: number): number | undefined {
  const before = /(?:^|[\r\n])([ \t]*)$/.exec(
    text.slice(Math.max(0, offset - 300), offset),
  );
  return before?.[1]?.length;
}

/** Closes what is open where the message stops; true when more than the envelope was missing. */
export function closeRest(reader: MessageReader, nextToken: number): boolean {
  const { stack, tokens } = reader;
  let isTruncated = false;
  const last = tokens[nextToken - 1];
  const isBroken = last?.isBroken === true && last.end === reader.position;
  const open = stack.length;
  while (stack.length > 0) {
    const element = stack.pop();
    if (element === undefined) break;
    const isEmptyBody =
      localPart(element.name) === "Body" && element.content.length === 0;
    if (!isStructural(element) || isEmptyBody) isTruncated = true;
    element.end = Math.max(element.end, reader.position);
    const insert = `</${element.name}>`;
    reader.edits.push({ offset: reader.position, length: 0, insert });
  }
  if (open > 0 && !isTruncated)
    reader.repairs.push({
      description: "added the missing end tags of the envelope",
      range: { start: reader.position, end: reader.position },
    });
  return isTruncated || isBroken;
}
