import { appendAll } from "./append-all.js";
import type { MessageReader } from "./message-reader.js";
import { localPart, type RawElement } from "./raw-message.js";
import type { XmlToken } from "./xml-token.js";

/** Deeper nesting is no documentation; it also keeps what walks the tree from running out of stack. */
const maximumDepth = 200;

/** Opens the element of a start tag, repairing the tag. */
export function openElement(reader: MessageReader, token: XmlToken): void {
  const { stack } = reader;
  if (stack.length >= maximumDepth) {
    reader.tooDeep ??= { start: token.start, end: token.end };
    if (!token.isEmpty) reader.overflow++;
    return;
  }
  if (token.isBroken && token.end === token.start + 1 + token.name.length) {
    // cut off within its name: what it is called cannot be known
    const length = token.end - token.start;
    reader.edits.push({ offset: token.start, length, insert: "" });
    return;
  }
  const isStray = token.name === "";
  const name = isStray ? strayEnvelope(token) : token.name;
  const element: RawElement = {
    kind: "element",
    name,
    attributes: token.attributes,
    content: [],
    comments: reader.comments,
    start: token.start,
    contentStart: token.end,
    end: token.end,
    isVirtual: isStray,
  };
  reader.comments = [];
  if (isStray) repairStray(reader, token, name);
  appendAll(reader.edits, token.edits);
  repairQuotes(reader, token);
  stack.at(-1)?.content.push(element);
  reader.root ??= element;
  if (localPart(name) === "Body" && stack.length === 1) reader.hasBody = true;
  if (token.isBroken) cutBroken(reader, token);
  else if (!token.isEmpty) stack.push(element);
}

/** Ends a start tag in which the text stopped after its last whole attribute. */
function cutBroken(reader: MessageReader, token: XmlToken): void {
  const offset =
    token.attributes.at(-1)?.range.end ?? token.start + 1 + token.name.length;
  const length = token.end - offset;
  reader.edits.push({ offset, length, insert: "/>" });
}

/** `<xmlns:ser="…">` is what remains of an Envelope whose name was lost. */
function strayEnvelope(token: XmlToken): string {
  for (const { name, value } of token.attributes)
    if (/\/soap\/envelope\/?$|\/soap-envelope\/?$/.test(value.trim()))
      return name === "xmlns" ? "Envelope" : `${localPart(name)}:Envelope`;
  return "soapenv:Envelope";
}

function repairStray(
  reader: MessageReader,
  token: XmlToken,
  name: string,
): void {
  reader.edits.push({ offset: token.start + 1, length: 0, insert: `${name} ` });
  reader.repairs.push({
    description: `read the start tag without a name as ${name}`,
    range: { start: token.start, end: token.end },
  });
}

function repairQuotes(reader: MessageReader, token: XmlToken): void {
  if (token.edits.length > 0)
    reader.repairs.push({
      description: `put the attributes of ${token.name} right`,
      range: { start: token.start, end: token.end },
    });
}
