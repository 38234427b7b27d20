import {
  qname,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
  type Body,
  type Envelope,
  type HeaderBlock,
  type Part,
} from "../../model/index.js";
import { encodedBody, encodedHeaders } from "./encoded-message.js";
import {
  globalElement,
  literalElement,
  type WritingContext,
} from "./literal-element.js";
import { soapDialects, type SoapDialect } from "./soap-dialect.js";
import type { WrittenElement } from "./written-element.js";
import { writeXml } from "./write-xml.js";

export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

export interface SoapMessage {
  readonly protocol: "soap11" | "soap12";
  readonly envelope: Envelope;
  readonly direction: "request" | "response";
  /** Of the service: what the prefix `tns` stands for in encoded messages. */
  readonly targetNamespace: string;
}

/** The XML of a SOAP section's request or response (sample grammar A3). */
export function writeSoapMessage(
  message: SoapMessage,
  context: WritingContext,
): string {
  const dialect = soapDialects[message.protocol];
  const { namespace } = dialect;
  const headers = headerElements(message, context);
  const header: WrittenElement = {
    name: qname(namespace, "Header"),
    attributes: [],
    content: headers,
  };
  const envelope: WrittenElement = {
    name: qname(namespace, "Envelope"),
    declarations: declarations(message, dialect),
    attributes: [],
    content: [
      ...(headers.length === 0 ? [] : [header]),
      body(message, dialect, context),
    ],
  };
  return `${XML_DECLARATION}\n${writeXml(envelope)}`;
}

function declarations(
  { envelope, targetNamespace }: SoapMessage,
  dialect: SoapDialect,
): readonly (readonly [string, string])[] {
  const own = [dialect.prefix, dialect.namespace] as const;
  const instance = [
    ["xsi", XSI_NAMESPACE],
    ["xsd", XSD_NAMESPACE],
  ] as const;
  if (!isEncoded(envelope)) return [...instance, own];
  return [
    ...instance,
    ["soapenc", dialect.encoding],
    ["tns", targetNamespace],
    ["types", `${targetNamespace.replace(/\/$/, "")}/encodedTypes`],
    ...dialect.encodedDeclarations,
    own,
  ];
}

function isEncoded({ body: content, headers }: Envelope): boolean {
  const isBodyEncoded =
    (content.kind === "rpc" || content.kind === "parts") && content.isEncoded;
  return isBodyEncoded || headers.some((header) => header.isEncoded);
}

function headerElements(
  message: SoapMessage,
  context: WritingContext,
): readonly WrittenElement[] {
  const { headers } = message.envelope;
  const literal = headers.filter((header) => !header.isEncoded);
  return [
    ...literal.map((header) => headerElement(header, context)),
    ...encodedHeaders(message, context),
  ];
}

function headerElement(
  { name, type }: HeaderBlock,
  context: WritingContext,
): WrittenElement {
  return type.kind === "element"
    ? globalElement(type.name, 0, context)
    : literalElement({ name, type: type.reference, depth: 0 }, context);
}

function body(
  message: SoapMessage,
  dialect: SoapDialect,
  context: WritingContext,
): WrittenElement {
  const content = message.envelope.body;
  const name = qname(dialect.namespace, "Body");
  const isBodyEncoded =
    (content.kind === "rpc" || content.kind === "parts") && content.isEncoded;
  if (!isBodyEncoded)
    return { name, attributes: [], content: bodyElements(content, context) };
  const style = {
    name: qname(dialect.namespace, "encodingStyle"),
    value: dialect.encoding,
  };
  return { name, attributes: [style], content: encodedBody(message, context) };
}

function bodyElements(
  content: Body,
  context: WritingContext,
): readonly WrittenElement[] {
  switch (content.kind) {
    case "element":
      return [globalElement(content.name, 0, context)];
    case "parts":
      return content.parts.map((part) => partElement(part, context));
    case "rpc": {
      // The generator counts from the parts on.
      const parts = content.parts.map((part) => partElement(part, context));
      return [{ name: content.wrapper, attributes: [], content: parts }];
    }
    case "empty":
    case "parameters":
    case "xml":
      return [];
  }
}

/** A part that has a type is an unqualified element (WSDL 1.1 §3.5). */
function partElement(
  { name, type }: Part,
  context: WritingContext,
): WrittenElement {
  return type.kind === "element"
    ? globalElement(type.name, 0, context)
    : literalElement(
        { name: qname("", name), type: type.reference, depth: 0 },
        context,
      );
}
