import type {
  BindingOperation,
  Body,
  Model,
  Operation,
  Part,
  Port,
  Protocol,
  HttpHead,
} from "../../model/index.js";
import {
  globalElement,
  literalElement,
  type WritingContext,
} from "./literal-element.js";
import { soapDialects } from "./soap-dialect.js";
import { writeSoapMessage, XML_DECLARATION } from "./soap-message.js";
import type { TemplateSettings } from "./template-settings.js";
import { writeXml } from "./write-xml.js";

/** One message of a help page. */
export interface RenderedSample {
  readonly head: readonly string[];
  /** XML or form; '' for none. */
  readonly body: string;
}

export interface SampleRequest {
  readonly operation: Operation;
  readonly protocol: Protocol;
  readonly role: "request" | "response";
  readonly settings: TemplateSettings;
  /** The head of the page's own request: where an override moved the service, the page still shows the old place. */
  readonly shown?: HttpHead | undefined;
}

/** More elements than any real page has. */
const ELEMENT_BUDGET = 100_000;

const LENGTH = "Content-Length: length";

/** The message as ASP.NET's help page shows it; undefined when no binding carries the operation so. */
export function renderSample(
  model: Model,
  { operation, protocol, role, settings, shown }: SampleRequest,
): RenderedSample | undefined {
  const binding = operation.bindings.find((each) => each.protocol === protocol);
  if (binding === undefined) return undefined;
  const context = {
    schemas: model.schemas,
    settings,
    budget: { left: ELEMENT_BUDGET },
  };
  const address = addressOf(model, binding, shown);
  const place = { model, operation, binding, address };
  if (protocol === "soap11" || protocol === "soap12")
    return renderSoap(place, { protocol, role }, context);
  return role === "request"
    ? renderHttpRequest(place)
    : renderHttpResponse(binding.response?.body, context);
}

interface SamplePlace {
  readonly model: Model;
  readonly operation: Operation;
  readonly binding: BindingOperation;
  readonly address: Address;
}

interface Address {
  readonly path: string;
  /** Without its port, which the page does not show either. */
  readonly host: string;
}

function addressOf(
  model: Model,
  binding: BindingOperation,
  shown: HttpHead | undefined,
): Address {
  const ports: readonly Port[] = model.services.flatMap(
    (service) => service.ports,
  );
  const port =
    ports.find((each) => each.binding === binding.binding) ??
    ports.find((each) => each.protocol === binding.protocol);
  if (port?.origin.how === "override" && shown?.target !== undefined)
    return shownAddress(shown, shown.target, binding);
  const match = /^[a-z][\w+.-]*:\/\/([^/?#:]*)(?::\d+)?([^?#]*)/i.exec(
    port?.address ?? "",
  );
  return { host: match?.[1] ?? "", path: match?.[2] || "/" };
}

function shownAddress(
  { host = "" }: HttpHead,
  target: string,
  { request }: BindingOperation,
): Address {
  const [path = ""] = target.split("?", 1);
  const location =
    request.body.kind === "parameters" ? request.body.location : "";
  return { host, path: path.slice(0, path.length - location.length) };
}

function renderSoap(
  { model, operation, binding, address }: SamplePlace,
  {
    protocol,
    role,
  }: { protocol: "soap11" | "soap12"; role: "request" | "response" },
  context: WritingContext,
): RenderedSample {
  const envelope = role === "request" ? binding.request : binding.response;
  if (envelope === undefined || (role === "response" && operation.isOneWay))
    return { head: ["HTTP/1.1 202 Accepted"], body: "" };
  const type = `Content-Type: ${soapDialects[protocol].contentType}; charset=utf-8`;
  const service =
    model.services.find(({ ports }) =>
      ports.some((port) => port.binding === binding.binding),
    ) ?? model.services[0];
  const message = {
    protocol,
    envelope,
    direction: role,
    targetNamespace: service?.name.namespace ?? "",
  };
  const body = writeSoapMessage(message, context);
  if (role === "response")
    return { head: ["HTTP/1.1 200 OK", type, LENGTH], body };
  const action =
    protocol === "soap11"
      ? [`SOAPAction: "${escapeNonAscii(binding.action ?? "")}"`]
      : [];
  const start = `POST ${escapeNonAscii(address.path)} HTTP/1.1`;
  const host = `Host: ${address.host}`;
  return { head: [start, host, type, LENGTH, ...action], body };
}

/** Percent-escapes of UTF-8, as the page writes them (sample grammar A2). */
function escapeNonAscii(text: string): string {
  // A lone surrogate has no UTF-8 form and stays.
  return text.replace(/[^\p{ASCII}\p{Surrogate}]+/gu, encodeURIComponent);
}

function renderHttpRequest({
  binding,
  address,
}: SamplePlace): RenderedSample | undefined {
  const { body } = binding.request;
  if (body.kind !== "parameters") return undefined;
  const path = escapeNonAscii(`${address.path}${body.location}`);
  const host = `Host: ${address.host}`;
  const pairs = body.parts.flatMap(parameterPairs).join("&");
  if (binding.protocol === "http-get")
    return { head: [`GET ${path}?${pairs} HTTP/1.1`, host], body: "" };
  const type = "Content-Type: application/x-www-form-urlencoded";
  return { head: [`POST ${path} HTTP/1.1`, host, type, LENGTH], body: pairs };
}

/** An array parameter is shown twice, whatever the page's array count (sample grammar A6). */
function parameterPairs({
  name,
  occurrence,
  arrayItem,
}: Part): readonly string[] {
  const isRepeated =
    arrayItem !== undefined ||
    (occurrence !== undefined && occurrence.max !== 1);
  const pair = `${name}=string`;
  return isRepeated ? [pair, pair] : [pair];
}

function renderHttpResponse(
  body: Body | undefined,
  context: WritingContext,
): RenderedSample {
  const ok = "HTTP/1.1 200 OK";
  if (body?.kind !== "xml") return { head: [ok], body: "" };
  const type = "Content-Type: text/xml; charset=utf-8";
  const { root: name } = body;
  const isNode =
    name.namespace === "" && !context.schemas.elements.has(name.key);
  // A method that returns an XML node: its root can be any.
  if (isNode)
    return {
      head: [ok, type, LENGTH],
      body: '<?xml version="1.0"?>\nxml',
    };
  const root =
    body.type.kind === "element"
      ? globalElement(body.type.name, 0, context)
      : literalElement({ name, type: body.type.reference, depth: 0 }, context);
  const xml = `${XML_DECLARATION}\n${writeXml(root)}`;
  return { head: [ok, type, LENGTH], body: xml };
}
