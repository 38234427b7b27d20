import type {
  BindingMessage,
  BindingOperationDeclaration,
  Body,
  Envelope,
  HeaderBlock,
  HeaderBinding,
  Message,
  MessagePart,
  Origin,
  Part,
  PartType,
  Protocol,
  QName,
} from "../model/index.js";
import { qname } from "../model/index.js";
import type { LinkContext } from "./context.js";
import { localNames } from "./dangling-names.js";

export interface EnvelopeInput {
  readonly operationName: string;
  readonly direction: "request" | "response";
  readonly protocol: Protocol;
  readonly style: "document" | "rpc";
  readonly binding: BindingMessage | undefined;
  readonly message: Message | undefined;
  readonly declaration: BindingOperationDeclaration;
  readonly origin: Origin;
}

/** Resolves style, use and message parts to what is on the wire (WSDL 1.1 §3.5, §4, §5). */
export function linkEnvelope(
  input: EnvelopeInput,
  context: LinkContext,
): Envelope {
  const headers = (input.binding?.headers ?? []).flatMap((header) =>
    linkHeader(header, context),
  );
  const attachments = (input.binding?.attachments ?? []).map(
    ({ part, contentTypes }) => ({
      name: part,
      contentTypes,
      origin: input.origin,
    }),
  );
  return { headers, attachments, body: linkBody(input), origin: input.origin };
}

function linkHeader(
  header: HeaderBinding,
  context: LinkContext,
): readonly HeaderBlock[] {
  const message = context.messages.get(header.message.key);
  const part = message?.parts.find(
    (candidate) => candidate.name === header.part,
  );
  if (message === undefined || part === undefined) {
    addDangling(header, message, context);
    return [];
  }
  const type = partType(part);
  if (type === undefined) return [];
  const faults = header.faults?.flatMap((fault) => linkHeader(fault, context));
  return [
    {
      name:
        type.kind === "element"
          ? type.name
          : qname(header.namespace ?? "", part.name),
      type,
      isRequired: header.isRequired ?? false,
      isEncoded: header.use === "encoded",
      origin: header.origin,
      ...(faults === undefined ? {} : { faults }),
      ...(part.documentation === undefined
        ? {}
        : { documentation: part.documentation }),
    },
  ];
}

function addDangling(
  header: HeaderBinding,
  message: Message | undefined,
  { messages, dangling }: LinkContext,
): void {
  const { message: wanted } = header;
  dangling.add({
    kind: "header",
    name: message === undefined ? wanted.local : header.part,
    user: message === undefined ? "message" : `part of ${wanted.local}`,
    span: header.origin.span,
    candidates:
      message?.parts.map(({ name }) => name) ??
      localNames(messages.values(), wanted.namespace),
  });
}

function linkBody(input: EnvelopeInput): Body {
  const parts = bodyParts(input);
  if (input.protocol === "http-get" || input.protocol === "http-post") {
    if (input.direction === "response") return bareDocument(parts);
    return isDocument(input, parts)
      ? withPlace(bareDocument(parts), input)
      : parameters(input, parts);
  }
  const isEncoded = input.binding?.use === "encoded";
  if (input.style === "rpc") {
    const suffix = input.direction === "response" ? "Response" : "";
    const wrapper = qname(
      input.binding?.namespace ?? "",
      `${input.operationName}${suffix}`,
    );
    return { kind: "rpc", wrapper, parts: parts.flatMap(linkPart), isEncoded };
  }
  const [only] = parts;
  if (only === undefined) return { kind: "empty" };
  const isWhole = parts.length === 1 && !isEncoded && !hasAttachments(input);
  // Beside attachments the element is one property of the value, and they are the others.
  if (isWhole && only.element !== undefined)
    return { kind: "element", name: only.element };
  return { kind: "parts", parts: parts.flatMap(linkPart), isEncoded };
}

function hasAttachments({ binding }: EnvelopeInput): boolean {
  return (binding?.attachments ?? []).length > 0;
}

/** All parts, less those that headers and attachments take, or those the binding lists. */
function bodyParts({
  binding,
  message,
}: EnvelopeInput): readonly MessagePart[] {
  const parts = message?.parts ?? [];
  const listed = binding?.parts;
  if (listed !== undefined)
    return parts.filter((part) => listed.includes(part.name));
  const taken = new Set(binding?.attachments.map(({ part }) => part));
  for (const header of binding?.headers ?? []) {
    if (header.message === message?.name) taken.add(header.part);
  }
  return parts.filter((part) => !taken.has(part.name));
}

/**
 * Beside rpc, a part by `type` would make the type that of the body itself (WSDL 1.1 §3.5), which WS-I BP R2204 forbids;
 * toolkits write an element without namespace, named after the part, and so does this.
 */
function linkPart(part: MessagePart): readonly Part[] {
  const type = partType(part);
  if (type === undefined) return [];
  return [
    {
      name: part.name,
      type,
      origin: part.origin,
      ...(part.isRepeated === true
        ? { occurrence: { min: 0, max: "unbounded" } as const }
        : {}),
      ...(part.documentation === undefined
        ? {}
        : { documentation: part.documentation }),
    },
  ];
}

function partType(part: MessagePart): PartType | undefined {
  if (part.element !== undefined)
    return { kind: "element", name: part.element };
  return part.type === undefined
    ? undefined
    : { kind: "type", reference: part.type };
}

/** WSDL 1.1 §4.6, §5.4: what is posted may be a document. */
function isDocument(
  { protocol, binding }: EnvelopeInput,
  parts: readonly MessagePart[],
): boolean {
  const isXml = protocol === "http-post" && binding?.encoding === "xml";
  return isXml && parts.length === 1;
}

function withPlace(body: Body, { declaration, binding }: EnvelopeInput): Body {
  const { location = "" } = declaration;
  const { mediaType = "text/xml" } = binding ?? {};
  return body.kind !== "xml"
    ? body
    : {
        ...body,
        ...(location !== "" && { location }),
        ...(mediaType !== "text/xml" && { mediaType }),
      };
}

function parameters(input: EnvelopeInput, parts: readonly MessagePart[]): Body {
  const placement =
    input.protocol === "http-post"
      ? "form"
      : input.binding?.encoding === "urlReplacement"
        ? "path"
        : "query";
  return {
    kind: "parameters",
    location: input.declaration.location ?? "",
    placement,
    parts: parts.flatMap(linkPart),
  };
}

function bareDocument(parts: readonly MessagePart[]): Body {
  const [only] = parts;
  if (only === undefined) return { kind: "empty" };
  const root: QName = only.element ?? qname("", only.name);
  const type = partType(only);
  // WSDL 1.1 §5.11 wants one of both; ASP.NET leaves them out where the answer is any document.
  const isContent =
    only.element === undefined &&
    (only.type === undefined || only.type.kind === "unknown");
  return {
    kind: "xml",
    root,
    type: type ?? { kind: "element", name: root },
    ...(isContent && { isContent }),
  };
}
