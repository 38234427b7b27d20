import { appendAll } from "./append-all.js";
import type { Edit, MappedText, Range } from "./mapped-text.js";
import { markedLiterals } from "./literals.js";
import {
  elementsOf,
  localPart,
  prefixPart,
  type RawElement,
  type RawMessage,
  type RawRepair,
} from "./raw-message.js";
import { wellKnownPrefixes } from "./soap-names.js";
import { decodeReferences, escapeEdits, foldText } from "./xml-text.js";
import type { XmlToken } from "./xml-token.js";

/** Deeper nesting is no documentation; it also keeps what walks the tree from running out of stack. */
const maximumDepth = 200;

/** Where a message may start and what ends it at the latest. */
export interface MessageSpace {
  readonly mapped: MappedText;
  readonly tokens: readonly XmlToken[];
  /** Offsets at which any message ends: HTTP start lines, fences; in order. */
  readonly stops: readonly number[];
}

export interface MessageStart {
  /** Index of the root's start tag. */
  readonly token: number;
  /** Offset of the XML declaration before it, or of the root. */
  readonly offset: number;
  /** The Envelope that is missing around a Header or Body, as it would be written. */
  readonly virtualEnvelope?: string;
}

interface Reader extends MessageSpace {
  readonly stack: RawElement[];
  readonly edits: Edit[];
  readonly repairs: RawRepair[];
  readonly unbalanced: RawRepair[];
  readonly elisions: Range[];
  readonly notation: Range[];
  comments: string[];
  root: RawElement | undefined;
  /** End of what has been read. */
  position: number;
  /** Open elements below the depth limit. */
  overflow: number;
  tooDeep: Range | undefined;
  hasBody: boolean;
}

/** Reads one message from its first tag to its matching end tag, repairing what is damaged. */
export function readMessage(
  space: MessageSpace,
  start: MessageStart,
): RawMessage | undefined {
  const reader: Reader = {
    ...space,
    stack: [],
    edits: [],
    repairs: [],
    unbalanced: [],
    elisions: [],
    notation: [],
    comments: [],
    root: undefined,
    position: start.offset,
    overflow: 0,
    tooDeep: undefined,
    hasBody: false,
  };
  const first = space.tokens[start.token];
  if (first === undefined) return undefined;
  reader.position = first.start;
  if (start.virtualEnvelope !== undefined)
    openVirtual(reader, start.virtualEnvelope);
  const nextToken = readTokens(reader, start.token);
  const { root } = reader;
  if (root === undefined) return undefined;
  const isTruncated = closeRest(reader, nextToken);
  return {
    root,
    range: { start: start.offset, end: reader.position },
    edits: sortEdits(reader.edits),
    repairs: reader.repairs,
    unbalanced: reader.unbalanced,
    isTruncated,
    elisions: reader.elisions,
    notation: reader.notation,
    nextToken: Math.max(nextToken, start.token + 1),
    ...(reader.tooDeep === undefined ? {} : { tooDeep: reader.tooDeep }),
  };
}

function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.offset - b.edit.offset || a.index - b.index)
    .map(({ edit }) => edit);
}

function openVirtual(reader: Reader, name: string): void {
  const { position: start } = reader;
  const root: RawElement = {
    kind: "element",
    name,
    attributes: [],
    content: [],
    comments: [],
    start,
    contentStart: start,
    end: start,
    isVirtual: true,
  };
  reader.stack.push(root);
  reader.root = root;
  reader.repairs.push({
    description: "put the missing Envelope around the message",
    range: { start, end: start + 1 },
  });
}

/** Returns the index of the first token that does not belong to the message. */
function readTokens(reader: Reader, first: number): number {
  const { tokens, stops } = reader;
  let stop = firstAfter(stops, reader.position);
  for (let index = first; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) return index;
    while ((stops[stop] ?? Infinity) <= reader.position) stop++;
    const limit = stops[stop] ?? Infinity;
    if (limit <= token.start) return index;
    if (index > first && startsOther(reader, token)) return index;
    if (index > first && !acceptGap(reader, token)) return index;
    if (!acceptToken(reader, token)) return index;
    reader.position = Math.max(reader.position, token.end);
    if (reader.stack.length === 0) return index + 1;
  }
  return tokens.length;
}

function firstAfter(stops: readonly number[], offset: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stops[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes the text before a token; false when it shows that the message is over. */
function acceptGap(reader: Reader, token: XmlToken): boolean {
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

/** Envelope, Header and Body hold elements only (SOAP 1.1 §4). */
function isStructural(element: RawElement): boolean {
  return (
    element.isVirtual ||
    /^(?:Envelope|Header|Body)$/.test(localPart(element.name))
  );
}

function addText(reader: Reader, parent: RawElement, range: Range): void {
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

/** False when the token belongs to what follows the message. */
function acceptToken(reader: Reader, token: XmlToken): boolean {
  switch (token.kind) {
    case "pi":
      return true;
    case "comment":
      addComment(reader, token);
      return true;
    case "cdata":
      addCdata(reader, token);
      return true;
    case "end":
      return reader.overflow > 0
        ? leaveDeep(reader)
        : closeElement(reader, token);
    case "start":
      openElement(reader, token);
      return true;
  }
}

function addComment(reader: Reader, token: XmlToken): void {
  const text = reader.mapped.text.slice(token.start + 4, token.end - 3);
  reader.comments.push(foldText(text));
}

function addCdata(reader: Reader, token: XmlToken): void {
  const range = { start: token.start + 9, end: token.end - 3 };
  const text = reader.mapped.text.slice(range.start, range.end);
  const top = reader.stack.at(-1);
  if (top !== undefined && text.trim() !== "")
    top.content.push({ kind: "text", text: foldText(text), range });
}

function leaveDeep(reader: Reader): boolean {
  reader.overflow--;
  return true;
}

/** An XML declaration or an Envelope inside a message, or a second Body, is the next message. */
function startsOther(reader: Reader, token: XmlToken): boolean {
  if (token.kind === "pi") return token.name.toLowerCase() === "xml";
  if (token.kind !== "start") return false;
  const local = localPart(token.name);
  if (local === "Envelope" || token.name === "") return true;
  const isInside = reader.root !== undefined && !isStructural(reader.root);
  if (
    isInside &&
    local === "Body" &&
    wellKnownPrefixes.has(prefixPart(token.name))
  )
    return true;
  const top = reader.stack.at(-1);
  if (top === undefined || top !== reader.root || !isStructural(top))
    return false;
  if (localPart(top.name) !== "Envelope" || !reader.hasBody) return false;
  return top.isVirtual || local === "Body" || local === "Header";
}

function openElement(reader: Reader, token: XmlToken): void {
  const { stack } = reader;
  if (stack.length >= maximumDepth) {
    reader.tooDeep ??= { start: token.start, end: token.end };
    if (!token.isEmpty) reader.overflow++;
    return;
  }
  const isStray = token.name === "";
  const name = isStray ? strayEnvelope(token) : token.name;
  const element: RawElement = {
    kind: "element",
    name,
    attributes: token.attributes,
    content: [],
    comments: reader.comments,
    start: token.start,
    contentStart: token.end,
    end: token.end,
    isVirtual: isStray,
  };
  reader.comments = [];
  if (isStray) repairStray(reader, token, name);
  appendAll(reader.edits, token.edits);
  repairQuotes(reader, token);
  stack.at(-1)?.content.push(element);
  reader.root ??= element;
  if (localPart(name) === "Body" && stack.length === 1) reader.hasBody = true;
  if (token.isBroken) cutBroken(reader, token);
  else if (!token.isEmpty) stack.push(element);
}

/** Ends a start tag in which the text stopped after its last whole attribute. */
function cutBroken(reader: Reader, token: XmlToken): void {
  const offset =
    token.attributes.at(-1)?.range.end ?? token.start + 1 + token.name.length;
  const length = token.end - offset;
  reader.edits.push({ offset, length, insert: "/>" });
}

/** `<xmlns:ser="…">` is what remains of an Envelope whose name was lost. */
function strayEnvelope(token: XmlToken): string {
  for (const { name, value } of token.attributes)
    if (/\/soap\/envelope\/?$|\/soap-envelope\/?$/.test(value.trim()))
      return name === "xmlns" ? "Envelope" : `${localPart(name)}:Envelope`;
  return "soapenv:Envelope";
}

function repairStray(reader: Reader, token: XmlToken, name: string): void {
  reader.edits.push({ offset: token.start + 1, length: 0, insert: `${name} ` });
  reader.repairs.push({
    description: `read the start tag without a name as ${name}`,
    range: { start: token.start, end: token.end },
  });
}

function repairQuotes(reader: Reader, token: XmlToken): void {
  if (token.edits.length > 0)
    reader.repairs.push({
      description: `put the attributes of ${token.name} right`,
      range: { start: token.start, end: token.end },
    });
}

/** Closes the element that an end tag names; false when it closes nothing that is open. */
function closeElement(reader: Reader, token: XmlToken): boolean {
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

function acceptStrayEnd(reader: Reader, token: XmlToken): boolean {
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

function replaceEnd(reader: Reader, token: XmlToken, name: string): void {
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
function closeUnbalanced(reader: Reader, before: number): void {
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
function closeRest(reader: Reader, nextToken: number): boolean {
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
