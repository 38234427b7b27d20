import { appendAll } from "./append-all.js";
import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";
import { textLines } from "./text-lines.js";

/** A message whose brackets Markdown's escapes protect, as converters from other formats write them. */
const escapedTag = /\\<(?:\?xml\s|\/?(?:[\w.-]{1,40}:)?(?:Envelope|Body)\b)/;
const escape = /\\([<>_*[\](){}#+.!|`~:"'=/-])/g;
/** `[http://a](http://a)`: an address that became a link to itself. */
const selfLink =
  /\[(https?:\/\/[^\s\]()<>"]{1,500})\]\(<?\1\/?>?(?:[ \t]"[^"\n]{0,100}")?\)/g;
/** `="<http://a>"`: the same in other notations. */
const bracketedAddress =
  /(?<=[=:][ \t]?["'])<(https?:\/\/[^\s<>|"']{1,500})(?:\|[^\s<>"']{0,500})?>(?=["'])/g;
/** `<a>**string**</a>`. */
const emphasis = /(?<=>)(\*{1,3})([^*<>\n]{1,200})\1(?=<)/g;
const codeLine = /^[ \t]*`[^`]*`[ \t]*$/;
const startsMessage = /`[ \t]*<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s>])/;

/** Takes Markdown's own notation out of messages that stand in no code block. */
export function unescapeMarkdown(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  let current = mapped;
  for (const step of steps) {
    const edits = step.find(current.text);
    const [first] = edits;
    if (first === undefined) continue;
    log.add(step.repair, current, {
      start: first.offset,
      end: first.offset + Math.max(1, first.length),
    });
    current = editMapped(current, edits);
  }
  return current;
}

interface Step {
  readonly repair: string;
  readonly find: (text: string) => readonly Edit[];
}

const steps: readonly Step[] = [
  {
    repair: "undid Markdown's escapes",
    find: (text) =>
      escapedTag.test(text) ? replacing(text, escape, "$1") : [],
  },
  {
    repair: "took the link off an address",
    find: (text) => replacing(text, selfLink, "$1"),
  },
  {
    repair: "took the brackets off an address",
    find: (text) => replacing(text, bracketedAddress, "$1"),
  },
  {
    repair: "took Markdown's emphasis off a value",
    find: (text) => replacing(text, emphasis, "$2"),
  },
  { repair: "took the marks of code off each line", find: codeLineEdits },
  {
    repair: "took the backslashes at the ends of lines off",
    find: continuationEdits,
  },
];

/** `$1` and `$2` stand for the groups of the match. */
function replacing(
  text: string,
  pattern: RegExp,
  replacement: "$1" | "$2",
): readonly Edit[] {
  const group = replacement === "$1" ? 1 : 2;
  return [...text.matchAll(pattern)].map((match) => ({
    offset: match.index,
    length: match[0].length,
    insert: match[group] ?? "",
  }));
}

/** Blocks of lines each of which is code by itself. */
function codeLineEdits(text: string): readonly Edit[] {
  if (!startsMessage.test(text)) return [];
  const edits: Edit[] = [];
  let block: Edit[] = [];
  const finish = (): void => {
    if (block.length > 4) appendAll(edits, block);
    block = [];
  };
  for (const { start, end } of textLines(text)) {
    const line = text.slice(start, Math.min(end, start + 4000));
    if (codeLine.test(line)) {
      block.push({ offset: text.indexOf("`", start), length: 1, insert: "" });
      block.push({
        offset: start + line.lastIndexOf("`"),
        length: 1,
        insert: "",
      });
    } else if (line.trim() !== "") finish();
  }
  finish();
  return edits;
}

/** Markdown breaks a line at a backslash, shells join one there; a tag never ends in one. */
function continuationEdits(text: string): readonly Edit[] {
  const ends = [...text.matchAll(/\\(?=\r?\n)/g)];
  const afterTags = ends.filter(({ index }) => text[index - 1] === ">");
  if (afterTags.length < 3) return [];
  return ends.map(({ index }) => ({ offset: index, length: 1, insert: "" }));
}
