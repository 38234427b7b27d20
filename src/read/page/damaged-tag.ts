import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";

/** Blanks inside the brackets or the names of structural tags: what translators of web pages and OCR leave. */
const spacedEnvelope =
  /<(?=[ \t/]{0,8}(?:[\w.-]{1,40}[ \t]{0,4}:[ \t]{0,4})?(?:Envelope|Body)\b)(?:\/?[ \t]|[ \t]?\/?[\w.-]{1,40}(?:[ \t]:|:[ \t]))/;
const spacedTag =
  /<([ \t]{0,4}\/?[ \t]{0,4})(?:([\w.-]{1,60})[ \t]{0,4}:[ \t]{0,4})?(?=[\w.-])/g;
const spacedDeclaration = /<[ \t]{1,4}(?=[?!])/g;
const spacedClose = /(?<=<[^<>]{1,1000})([/?])[ \t]{1,4}(?=>)/g;
const spacedEnd = /<(?:[ \t]{1,4}\/[ \t]{0,4}|\/[ \t]{1,4})(?=[\w.:-]{1,60}>)/g;
/** `="…"` of which only the quotation marks are still escaped. */
const escapedQuotes = /(?<==[ \t]?)&quot;([^"<>&]{0,2000})&quot;/g;
/** `<soap:Body>` alone on a line is a link to Markdown, and shown without its brackets. */
const bareTag =
  /(?<=(?:^|[\r\n>])[ \t]{0,200})([A-Za-z][\w.-]{0,40}:[A-Za-z][\w.-]{0,60})(?=[ \t]{0,200}(?:[\r\n<]))/g;
const loweredName =
  /(?<=<\/?(?:soap|soap12|soapenv|soap-env|s|env):)(?:envelope|body|header|fault)(?=[\s>])/g;
const endTag = /<\/([\w.:-]{1,120})>/g;

/** Puts tags right that lost or gained characters, before they are looked for. */
export function repairTags(mapped: MappedText, log: RepairLog): MappedText {
  let current = mapped;
  for (const { repair, find } of steps) {
    const edits = find(current.text);
    const [first] = edits;
    if (first === undefined) continue;
    log.add(repair, current, {
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
    repair: "took the blanks out of tags",
    find: (text) => (spacedEnvelope.test(text) ? allSpaced(text) : []),
  },
  {
    repair: "took the blanks out of end tags",
    find: (text) => replacing(text, spacedEnd, () => "</"),
  },
  {
    repair: "took the blanks out of the ends of tags",
    find: (text) => replacing(text, spacedClose, ([, mark = ""]) => mark),
  },
  {
    repair: "undid the escapes of quotation marks",
    find: (text) =>
      text.includes("<") && text.includes("&quot;")
        ? replacing(text, escapedQuotes, ([, value]) => `"${value ?? ""}"`)
        : [],
  },
  { repair: "put the brackets of a tag back", find: bareTags },
  {
    repair: "wrote the names of SOAP's own elements as SOAP does",
    find: (text) =>
      /<[\w.-]{1,40}:Envelope\b/.test(text) ? [] : lowered(text),
  },
];

/** What a browser makes of tags that it takes for HTML. */
function lowered(text: string): readonly Edit[] {
  if (!/<[\w.-]{1,40}:envelope\s/.test(text)) return [];
  return [...text.matchAll(loweredName)].map((match) => {
    const name = match[0];
    const insert = name.charAt(0).toUpperCase() + name.slice(1);
    return { offset: match.index, length: name.length, insert };
  });
}

function replacing(
  text: string,
  pattern: RegExp,
  insert: (match: RegExpExecArray) => string,
): readonly Edit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    offset: match.index,
    length: match[0].length,
    insert: insert(match),
  }));
}

/** Where structural tags have blanks, all have: `a < b` in prose is no tag, as nothing closes it. */
function allSpaced(text: string): readonly Edit[] {
  const tags = replacing(text, spacedTag, ([, lead = "", prefix]) => {
    const start = lead.includes("/") ? "</" : "<";
    return prefix === undefined ? start : `${start}${prefix}:`;
  }).filter(
    ({ offset, length, insert }) =>
      text.slice(offset, offset + length) !== insert,
  );
  const others = replacing(text, spacedDeclaration, () => "<");
  return [...tags, ...others].toSorted((a, b) => a.offset - b.offset);
}

/** A name alone that an end tag further down closes. */
function bareTags(text: string): readonly Edit[] {
  const ends = new Map<string, number>();
  for (const { index, 1: name = "" } of text.matchAll(endTag))
    ends.set(name, index);
  return replacing(text, bareTag, ([name]) => `<${name}>`).filter(
    ({ offset, length }) =>
      (ends.get(text.slice(offset, offset + length)) ?? -1) > offset,
  );
}
