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

/** Browsers stop nesting at 512; below this no page goes, and the parser's time grows with the depth. */
const maximumDepth = 2000;

export interface HtmlEvents {
  readonly events: readonly HtmlEvent[];
  /** Where reading stopped because of the depth; the length of the text otherwise. */
  readonly end: number;
}

/** Splits HTML into events; never fails, as HTML never does. */
export function readHtmlEvents(text: string): HtmlEvents {
  const events: HtmlEvent[] = [];
  let stopped = text.length;
  const stack: HtmlOpen[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { startIndex: start, endIndex } = parser;
        const open = createOpen(name, attributes, { start, end: endIndex + 1 });
        if (layoutContent.test(open.name)) markLayout(stack);
        stack.push(open);
        events.push(open);
        if (stack.length < maximumDepth || stopped < text.length) return;
        stopped = open.end;
        parser.pause();
      },
      onclosetag(name, isImplied) {
        const open = stack.pop();
        if (open === undefined) return;
        const { startIndex: start, endIndex } = parser;
        const isOwn = isImplied || start === open.start;
        open.isClosed = !isImplied || text[open.end - 2] === "/";
        events.push({
          kind: "close",
          name: name.toLowerCase(),
          open,
          start,
          end: isOwn ? start : endIndex + 1,
          isImplied: isOwn,
        });
      },
      ontext(data) {
        const { startIndex: start, endIndex } = parser;
        events.push({ kind: "text", text: data, start, end: endIndex + 1 });
      },
    },
    { lowerCaseTags: false, recognizeSelfClosing: true },
  );
  parser.write(text);
  if (stopped === text.length) parser.end();
  return { events: events.filter(({ end }) => end <= stopped), end: stopped };
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
