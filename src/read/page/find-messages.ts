import { lastAtMost } from "./last-at-most.js";
import {
  type RawForm,
  type RawParameter,
  readForm,
  readQuery,
} from "./form-body.js";
import { findHeads, type RawHead } from "./http-head.js";
import type { MappedText, Range } from "./mapped-text.js";
import {
  elementsOf,
  localPart,
  prefixPart,
  type RawMessage,
} from "./raw-message.js";
import type { MessageSpace } from "./message-reader.js";
import { readMessage } from "./read-message.js";
import { collectPrefixes } from "./resolve-names.js";
import { textLines } from "./text-lines.js";
import { tokenizeXml, type XmlToken } from "./xml-token.js";

/** A head, a message, or a head with its message or form. */
export interface RawExchange {
  readonly head?: RawHead;
  readonly message?: RawMessage;
  readonly form?: RawForm;
  /** `<?xml version="1.0"?>` and the word `xml`: any document. */
  readonly document?: Range;
  /** Of the query or the form. */
  readonly parameters: readonly RawParameter[];
  readonly range: Range;
  /** Neither an envelope nor an HTTP head says that this is a message. */
  readonly isFragment: boolean;
}

export interface FoundMessages {
  readonly mapped: MappedText;
  /** In document order. */
  readonly exchanges: readonly RawExchange[];
  /** Schemas and service descriptions printed in the page. */
  readonly schemas: readonly Range[];
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Finds the messages of a page by HTTP start lines and XML; sentences play no part. */
export function findMessages(mapped: MappedText): FoundMessages {
  const heads = findHeads(mapped.text);
  const tokens = tokenizeXml(mapped.text, mapped.marks);
  const stops = [
    ...heads.map((head) => head.range.start),
    ...fenceOffsets(mapped.text),
  ].toSorted((left, right) => left - right);
  const finder: Finder = {
    space: { mapped, tokens, stops },
    heads,
    messages: [],
    schemas: [],
    lastEnds: new Map(
      tokens.flatMap((token, index) =>
        token.kind === "end" ? [[token.name, index]] : [],
      ),
    ),
  };
  scan(finder);
  return {
    mapped,
    exchanges: pair(finder),
    schemas: finder.schemas,
    prefixes: collectPrefixes(tokens),
  };
}

interface Finder {
  readonly space: MessageSpace;
  readonly heads: readonly RawHead[];
  readonly messages: {
    readonly message: RawMessage;
    readonly isFragment: boolean;
  }[];
  readonly schemas: Range[];
  /** Index of the last end tag of each name. */
  readonly lastEnds: ReadonlyMap<string, number>;
}

/** Offsets of Markdown's and wikis' code fences. Those that are tags may as well be elements: the reader decides. */
function fenceOffsets(text: string): readonly number[] {
  return textLines(text)
    .filter((line) =>
      isFence(text.slice(line.start, Math.min(line.end, line.start + 80))),
    )
    .map((line) => line.start);
}

function isFence(line: string): boolean {
  return /^\s*(?:>\s*)?(?:(?:```|~~~)[^`]*|\{(?:code|noformat)(?::[^{}]*)?\})\s*$/i.test(
    line,
  );
}

function scan(finder: Finder): void {
  const { tokens } = finder.space;
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index];
    if (token === undefined) return;
    index = token.kind === "start" ? readAt(finder, index) : index + 1;
  }
}

/** Reads the message that starts with a token, if one does; returns the index of the next token to look at. */
function readAt(finder: Finder, index: number): number {
  const { space } = finder;
  const token = space.tokens[index];
  if (token === undefined) return index + 1;
  const kind = classifyRoot(finder, index);
  if (kind === "none") return index + 1;
  const offset = declarationOffset(space, index);
  const start = { token: index, offset };
  const message = readMessage(
    space,
    kind === "part"
      ? { ...start, virtualEnvelope: envelopeName(token.name) }
      : start,
  );
  if (message === undefined) return index + 1;
  if (kind === "schema") {
    finder.schemas.push(message.range);
    return message.nextToken;
  }
  if (kind === "root" && isEmptyWrapper(message)) return index + 1;
  if (kind === "envelope" || kind === "part" || kind === "root")
    finder.messages.push({ message, isFragment: false });
  else if (isPlausibleFragment(message))
    finder.messages.push({ message, isFragment: true });
  return message.nextToken;
}

/** An element of documentation around a message: it holds nothing, because what is in it is a message of its own. */
function isEmptyWrapper({ isTruncated, root, range }: RawMessage): boolean {
  return (
    isTruncated &&
    root.content.length === 0 &&
    root.attributes.length === 0 &&
    range.end > root.contentStart - 1
  );
}

function envelopeName(partName: string): string {
  const prefix = prefixPart(partName);
  return prefix === "" ? "Envelope" : `${prefix}:Envelope`;
}

type RootKind = "envelope" | "part" | "root" | "fragment" | "schema" | "none";

const descriptionRoots =
  /^(?:definitions|schema|schemas|description|wsdl|types|portType|binding|service|discovery|configuration|project)$/;
const htmlNames =
  /^(?:html|head|body|p|br|hr|div|span|pre|code|a|b|i|u|em|strong|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|img|font|script|style|center|blockquote|sup|sub|details|summary|input|form|nowiki|source|syntaxhighlight|ref|tt|small|big|kbd|dl|dt|dd|title|link|meta|iframe)$/i;

function classifyRoot(finder: Finder, index: number): RootKind {
  const token = finder.space.tokens[index];
  if (token === undefined || token.kind !== "start") return "none";
  const local = localPart(token.name);
  if (token.name === "") return "envelope";
  if (local === "Envelope") return "envelope";
  const prefix = prefixPart(token.name);
  if (/^(?:Body|Header)$/.test(local) && prefix !== "") return "part";
  if (descriptionRoots.test(local) && isDeclared(token)) return "schema";
  if (followsHead(finder, index) || followsDeclaration(finder.space, index))
    return "root";
  if (prefix === "" && htmlNames.test(token.name)) return "none";
  const isClosed = (finder.lastEnds.get(token.name) ?? -1) > index;
  return isClosed && beginsLine(finder.space.mapped.text, token.start)
    ? "fragment"
    : "none";
}

function isDeclared(token: XmlToken): boolean {
  return token.attributes.some(({ name }) => /^xmlns(?::|$)/.test(name));
}

function beginsLine(text: string, offset: number): boolean {
  return /(?:^|[\r\n>])[ \t]*$/.test(
    text.slice(Math.max(0, offset - 200), offset),
  );
}

/** Only blanks between an HTTP head, or an XML declaration after it, and the tag. */
function followsHead(finder: Finder, index: number): boolean {
  const { mapped } = finder.space;
  const offset = declarationOffset(finder.space, index);
  const head = lastHeadBefore(finder.heads, offset);
  if (head === undefined || offset - head.range.end > 400) return false;
  return mapped.text.slice(head.range.end, offset).trim() === "";
}

function followsDeclaration(space: MessageSpace, index: number): boolean {
  const token = space.tokens[index];
  return token !== undefined && declarationOffset(space, index) !== token.start;
}

/** Where the message starts: at the XML declaration right before the root, if there is one. */
function declarationOffset(space: MessageSpace, index: number): number {
  const token = space.tokens[index];
  if (token === undefined) return 0;
  for (let before = index - 1; before >= Math.max(0, index - 4); before--) {
    const previous = space.tokens[before];
    const next = space.tokens[before + 1];
    if (previous === undefined || next === undefined) break;
    if (previous.kind !== "pi" && previous.kind !== "comment") break;
    const gap = space.mapped.text.slice(
      previous.end,
      Math.min(next.start, previous.end + 400),
    );
    if (gap.trim() !== "") break;
    if (previous.kind === "pi" && previous.name.toLowerCase() === "xml")
      return previous.start;
  }
  return token.start;
}

function lastHeadBefore(
  heads: readonly RawHead[],
  offset: number,
): RawHead | undefined {
  return lastAtMost(heads, offset, (head) => head.range.end);
}

/** A bare element is a message only if it is whole and looks like data. */
function isPlausibleFragment(message: RawMessage): boolean {
  if (message.isTruncated || message.unbalanced.length > 0) return false;
  const { root } = message;
  return (
    elementsOf(root).length > 0 ||
    root.attributes.some(({ name }) => name.startsWith("xmlns"))
  );
}

/** Joins each head with the message or form that follows it. */
function pair(finder: Finder): readonly RawExchange[] {
  const { text } = finder.space.mapped;
  const exchanges: RawExchange[] = [];
  const used = new Set<RawHead>();
  let previousEnd = 0;
  for (const { message, isFragment } of finder.messages) {
    const head = lastHeadBefore(finder.heads, message.range.start);
    const isOwn =
      head !== undefined &&
      !used.has(head) &&
      head.range.start >= previousEnd &&
      isNear(text, head.range.end, message.range.start) &&
      !isForm(head);
    if (isOwn) used.add(head);
    previousEnd = message.range.end;
    exchanges.push(join(isOwn ? head : undefined, message, isFragment));
  }
  for (const head of finder.heads)
    if (!used.has(head)) exchanges.push(headAlone(text, head));
  return exchanges.toSorted(
    (left, right) => left.range.start - right.range.start,
  );
}

function isForm(head: RawHead): boolean {
  return /urlencoded/i.test(head.contentType ?? "") || head.method === "GET";
}

function isNear(text: string, from: number, to: number): boolean {
  return to - from <= 400 && text.slice(from, to).trim().length <= 200;
}

function join(
  head: RawHead | undefined,
  message: RawMessage,
  isFragment: boolean,
): RawExchange {
  const { range } = message;
  const start = head?.range.start ?? range.start;
  return {
    message,
    isFragment,
    parameters: [],
    range: { start, end: range.end },
    ...(head === undefined ? {} : { head }),
  };
}

function headAlone(text: string, head: RawHead): RawExchange {
  const { range, target, method } = head;
  const common = { head, isFragment: false };
  if (method === "GET") {
    const offset = text.indexOf(target ?? "", range.start);
    return { ...common, parameters: readQuery(target ?? "", offset), range };
  }
  if (method === undefined) return replyAlone(text, head);
  const form = readForm(text, range.end);
  if (form === undefined) return { ...common, parameters: [], range };
  return {
    ...common,
    form,
    parameters: form.parameters,
    range: { start: range.start, end: form.range.end },
  };
}

/** .NET shows a reply that is any XML document as an XML declaration and the word `xml`. */
const anyDocument = /\s{0,200}(<\?xml\s[^?<>]{0,100}\?>\s{0,40}xml)(?![\w<])/y;

function replyAlone(text: string, head: RawHead): RawExchange {
  const { range } = head;
  const common = { head, isFragment: false, parameters: [] };
  anyDocument.lastIndex = range.end;
  const match = anyDocument.exec(text);
  if (match === null) return { ...common, range };
  const end = anyDocument.lastIndex;
  return {
    ...common,
    document: { start: end - (match[1]?.length ?? 0), end },
    range: { start: range.start, end },
  };
}
