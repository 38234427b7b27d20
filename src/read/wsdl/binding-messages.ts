import {
  declared,
  type BindingMessage,
  type HeaderBinding,
} from "../../model/index.js";
import {
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import {
  optionalAttribute,
  readEnumerated,
  readReference,
} from "./attribute-values.js";
import type { WsdlContext } from "./wsdl-context.js";
import {
  isSoapExtension,
  WSDL,
  WSDL_HTTP,
  WSDL_MIME,
} from "./wsdl-namespaces.js";

const USE = { local: "use", values: ["literal", "encoded"] } as const;
const FORM = "application/x-www-form-urlencoded";
const XML_TYPE = /^(?:text|application)\/(?:[\w.+-]+\+)?xml$/i;

type OpenMessage = {
  -readonly [
    Key in keyof Omit<BindingMessage, "headers" | "attachments">
  ]: BindingMessage[Key];
} & {
  readonly headers: HeaderBinding[];
  readonly attachments: { part: string; contentTypes: string[] }[];
};

interface Reading {
  readonly message: OpenMessage;
  readonly context: WsdlContext;
  /** Inside mime:multipartRelated: content is an attachment. */
  readonly isMultipart: boolean;
}

/** Reads the extensions of `wsdl:input` or `wsdl:output` of a binding (WSDL 1.1 §3.5 to §5.11). */
export function readBindingMessage(
  element: XmlElement,
  context: WsdlContext,
): BindingMessage {
  const message: OpenMessage = {
    use: "literal",
    headers: [],
    attachments: [],
    origin: declared(element.span),
  };
  readExtensions(element, { message, context, isMultipart: false });
  return message;
}

function readExtensions(parent: XmlElement, reading: Reading): void {
  for (const child of childElements(parent)) {
    if (isSoapExtension(child)) readSoap(child, reading);
    else if (child.namespace === WSDL_HTTP) readHttp(child, reading.message);
    else if (child.namespace === WSDL_MIME) readMime(child, reading);
  }
}

function readSoap(element: XmlElement, { message, context }: Reading): void {
  if (element.local === "header") {
    const header = readHeader(element, context);
    if (header !== undefined) message.headers.push(header);
  } else if (element.local === "body") {
    // WS-I Basic Profile R2707: absent means literal.
    message.use = readEnumerated(element, USE, context) ?? "literal";
    Object.assign(message, optionalAttribute(element, "namespace"));
    const parts = attributeValue(element, "parts");
    if (parts !== undefined)
      message.parts = parts.split(/\s+/).filter((part) => part !== "");
  }
}

function readHeader(
  element: XmlElement,
  context: WsdlContext,
): HeaderBinding | undefined {
  const name = readReference(element, "message", context);
  const part = attributeValue(element, "part")?.trim();
  if (name === undefined) return undefined;
  if (part === undefined) {
    const parameters = { element: element.local, attribute: "part" };
    context.sink.report("wsdl/missing-reference", parameters, {
      span: element.span,
    });
    return undefined;
  }
  const faults = childElements(element, element.namespace, "headerfault")
    .map((child) => readHeader(child, context))
    .filter((fault) => fault !== undefined);
  const isRequired = attributeValue(element, "required", WSDL)?.trim();
  return {
    message: name,
    part,
    use: readEnumerated(element, USE, context) ?? "literal",
    ...optionalAttribute(element, "namespace"),
    ...(isRequired === undefined
      ? {}
      : { isRequired: isRequired === "true" || isRequired === "1" }),
    ...(faults.length === 0 ? {} : { faults }),
    origin: declared(element.span),
  };
}

function readHttp(element: XmlElement, message: OpenMessage): void {
  if (element.local === "urlEncoded") message.encoding = "urlEncoded";
  if (element.local === "urlReplacement") message.encoding = "urlReplacement";
}

function readMime(element: XmlElement, reading: Reading): void {
  const { message, isMultipart } = reading;
  const part = attributeValue(element, "part")?.trim();
  switch (element.local) {
    case "multipartRelated":
      readExtensions(element, { ...reading, isMultipart: true });
      break;
    case "part":
      readExtensions(element, reading);
      break;
    case "mimeXml":
      readXmlContent(message, part);
      break;
    case "content": {
      const type = attributeValue(element, "type")?.trim() ?? "*/*";
      if (isMultipart) addAttachment(message, part, type);
      else if (type === FORM) message.encoding = "urlEncoded";
      else if (XML_TYPE.test(type)) readXmlContent(message, part, type);
      else addAttachment(message, part, type);
      break;
    }
  }
}

function readXmlContent(
  message: OpenMessage,
  part: string | undefined,
  type?: string,
): void {
  message.encoding = "xml";
  if (type !== undefined) message.mediaType = type;
  if (part !== undefined) message.parts = [part];
}

/** Several contents of one part are alternatives (WSDL 1.1 §5.3). */
function addAttachment(
  message: OpenMessage,
  part: string | undefined,
  type: string,
): void {
  if (part === undefined) return;
  const known = message.attachments.find(
    (attachment) => attachment.part === part,
  );
  if (known === undefined)
    message.attachments.push({ part, contentTypes: [type] });
  else known.contentTypes.push(type);
}
