import { type SourceText, spanAt } from "../../source/index.js";
import { type HtmlEvent, readHtmlEvents } from "./html-event.js";
import type { RepairLog } from "./repair-log.js";
import {
  createMappedTextBuilder,
  type MappedText,
  type MappedTextBuilder,
} from "./mapped-text.js";

/**
 * Turns an HTML page into plain text in which headings, lists and tables look as in Markdown, so that what
 * follows reads one notation only. Tags that are no HTML (an unescaped message) stay as they are.
 */
export function unwrapHtml(source: SourceText, log: RepairLog): MappedText {
  const builder = createMappedTextBuilder(source);
  const state: State = {
    source,
    builder,
    hidden: 0,
    pre: 0,
    literal: 0,
    lists: [],
    cells: 0,
    tables: [],
    marks: [],
  };
  const { events, end } = readHtmlEvents(source.text);
  for (const event of events) {
    if (event.kind === "text") writeText(state, event);
    else if (event.kind === "open") openTag(state, event);
    else closeTag(state, event);
  }
  if (end < source.text.length)
    log.addAt(
      "read the rest as plain text: its tags are nested too deep",
      spanAt(source, end),
    );
  builder.copy(end, source.text.length);
  return builder.build();
}

interface State {
  readonly source: SourceText;
  readonly builder: MappedTextBuilder;
  /** Depths of elements that are open. */
  hidden: number;
  pre: number;
  literal: number;
  cells: number;
  /** Of each open list: the number of the next item, undefined for bullets. */
  readonly lists: (number | undefined)[];
  /** Of each open table: whether it only arranges the page. */
  readonly tables: boolean[];
  /** Starts of the open placeholder marks. */
  readonly marks: number[];
}

type Open = Extract<HtmlEvent, { kind: "open" }>;
type Close = Extract<HtmlEvent, { kind: "close" }>;
type Text = Extract<HtmlEvent, { kind: "text" }>;

const hiddenNames =
  /^(?:head|script|style|noscript|nav|footer|aside|select|button|svg|template|iframe|object|ac:parameter)$/;
/** Confluence's storage format wraps HTML and code in elements of its own. */
const preNames = /^(?:pre|textarea|xmp|listing|plaintext|ac:plain-text-body)$/;
/** Scripts that are shown: samples for a highlighter. */
const shownScript =
  /^(?:syntaxhighlighter|prettyprint|text\/(?:xml|plain|html|http|x-\w{1,40})|application\/(?:soap\+)?xml)$/i;
const paragraphNames =
  /^(?:p|div|section|article|main|header|form|fieldset|blockquote|center|hr|address|body|figure|dl|pre|textarea|xmp|listing|plaintext|table|details|summary|ac:[\w-]{1,40})$/;
const lineNames = /^(?:br|dt|dd|tr|caption|thead|tbody|tfoot|option|legend)$/;
const inlineNames =
  /^(?:html|span|font|a|b|i|u|s|em|strong|small|big|code|tt|kbd|samp|var|sub|sup|cite|q|abbr|acronym|mark|del|ins|strike|img|input|label|td|th|ul|ol|li|h[1-6]|col|colgroup|meta|link|base|map|area|wbr|nobr|time|bdo|figcaption|source|video|audio|param|embed|applet|frame|frameset|noframes|basefont|dir|menu|optgroup|progress|meter|dfn|ruby|rt|rp|picture|canvas|o:p|marquee|blink)$/;

function isHtmlName(name: string): boolean {
  return (
    hiddenNames.test(name) ||
    paragraphNames.test(name) ||
    lineNames.test(name) ||
    inlineNames.test(name)
  );
}

function isHidden(open: Open): boolean {
  return hiddenNames.test(open.name) && !isPreformatted(open);
}

function isPreformatted({ name, attributes }: Open): boolean {
  if (name !== "script") return preNames.test(name);
  return shownScript.test(attributes["type"] ?? "");
}

function writeText(state: State, event: Text): void {
  if (state.hidden > 0) return;
  const { builder } = state;
  const isPlain = event.text.length === event.end - event.start;
  if (state.pre > 0 || state.literal > 0) {
    if (isPlain && !event.text.includes("\u00a0"))
      builder.copy(event.start, event.end);
    else
      builder.put(
        event.text.replaceAll("\u00a0", " "),
        event.start,
        event.end - event.start,
      );
    return;
  }
  if (!isPlain) {
    const text = event.text.replace(/\s/g, " ");
    builder.put(escapeCell(state, text), event.start, event.end - event.start);
    return;
  }
  for (const match of event.text.matchAll(/\s+|[^\s|]+|\|/g)) {
    const start = event.start + match.index;
    const [text] = match;
    if (/^\s/.test(text)) {
      if (!atBreak(builder)) builder.put(" ", start, text.length);
    } else builder.put(escapeCell(state, text), start, text.length);
  }
}

/** A bar inside a cell is not the end of it (GitHub's tables have the same rule). */
function escapeCell(state: State, text: string): string {
  return state.cells > 0 ? text.replaceAll("|", "\\|") : text;
}

function atBreak(builder: MappedTextBuilder): boolean {
  return (
    builder.length === 0 || builder.endsWith("\n") || builder.endsWith(" ")
  );
}

function openTag(state: State, event: Open): void {
  const { name } = event;
  if (state.literal > 0 || !isHtmlName(name)) {
    openLiteral(state, event);
    return;
  }
  if (isHidden(event)) state.hidden++;
  if (state.hidden > 0) return;
  if (name === "table") state.tables.push(event.isLayout);
  if (isPreformatted(event)) state.pre++;
  if (name === "font" && (event.attributes["class"] ?? "") === "value")
    state.marks.push(state.builder.length);
  else if (name === "font") state.marks.push(-1);
  openBlock(state, event);
}

function openLiteral(state: State, event: Open): void {
  if (state.hidden > 0) return;
  if (event.isClosed && state.source.text[event.end - 2] !== "/")
    state.literal++;
  state.builder.copy(event.start, event.end);
}

function openBlock(state: State, event: Open): void {
  const { name, start } = event;
  const { builder } = state;
  const heading = /^h([1-6])$/.exec(name);
  if (heading !== null) {
    breakLine(state, start, 2);
    builder.put(`${"#".repeat(Number(heading[1]))} `, start, 0);
  } else if (name === "ul" || name === "menu" || name === "dir")
    state.lists.push(undefined);
  else if (name === "ol")
    state.lists.push(
      Number.parseInt(event.attributes["start"] ?? "1", 10) || 1,
    );
  else if (name === "li") openItem(state, event);
  else if (isRowPart(state, name)) {
    if (name === "tr") {
      breakLine(state, start, 1);
      builder.put("|", start, 0);
    } else {
      builder.put(" ", start, 0);
      state.cells++;
    }
  } else if (paragraphNames.test(name)) breakLine(state, start, 2);
  else if (lineNames.test(name) || name === "td" || name === "th")
    breakLine(state, start, 1);
  // what is said of a term stands below it
  if (name === "dd" && state.cells === 0) builder.put("    ", start, 0);
}

function openItem(state: State, event: Open): void {
  breakLine(state, event.start, 1);
  const depth = Math.max(0, state.lists.length - 1);
  const last = state.lists.length - 1;
  const number = state.lists[last];
  const own = Number.parseInt(event.attributes["value"] ?? "", 10);
  const shown = Number.isNaN(own) ? number : own;
  if (shown !== undefined && last >= 0) state.lists[last] = shown + 1;
  const bullet = shown === undefined ? "- " : `${shown}. `;
  state.builder.put("  ".repeat(Math.min(depth, 20)) + bullet, event.start, 0);
}

/** `tr`, `td` and `th` of a table that holds data. */
function isRowPart(state: State, name: string): boolean {
  return (
    /^t[rdh]$/.test(name) &&
    state.tables.length > 0 &&
    state.tables.at(-1) === false
  );
}

function breakLine(state: State, origin: number, count: 1 | 2): void {
  const { builder } = state;
  if (state.cells > 0) {
    if (!atBreak(builder)) builder.put(" ", origin, 0);
    return;
  }
  if (builder.length === 0) return;
  if (!builder.endsWith("\n")) builder.put("\n", origin, 0);
  if (count === 2 && !builder.endsWith("\n\n")) builder.put("\n", origin, 0);
}

function closeTag(state: State, event: Close): void {
  const { name, start } = event;
  if (!isHtmlName(name) || (state.literal > 0 && event.open.start !== start)) {
    closeLiteral(state, event);
    return;
  }
  if (state.hidden > 0) {
    if (isHidden(event.open)) state.hidden--;
    return;
  }
  if (name === "font") {
    const from = state.marks.pop() ?? -1;
    if (from >= 0)
      state.builder.mark({ start: from, end: state.builder.length });
  }
  if (/^(?:ul|ol|menu|dir)$/.test(name)) state.lists.pop();
  if (isRowPart(state, name)) {
    if (name !== "tr") {
      state.cells = Math.max(0, state.cells - 1);
      state.builder.put(" |", start, 0);
    }
    return;
  }
  if (/^h[1-6]$/.test(name)) breakLine(state, start, 2);
  else if (name !== "br" && (paragraphNames.test(name) || name === "li"))
    breakLine(state, start, name === "li" ? 1 : 2);
  if (isPreformatted(event.open)) state.pre = Math.max(0, state.pre - 1);
  if (name === "table") state.tables.pop();
}

function closeLiteral(state: State, event: Close): void {
  if (state.hidden > 0 || event.isImplied) return;
  state.builder.copy(event.start, event.end);
  state.literal = Math.max(0, state.literal - 1);
}
