import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";

/** Forums' and blogs' marks of code; they end lines, so that no text sticks to a message. */
const forumTag =
  /\[(\/?)(?:code|xml|source|sourcecode|highlight|pre|soap|html)(?:[ =:][^\][\n]{0,80})?\]/gi;
/** Wikis' marks on the line of a message; alone on a line they are fences, which the reader knows. */
const wikiTag = /\{(?:code|noformat)(?::[^{}\n]{0,80})?\}/gi;
/** A message in a comment of documentation: `<example><![CDATA[<soap:Envelope …`. A value never is an envelope. */
const codeSection =
  /<!\[CDATA\[(?=\s{0,200}(?:(?:<\?xml\s[^<>]{0,200}\?>\s{0,200})?<(?:[\w.-]{1,40}:)?Envelope[\s>]|(?:POST|GET)\s\S{1,300}\sHTTP\/\d|HTTP\/\d\.\d\s\d{3}))/g;

const rawMessage = /<(?:[\w.-]{1,40}:)?Envelope[\s>]/;
const callout =
  /(?<=>)[ \t]{1,40}(?:<\d{1,2}>|\(\d{1,2}\)|[\u2460-\u2473\u2776-\u277f])(?=[ \t]*(?:\r?\n|$))/g;

/** Takes marks of code out that share a line with the message, or stand around it in other markup. */
export function stripCodeMarkers(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const { text } = mapped;
  const edits = [
    ...calloutEdits(text),
    ...commentEdits(text),
    ...forumEdits(text),
    ...wikiEdits(text),
    ...sectionEdits(text),
  ].toSorted((left, right) => left.offset - right.offset);
  const [first] = edits;
  if (first === undefined) return mapped;
  log.add("took marks of code out", mapped, {
    start: first.offset,
    end: first.offset + Math.max(1, first.length),
  });
  return editMapped(mapped, edits);
}

/** Only where one stands right before a message or a head; `[code]` in prose is a word in brackets. */
function* forumEdits(text: string): Generator<Edit> {
  let isOpen = false;
  for (const match of text.matchAll(forumTag)) {
    const end = match.index + match[0].length;
    const isEnd = match[1] === "/";
    if (!isEnd) isOpen = startsMessage(text, end);
    if (isOpen)
      yield { offset: match.index, length: match[0].length, insert: "\n" };
    if (isEnd) isOpen = false;
  }
}

function startsMessage(text: string, offset: number): boolean {
  const next = text.slice(offset, offset + 400).trimStart();
  return /^(?:<[?\w]|POST\s|GET\s|HTTP\/\d)/.test(next);
}

/** The same mark begins and ends. */
function* wikiEdits(text: string): Generator<Edit> {
  let isOpen = false;
  for (const match of text.matchAll(wikiTag)) {
    const end = match.index + match[0].length;
    const isAfter = isOpen && /\S/.test(text.charAt(match.index - 1));
    if (isAfter) yield { offset: match.index, length: 0, insert: "\n" };
    isOpen = !isOpen && startsMessage(text, end);
    if (isOpen && /\S/.test(text.charAt(end)))
      yield { offset: end, length: 0, insert: "\n" };
  }
}

/** AsciiDoc's callouts: `<1>` or a number in a circle after the last tag of a line. */
function calloutEdits(text: string): readonly Edit[] {
  if (!rawMessage.test(text)) return [];
  return [...text.matchAll(callout)].map(({ index, 0: mark }) => ({
    offset: index,
    length: mark.length,
    insert: "",
  }));
}

/** The marks of a comment around messages, where all messages of the page stand in comments. */
function* commentEdits(text: string): Generator<Edit> {
  const comments: Range[] = [];
  let outside = "";
  for (let position = 0; ;) {
    const start = text.indexOf("<!--", position);
    const end = start < 0 ? -1 : text.indexOf("-->", start);
    if (end < 0) {
      if (rawMessage.test(outside + text.slice(position))) return;
      break;
    }
    outside += text.slice(position, start);
    comments.push({ start, end });
    position = end + 3;
  }
  for (const { start, end } of comments) {
    if (!rawMessage.test(text.slice(start, end))) continue;
    yield { offset: start, length: 4, insert: "\n" };
    yield { offset: end, length: 3, insert: "\n" };
  }
}

function* sectionEdits(text: string): Generator<Edit> {
  let position = 0;
  for (const match of text.matchAll(codeSection)) {
    if (match.index < position) continue;
    const end = text.indexOf("]]>", match.index);
    if (end < 0) return;
    yield { offset: match.index, length: match[0].length, insert: "\n" };
    yield { offset: end, length: 3, insert: "\n" };
    position = end;
  }
}
