import { WSSE } from "../runtime/client/security-names.js";
import { skipElement } from "../runtime/codec/skip-element.js";
import { SOAP_11, SOAP_12 } from "../runtime/xml/namespaces.js";
import { XmlReader } from "../runtime/xml/reader.js";

/** An element of an envelope: what a signature covers, or what it is made of. */
export interface EnvelopePart {
  /** `{namespace}local`. */
  readonly key: string;
  /** Where its start tag begins, and where the tag's name ends. */
  readonly start: number;
  readonly nameEnd: number;
  /** Behind its end tag. */
  readonly end: number;
  /** Values of its attributes `Id`, `ID` and `id`, whatever their namespace. */
  readonly ids: readonly string[];
  /** Key of its first child. */
  readonly first: string | undefined;
}

/** The header block of WS-Security. */
export interface SecurityHeader {
  /** Where its end tag begins. */
  readonly contentEnd: number;
  readonly children: readonly EnvelopePart[];
  /** The namespace that a prefix has inside. */
  readonly lookup: (prefix: string) => string | undefined;
}

export interface EnvelopeParts {
  /** Namespace of the envelope. */
  readonly soap: string;
  readonly body: EnvelopePart;
  /** All header blocks, WS-Security's own among them. */
  readonly blocks: readonly EnvelopePart[];
  readonly security: SecurityHeader | undefined;
}

interface Found {
  readonly bodies: EnvelopePart[];
  readonly blocks: EnvelopePart[];
  readonly securities: SecurityHeader[];
}

/**
 * Finds what a signature can be about, strictly: one body, one security header. Throws a `SoapError` of kind "decode"
 * where an envelope could be read in two ways.
 */
export function locateParts(envelope: string): EnvelopeParts {
  const reader = new XmlReader(envelope);
  const soap = reader.peek()?.namespace ?? "";
  if (soap !== SOAP_11 && soap !== SOAP_12) reader.fail("no SOAP envelope");
  const found: Found = { bodies: [], blocks: [], securities: [] };
  reader.enter();
  for (let name = reader.peek(); name !== undefined; name = reader.peek()) {
    if (name.key === `{${soap}}Header`) readHeader(reader, found);
    else if (name.key === `{${soap}}Body`) found.bodies.push(readPart(reader));
    else skipElement(reader);
  }
  reader.leave();
  reader.finish();
  const { bodies, blocks, securities } = found;
  const [body] = bodies;
  if (body === undefined || bodies.length > 1)
    return reader.fail("not one body");
  if (securities.length > 1) reader.fail("more than one security header");
  return { soap, body, blocks, security: securities[0] };
}

function readHeader(reader: XmlReader, { blocks, securities }: Found): void {
  reader.enter();
  for (let name = reader.peek(); name !== undefined; name = reader.peek()) {
    const isSecurity = name.key === `{${WSSE}}Security`;
    const readContent = (): void => void securities.push(readSecurity(reader));
    blocks.push(readPart(reader, isSecurity ? readContent : undefined));
  }
  reader.leave();
}

/** Reads the content of the header block that the reader is in. */
function readSecurity(reader: XmlReader): SecurityHeader {
  const { scope } = reader;
  const children: EnvelopePart[] = [];
  while (reader.peek() !== undefined) children.push(readPart(reader));
  const lookup = (prefix: string): string | undefined => scope.lookup(prefix);
  return { contentEnd: reader.pos, children, lookup };
}

/** Reads the child that the reader has found; `readContent` reads what is in it. */
function readPart(
  reader: XmlReader,
  readContent: () => void = () => skipContent(reader),
): EnvelopePart {
  const key = reader.peek()?.key ?? "";
  const start = reader.pos;
  TAG_NAME.lastIndex = start;
  TAG_NAME.test(reader.xml);
  const nameEnd = TAG_NAME.lastIndex;
  reader.enter();
  const ids = reader.attributes
    .filter(({ local }) => ID_NAMES.includes(local))
    .map(({ value }) => value);
  const mark = reader.mark();
  reader.mixedText();
  const first = reader.peek()?.key;
  reader.reset(mark);
  readContent();
  reader.leave();
  return { key, start, nameEnd, end: reader.pos, ids, first };
}

const TAG_NAME = /<[^\s/>]+/y;
const ID_NAMES = ["Id", "ID", "id"];

function skipContent(reader: XmlReader): void {
  for (;;) {
    reader.mixedText();
    if (reader.peek() === undefined) return;
    skipElement(reader);
  }
}
