import type { SourceText } from "../../source/index.js";
import {
  createMappedTextBuilder,
  type MappedText,
  type MappedTextBuilder,
} from "./mapped-text.js";
import { decodeReferences } from "./xml-text.js";

const projectRoot = /<[\w.-]{1,40}:soapui-project[\s>]/;
/** Start tags that say what follows: the interface and operation, the address, and the messages themselves. */
const partStart =
  /<[\w.-]{1,40}:(interface|operation|endpoint|request|responseContent)(\s[^<>]{0,4000})?>/g;
const cdata = /\s{0,200}<!\[CDATA\[/y;
const envelope = /^\s{0,200}(?:<|&lt;)[\w.-]{1,40}:Envelope[\s>]/;

/** What the project says about the request that comes next. */
interface Call {
  name: string;
  action: string;
  address: string;
  isOneWay: boolean;
  /** Its requests stand under one heading. */
  isHeaded: boolean;
}

/** Whether a file is one that soapUI wrote, in which it decides how values are to be read. */
export function isSoapuiProject({ text }: SourceText): boolean {
  return projectRoot.test(text.slice(0, 4000));
}

/** Takes the messages out of a soapUI project file, as one would write them in a page: name, request, response. */
export function unwrapSoapuiProject(
  source: SourceText,
): MappedText | undefined {
  const { text } = source;
  if (!isSoapuiProject(source)) return undefined;
  const builder = createMappedTextBuilder(source);
  const call: Call = {
    name: "",
    action: "",
    address: "",
    isOneWay: false,
    isHeaded: true,
  };
  let position = 0;
  for (const match of text.matchAll(partStart)) {
    if (match.index < position) continue;
    const [whole, kind = "", attributes = ""] = match;
    const start = match.index + whole.length;
    if (kind === "request" || kind === "responseContent") {
      const content = contentAt(text, start);
      if (content === undefined) continue;
      position = content.end;
      if (kind === "request") writeHead(builder, call, match.index);
      copyContent(builder, source, content);
      const after = kind === "request" && call.isOneWay;
      builder.put(
        after ? "\n\nHTTP/1.1 202 Accepted\n\n" : "\n\n",
        position,
        0,
      );
    } else readPart(call, { kind, attributes, text, start });
  }
  return builder.build();
}

interface Part {
  readonly kind: string;
  readonly attributes: string;
  readonly text: string;
  readonly start: number;
}

function readPart(call: Call, { kind, attributes, text, start }: Part): void {
  const valueOf = (name: string): string =>
    decodeReferences(
      new RegExp(`\\s${name}="([^"<>]{0,2000})"`).exec(attributes)?.[1] ?? "",
    );
  if (kind === "endpoint") {
    const end = text.indexOf("<", start);
    call.address = decodeReferences(text.slice(start, end)).trim();
  } else if (kind === "interface") call.address = "";
  else {
    call.name = valueOf("name");
    call.action = valueOf("action");
    call.isOneWay = valueOf("isOneWay") === "true";
    call.isHeaded = false;
  }
}

/** An address with a property of the project in it (`${#Project#host}`) is known to nobody else. */
function writeHead(
  builder: MappedTextBuilder,
  call: Call,
  offset: number,
): void {
  if (!call.isHeaded) builder.put(`# ${call.name}\n\n`, offset, 0);
  call.isHeaded = true;
  const url = /^https?:\/\/[^\s<>"{}]{1,2000}$/.exec(call.address)?.[0];
  if (url === undefined && call.action === "") return;
  const action = call.action.replace(/["\s]/g, "");
  builder.put(`POST ${url ?? "/"} HTTP/1.1\n`, offset, 0);
  if (action !== "") builder.put(`SOAPAction: "${action}"\n`, offset, 0);
  builder.put("\n", offset, 0);
}

interface Content {
  readonly from: number;
  readonly end: number;
  readonly isEscaped: boolean;
}

/** The envelope in an element: in a CDATA section, or escaped. */
function contentAt(text: string, start: number): Content | undefined {
  cdata.lastIndex = start;
  const isEscaped = !cdata.test(text);
  const from = isEscaped ? start : cdata.lastIndex;
  if (!envelope.test(text.slice(from, from + 300))) return undefined;
  const end = text.indexOf(isEscaped ? "<" : "]]>", from);
  return end < 0 ? undefined : { from, end, isEscaped };
}

/** soapUI writes the carriage return of each line end as the two characters `\r`, or as a reference. */
function copyContent(
  builder: MappedTextBuilder,
  source: SourceText,
  { from, end, isEscaped }: Content,
): void {
  let position = from;
  const text = source.text.slice(from, end);
  const parts = isEscaped ? /&#?\w{1,8};/g : /\\r(?=\r?\n)/g;
  for (const match of text.matchAll(parts)) {
    const offset = from + match.index;
    builder.copy(position, offset);
    const plain = isEscaped ? decodeReferences(match[0]) : "";
    builder.put(plain.replace("\r", ""), offset, match[0].length);
    position = offset + match[0].length;
  }
  builder.copy(position, end);
}
