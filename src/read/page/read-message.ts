import { acceptGap, addCdata, addComment } from "./add-content.js";
import { closeElement, closeRest } from "./close-element.js";
import type { Edit } from "./mapped-text.js";
import {
  isStructural,
  type MessageReader,
  type MessageSpace,
  type MessageStart,
} from "./message-reader.js";
import { openElement } from "./open-element.js";
import {
  localPart,
  prefixPart,
  type RawElement,
  type RawMessage,
} from "./raw-message.js";
import { wellKnownPrefixes } from "./soap-names.js";
import type { XmlToken } from "./xml-token.js";

/** Reads one message from its first tag to its matching end tag, repairing what is damaged. */
export function readMessage(
  space: MessageSpace,
  start: MessageStart,
): RawMessage | undefined {
  const reader = createReader(space, start.offset);
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

function createReader(space: MessageSpace, offset: number): MessageReader {
  return {
    ...space,
    stack: [],
    edits: [],
    repairs: [],
    unbalanced: [],
    elisions: [],
    notation: [],
    comments: [],
    root: undefined,
    position: offset,
    overflow: 0,
    tooDeep: undefined,
    hasBody: false,
  };
}

function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => a.edit.offset - b.edit.offset || a.index - b.index)
    .map(({ edit }) => edit);
}

function openVirtual(reader: MessageReader, name: string): void {
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
function readTokens(reader: MessageReader, first: number): number {
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

/** False when the token belongs to what follows the message. */
function acceptToken(reader: MessageReader, token: XmlToken): boolean {
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
      // A comment speaks of the element after it, never of one outside its parent.
      reader.comments = [];
      return reader.overflow > 0
        ? leaveDeep(reader)
        : closeElement(reader, token);
    case "start":
      openElement(reader, token);
      return true;
  }
}

function leaveDeep(reader: MessageReader): boolean {
  reader.overflow--;
  return true;
}

/** A wiki's mark of code: an end tag of that name that ends nothing in the message. */
function endsCode({ stack }: MessageReader, { kind, name }: XmlToken): boolean {
  return (
    kind === "end" &&
    /^(?:source|syntaxhighlight|pre|code|nowiki)$/i.test(name) &&
    !stack.some((element) => element.name === name)
  );
}

/** Data may be called like the envelope: within the body of one with a prefix, an element without one is a member. */
function isMember({ stack, root }: MessageReader, token: XmlToken): boolean {
  return (
    prefixPart(token.name) === "" &&
    token.attributes.length === 0 &&
    prefixPart(root?.name ?? "") !== "" &&
    stack.length > 2
  );
}

/** An XML declaration or an Envelope inside a message, or a second Body, is the next message. */
function startsOther(reader: MessageReader, token: XmlToken): boolean {
  if (token.kind === "pi") return token.name.toLowerCase() === "xml";
  if (endsCode(reader, token)) return true;
  if (token.kind !== "start") return false;
  const local = localPart(token.name);
  if (token.name === "") return true;
  if (local === "Envelope") return !isMember(reader, token);
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
