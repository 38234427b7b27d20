import { appendAll } from "./append-all.js";
import {
  type Edit,
  editMapped,
  type MappedText,
  type Range,
} from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

/** Where a message begins within its line. */
const messageStart =
  /<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s>])|(?:POST|GET)[ \t][^\s<>]{1,400}[ \t]HTTP\/\d(?:\.\d)?|HTTP\/\d\.\d[ \t]\d{3}(?:[ \t][A-Za-z]{1,20}){0,4}/;
/** What a line of a message or its head may begin with. */
const messageLine =
  /^[ \t]*(?:<[\w/?!]|(?:POST|GET)[ \t]|HTTP\/\d|[A-Za-z][\w-]{1,40}:[ \t])/;
/** What other steps take off: comment marks, line numbers. */
const knownPrefix =
  /^[ \t]*(?:(?:\/{2,3}!?|'|\*|#|--|;;?|%|[>|](?:[ \t]?[>|]){0,9}|rem\b|[-+•·▪◦])[ \t]*)?$|^[ \t]*(?:L|line )?[[(]?\d{1,5}[\])]?[.:|]?[ \t]*$/i;
/** Lines are looked at this far from their beginning, and from their end. */
const PREFIX_LIMIT = 240;
const SUFFIX_LIMIT = 60;

/** What stands before and after each line of a message: a logger's time and thread, a statement around a literal, a box. */
interface Frame {
  readonly prefix: RegExp;
  /** As it is in the line where the message begins. */
  readonly shown: string;
  /** Without blanks; '' for none. */
  readonly suffix: string;
  readonly hasPrefix: boolean;
  /** The quotation mark that ends the prefix. */
  readonly quote: string;
}

/** Takes off what stands before or after each line of a message, whatever it is, where it is the same in all of them. */
export function stripLineFrames(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const { text } = mapped;
  const lines = textLines(text);
  const edits: Edit[] = [];
  let done = 0;
  for (let index = 0; index < lines.length;) {
    const frame = frameAt(text, lines, index);
    if (frame === undefined) {
      index++;
      continue;
    }
    const block = blockAround({ text, lines, frame }, index, done);
    const framed = lines.slice(block.from, block.to);
    index = block.to;
    if (!holdsMessage(text, framed, frame)) continue;
    done = block.to;
    for (const line of framed) appendAll(edits, lineEdits(text, line, frame));
    log.add(describe(frame), mapped, {
      start: framed[0]?.start ?? 0,
      end: framed.at(-1)?.end ?? 0,
    });
  }
  return editMapped(mapped, edits);
}

function describe({ quote, shown }: Frame): string {
  return quote === ""
    ? `took ${shown} off the lines of a message`
    : "joined the string literals of a program";
}

/** Where the first statement of a literal differs from those that go on (`x = "`, `x += "`), these are the frame. */
function frameAt(
  text: string,
  lines: readonly Range[],
  index: number,
): Frame | undefined {
  const frame = frameOf(text, lines[index]);
  const next = lines[index + 1];
  if (frame === undefined || frame.quote === "" || next === undefined)
    return frame;
  const head = text.slice(next.start, Math.min(next.end, next.start + 200));
  if (frame.prefix.test(head)) return frame;
  const quote = head.indexOf(frame.quote);
  if (quote < 0 || !isStatement(text, next, frame)) return frame;
  return { ...frame, prefix: prefixPattern(head.slice(0, quote + 1)) };
}

function frameOf(text: string, line: Range | undefined): Frame | undefined {
  if (line === undefined) return undefined;
  const head = text.slice(line.start, Math.min(line.end, line.start + 1000));
  const start = messageStart.exec(head);
  if (start === null || start.index > PREFIX_LIMIT) return undefined;
  const prefix = head.slice(0, start.index);
  if (/<[\w/?!]/.test(prefix)) return undefined;
  const suffix = suffixOf(text, line, start);
  if (suffix === "" && knownPrefix.test(prefix)) return undefined;
  return {
    prefix: prefixPattern(prefix),
    shown: prefix.trim() === "" ? suffix : prefix.trim().slice(0, 40),
    suffix,
    hasPrefix: prefix.trim() !== "",
    quote: /["'`]$/.exec(prefix)?.[0] ?? "",
  };
}

/** What stands after the last tag of the line, or after the start line of HTTP. */
function suffixOf(text: string, line: Range, start: RegExpExecArray): string {
  const isTag = start[0].startsWith("<");
  const from = isTag
    ? text.lastIndexOf(">", line.end - 1) + 1
    : line.start + start.index + start[0].length;
  // boxes are filled with blanks
  if (from <= line.start || line.end - from > 1000) return "";
  const suffix = text.slice(from, line.end).trim();
  return suffix.length > SUFFIX_LIMIT ? "" : suffix;
}

/** Numbers differ from line to line, and so do hashes and the blanks that fill columns. */
function prefixPattern(prefix: string): RegExp {
  const end = /[ \t]*$/.exec(prefix)?.[0].length ?? 0;
  const parts = prefix
    .slice(0, prefix.length - end)
    .matchAll(/([ \t]+)|\b(?=[a-f]*\d)([\da-f]{6,40})\b|(\d+)|([^])/g);
  const source = [...parts].map(([, blanks, hash, digits, other = ""]) => {
    if (blanks !== undefined) return "[ \\t]*";
    if (hash !== undefined) return "[\\da-f]{6,40}";
    if (digits !== undefined) return "\\d{1,20}";
    return other.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  });
  const blanks = end === 0 ? "" : `(?:[ \\t]{1,${String(end)}}|$)`;
  return new RegExp(`^${source.join("")}${blanks}`);
}

interface Listing {
  readonly text: string;
  readonly lines: readonly Range[];
  readonly frame: Frame;
}

interface Block {
  readonly from: number;
  readonly to: number;
}

function blockAround(listing: Listing, index: number, done: number): Block {
  const { lines } = listing;
  let from = index;
  let to = index + 1;
  while (from > done && fits(listing, lines[from - 1])) from--;
  while (to < lines.length && fits(listing, lines[to])) to++;
  // the first statement may differ from those that go on: `x = "`, `x += "`
  if (from > done && beginsAnother(listing, lines[from - 1])) from--;
  return { from, to };
}

function fits({ text, frame }: Listing, line: Range | undefined): boolean {
  if (line === undefined) return false;
  const head = text.slice(line.start, Math.min(line.end, line.start + 400));
  if (frame.hasPrefix) return frame.prefix.test(head);
  if (head.trim() === "") return true;
  return endsWithSuffix(text, line, frame);
}

function beginsAnother(
  { text, frame }: Listing,
  line: Range | undefined,
): boolean {
  if (line === undefined || frame.quote === "") return false;
  const other = frameOf(text, line);
  return other?.hasPrefix === true && other.quote === frame.quote;
}

function endsWithSuffix(text: string, line: Range, { suffix }: Frame): boolean {
  const tail = text.slice(Math.max(line.start, line.end - 400), line.end);
  return suffix !== "" && tail.trimEnd().endsWith(suffix);
}

function holdsMessage(
  text: string,
  block: readonly Range[],
  frame: Frame,
): boolean {
  const count = block.filter((line) => {
    const from = line.start + prefixLength(text, line, frame);
    const content = text.slice(from, Math.min(line.end, from + 300));
    return (
      messageLine.test(content) &&
      (frame.hasPrefix || endsWithSuffix(text, line, frame))
    );
  }).length;
  return count >= (frame.hasPrefix ? 2 : 3);
}

function prefixLength(text: string, line: Range, frame: Frame): number {
  const head = text.slice(line.start, Math.min(line.end, line.start + 400));
  const own = frame.prefix.exec(head)?.[0].length;
  return own ?? messageStart.exec(head)?.index ?? 0;
}

function lineEdits(text: string, line: Range, frame: Frame): readonly Edit[] {
  const length = frame.hasPrefix ? prefixLength(text, line, frame) : 0;
  const edits: Edit[] = [{ offset: line.start, length, insert: "" }];
  const from = line.start + length;
  const tail = text.slice(Math.max(from, line.end - 400), line.end);
  const kept = withoutSuffix(tail, frame);
  if (kept < tail.length)
    edits.push({
      offset: line.end - tail.length + kept,
      length: tail.length - kept,
      insert: "",
    });
  return edits;
}

/** The last statement of a literal ends in another way than those before it. */
const literalEnds: ReadonlyMap<string, RegExp> = new Map(
  ['"', "'", "`"].map((quote) => [
    quote,
    new RegExp(
      `(?:\\\\r)?(?:\\\\n)?${quote}(?:[ \\t]{0,8}[&+.][ \\t]{0,8}[\\w.]{1,40})?[ \\t]{0,8}[;,)\\]]{0,4}[ \\t]{0,200}$`,
    ),
  ]),
);

function isStatement(text: string, line: Range, frame: Frame): boolean {
  const tail = text.slice(Math.max(line.start, line.end - 400), line.end);
  return withoutSuffix(tail, frame) < tail.length;
}

function withoutSuffix(tail: string, { suffix, quote }: Frame): number {
  const plain = tail.trimEnd();
  if (suffix !== "" && plain.endsWith(suffix))
    return plain.slice(0, -suffix.length).trimEnd().length;
  const end = literalEnds.get(quote)?.exec(tail);
  return end === null || end === undefined ? tail.length : end.index;
}
