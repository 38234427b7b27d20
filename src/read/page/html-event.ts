import { Parser } from "htmlparser2";
import type { Range } from "./mapped-text.js";

/** What an HTML page consists of, in order, with offsets in the file. */
export type HtmlEvent = HtmlOpen | HtmlClose | HtmlText;

interface HtmlOpen {
  readonly kind: "open";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** The page closes it itself; HTML rules would close it anyway. */
  isClosed: boolean;
  /** Tables that arrange the page rather than hold data. */
  isLayout: boolean;
}

interface HtmlClose {
  readonly kind: "close";
  readonly name: string;
  readonly open: HtmlOpen;
  readonly start: number;
  readonly end: number;
  /** There is no end tag in the file. */
  readonly isImplied: boolean;
}

interface HtmlText {
  readonly kind: "text";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What data tables do not contain. */
const layoutContent = /^(?:pre|textarea|xmp|table|h[1-6]|form)$/;

/** A listing laid out as a table, one row for each line: a message in the cells of a data table. */
const listedMessage =
  /<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope\s)|(?:POST|GET)\s\S{1,300}\sHTTP\/\d/;

/** Browsers stop nesting at 512; below this no page goes, and the parser's time grows with the depth. */
const maximumDepth = 2000;

export interface HtmlEvents {
  readonly events: readonly HtmlEvent[];
  /** Where reading stopped because of the depth; the length of the text otherwise. */
  readonly end: number;
}

interface State {
  readonly text: string;
  readonly events: HtmlEvent[];
  readonly stack: HtmlOpen[];
  /** The last of the text so far: entities and marks of colour split it. */
  tail: string;
  end: number;
}

/** Splits HTML into events; never fails, as HTML never does. */
export function readHtmlEvents(text: string): HtmlEvents {
  const state: State = {
    text,
    events: [],
    stack: [],
    tail: "",
    end: text.length,
  };
  const place = (): Range => ({
    start: parser.startIndex,
    end: parser.endIndex + 1,
  });
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        addOpen(state, createOpen(name, attributes, place()));
        if (state.end < text.length) parser.pause();
      },
      onclosetag: (_, isImplied) => addClose(state, isImplied, place()),
      ontext(data) {
        state.events.push({ kind: "text", text: data, ...place() });
        state.tail = `${state.tail}${data.slice(0, 400)}`.slice(-500);
        if (!listedMessage.test(state.tail)) return;
        markLayout(state.stack);
        state.tail = "";
      },
    },
    {
      lowerCaseTags: false,
      recognizeSelfClosing: true,
      recognizeCDATA: true,
    },
  );
  parser.write(text);
  if (state.end === text.length) parser.end();
  const events = state.events.filter((event) => event.end <= state.end);
  return { events, end: state.end };
}

function addOpen(state: State, open: HtmlOpen): void {
  const { stack } = state;
  if (layoutContent.test(open.name)) markLayout(stack);
  stack.push(open);
  state.events.push(open);
  if (stack.length >= maximumDepth) state.end = Math.min(state.end, open.end);
}

function addClose(state: State, isImplied: boolean, place: Range): void {
  const open = state.stack.pop();
  if (open === undefined) return;
  const { start } = place;
  open.isClosed = !isImplied || state.text[open.end - 2] === "/";
  const isOwn = isImplied || start === open.start;
  const end = isOwn ? start : place.end;
  const { name } = open;
  state.events.push({
    kind: "close",
    name,
    open,
    start,
    end,
    isImplied: isOwn,
  });
}

function createOpen(
  name: string,
  attributes: Readonly<Record<string, string>>,
  range: Range,
): HtmlOpen {
  return {
    kind: "open",
    name: name.toLowerCase(),
    attributes,
    ...range,
    isClosed: false,
    isLayout: false,
  };
}

/** Only the innermost table counts: the ones around it were marked when it opened. */
function markLayout(stack: readonly HtmlOpen[]): void {
  for (let index = stack.length - 1; index >= 0; index--) {
    const open = stack[index];
    if (open?.name !== "table") continue;
    open.isLayout = true;
    return;
  }
}
