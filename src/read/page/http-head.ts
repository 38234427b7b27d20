import type { Range } from "./mapped-text.js";

/** An HTTP start line with the header lines after it, as far as they stand in the text. */
export interface RawHead {
  readonly range: Range;
  readonly method?: string;
  readonly target?: string;
  readonly status?: number;
  readonly host?: string;
  readonly contentType?: string;
  readonly soapAction?: string;
  /** The start line had no protocol version. */
  readonly isBare: boolean;
  /** `HTTP/1.0` or a placeholder as length: both tell page generators apart. */
  readonly version?: string;
  readonly contentLength?: string;
  /** Headers whose names are not written as HTTP asks (RFC 9112 §5.1): blanks in them, or before the colon. */
  readonly misspelt?: readonly Range[];
}

const requestLine =
  /(?<![\w/.-])(GET|POST|PUT|DELETE|PATCH)(?:[ \t]{1,20}|\s{1,20}(?=[/{$]|https?:))([^\s<>"]{1,8000})(?:[ \t\r\n]{1,20}(HTTP\/\d(?:\.\d)?)(?![\w.]))?/g;
const statusLine = /(?<![\w/.-])(HTTP\/\d(?:\.\d)?)[ \t]{1,20}(\d{3})(?!\w)/g;

interface StartLine {
  readonly start: number;
  readonly end: number;
  readonly method?: string;
  readonly target?: string;
  readonly status?: number;
  readonly version?: string;
  readonly isBare: boolean;
}

/** Finds all HTTP heads, wherever they stand; sentences that only mention a status are left out. */
export function findHeads(text: string): readonly RawHead[] {
  const starts = [...findRequests(text), ...findStatuses(text)];
  starts.sort((left, right) => left.start - right.start);
  const heads: RawHead[] = [];
  let position = 0;
  for (const [index, line] of starts.entries()) {
    if (line.start < position) continue;
    const limit = starts[index + 1]?.start ?? text.length;
    const head = readHead(text, line, limit);
    if (!isCredible(text, line, head)) continue;
    heads.push(head);
    position = head.range.end;
  }
  return heads;
}

function* findRequests(text: string): Generator<StartLine> {
  for (const match of text.matchAll(requestLine)) {
    const [whole, method, target = "", version] = match;
    const isWrapped = /^\w+[ \t]*[\r\n]/.test(whole);
    if (isWrapped && version === undefined) continue;
    const isPath = /^(?:\/|https?:\/\/|\{\{|\$\{)/.test(target);
    if (!isPath && version === undefined) continue;
    if (version === undefined && !startsLine(text, match.index)) continue;
    const isBare = version === undefined;
    const start = match.index;
    const end = start + whole.length;
    const line = { start, end, isBare, target };
    yield {
      ...line,
      ...(method === undefined ? {} : { method }),
      ...(version === undefined ? {} : { version }),
    };
  }
}

function* findStatuses(text: string): Generator<StartLine> {
  for (const match of text.matchAll(statusLine)) {
    const [whole, version = "", status] = match;
    const reason =
      /[ \t]{1,8}(?:[A-Za-z-][A-Za-z' -]{0,40})?(?=[\r\n]|$)|[ \t]{1,8}(?:OK|Accepted|Internal Server Error|Bad Request)(?!\w)/y;
    reason.lastIndex = match.index + whole.length;
    const tail = reason.exec(text)?.[0].length ?? 0;
    yield {
      start: match.index,
      end: match.index + whole.length + tail,
      status: Number(status),
      version,
      isBare: false,
    };
  }
}

/** Only blanks, list marks or quotation marks before it on its line. */
function startsLine(text: string, offset: number): boolean {
  for (let index = offset - 1; index >= Math.max(0, offset - 200); index--) {
    const character = text.charAt(index);
    if (character === "\n" || character === "\r") return true;
    if (!/[\s>*`"'|-]/.test(character)) return false;
  }
  return offset < 200;
}

/** A status in a sentence ("answers HTTP/1.1 200 OK when…") has no header after it and does not begin a line. */
function isCredible(text: string, line: StartLine, head: RawHead): boolean {
  if (startsLine(text, line.start)) return true;
  if (line.status === undefined && line.version !== undefined) return true;
  if (head.contentType !== undefined) return true;
  const before = text.slice(Math.max(0, line.start - 20), line.start);
  return /(?:>|HTTP\/\d\.\d)\s*$/.test(before);
}

/** Values that have a form of their own are read by it, so that headers on one line come apart. */
const typedValues: ReadonlyMap<string, RegExp> = new Map([
  [
    "host",
    /\s{0,20}([^\s<>"'`“”;,|\\]{1,300}?)(?=[\s<>"'`“”;,|\\]|[)\]}]{1,3}(?:\s|;|$)|$)/y,
  ],
  [
    "content-type",
    /\s{0,20}([\w.+-]{1,80}\/[\w.+-]{1,80}(?:[ \t]{0,8};\s{0,20}[\w-]{1,40}[ \t]{0,8}=[ \t]{0,8}(?:["“”][^"“”\r\n]{0,300}["“”]|[^\s;"“”<]{1,200})){0,8};?)/y,
  ],
  ["content-length", /[ \t]{0,20}([^\s<>]{1,40})/y],
  [
    "soapaction",
    /[ \t]{0,20}(?:\s{0,20}(["'“”„«][^"'“”»<>]{0,2000}["'“”»])|([^\s<>"“”]{1,2000})|(?=[\r\n]|$))/y,
  ],
]);

const headerName =
  /\s{0,200}?([A-Za-z][A-Za-z0-9]{0,40}(?:\s?[-–—]\s{0,20}[A-Za-z0-9]{1,40}){0,8})[ \t]{0,8}[:：]/y;

function readHead(text: string, line: StartLine, limit: number): RawHead {
  const values = new Map<string, string>();
  const misspelt: Range[] = [];
  let end = line.end;
  for (;;) {
    const next = readHeader(text, end, { values, misspelt });
    if (next === undefined || next > limit) break;
    end = next;
  }
  const host = values.get("host");
  const contentType = values.get("content-type");
  const contentLength = values.get("content-length");
  const soapAction =
    values.get("soapaction") ?? actionParameter(contentType ?? "");
  return {
    range: { start: line.start, end },
    isBare: line.isBare,
    ...(misspelt.length === 0 ? {} : { misspelt }),
    ...(line.method === undefined ? {} : { method: line.method }),
    ...(line.target === undefined ? {} : { target: line.target }),
    ...(line.status === undefined ? {} : { status: line.status }),
    ...(line.version === undefined ? {} : { version: line.version }),
    ...(host === undefined ? {} : { host }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(contentLength === undefined ? {} : { contentLength }),
    ...(soapAction === undefined ? {} : { soapAction: unquote(soapAction) }),
  };
}

/** SOAP 1.2 part 2 §6.5.3: the action travels as a parameter of the media type. */
function actionParameter(contentType: string): string | undefined {
  return /;\s*action\s*=\s*(["“”][^"“”]*["“”]|[^\s;]+)/i.exec(contentType)?.[1];
}

function unquote(value: string): string {
  return value.replace(/^["'“”„«]|["'“”»]$/g, "").replace(/\s+/g, "");
}

interface HeaderFindings {
  readonly values: Map<string, string>;
  readonly misspelt: Range[];
}

/** Reads one header; returns where it ends, or undefined when there is none. */
function readHeader(
  text: string,
  position: number,
  { values, misspelt }: HeaderFindings,
): number | undefined {
  headerName.lastIndex = position;
  const match = headerName.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined) return undefined;
  const name = written.replace(/\s/g, "").replace(/[–—]/g, "-").toLowerCase();
  const after = position + match[0].length;
  const gap = match[0].slice(0, match[0].indexOf(written));
  const typed = typedValues.get(name);
  if (typed !== undefined) {
    const colon = match[0].slice(gap.length + written.length);
    if (/[\s–—：]/.test(`${written}${colon}`))
      misspelt.push({ start: position + gap.length, end: after });
    typed.lastIndex = after;
    const value = typed.exec(text);
    if (value === null) return after;
    const found = (value[1] ?? value[2] ?? "").trim();
    if (name === "host" && found.endsWith(":")) return after;
    if (!values.has(name)) values.set(name, found);
    return after + value[0].length;
  }
  if (!/[\r\n]/.test(gap) || /\n\s*\n|\r\s*\r/.test(gap)) return undefined;
  return isHeaderName(written) ? endOfLine(text, after) : undefined;
}

/** Live captures carry headers that say nothing about the contract. */
function isHeaderName(name: string): boolean {
  return (
    /^[A-Za-z]+(?:-[A-Za-z0-9]+)+$/.test(name) ||
    /^(?:Accept|Age|Allow|Authorization|Connection|Cookie|Date|ETag|Expect|Expires|From|Location|Origin|P3P|Pragma|Referer|Server|TE|Trailer|Upgrade|Vary|Via|Warning|Cookie2|MIME)$/i.test(
      name,
    )
  );
}

function endOfLine(text: string, position: number): number {
  let end = position;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  return end;
}
