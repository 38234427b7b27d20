import { appendAll } from "./append-all.js";
import type { Protocol, SampleElement } from "../../model/index.js";
import {
  SOAP11_ENVELOPE_NAMESPACE,
  SOAP12_ENVELOPE_NAMESPACE,
} from "../../model/index.js";
import type { RawExchange } from "./find-messages.js";
import {
  isSoapEncodingNamespace,
  isSoapEnvelopeNamespace,
  joinNamespace,
} from "./soap-names.js";

/** What stands inside the envelope, or the root of a bare message. */
export interface SampleShape {
  readonly isEnvelope: boolean;
  readonly headers: readonly SampleElement[];
  readonly body: readonly SampleElement[];
  readonly isEncoded: boolean;
  readonly isFault: boolean;
}

export const emptyShape: SampleShape = {
  isEnvelope: false,
  headers: [],
  body: [],
  isEncoded: false,
  isFault: false,
};

/**
 * Takes a message apart; header blocks that stand outside Header count as headers. Where the capture lost Body,
 * what is in no Header was in it.
 */
export function shapeOf(root: SampleElement): SampleShape {
  if (root.name.local !== "Envelope")
    return {
      ...emptyShape,
      body: [root],
      isFault: isFault(root),
      isEncoded: hasEncodingStyle(root),
    };
  const headers: SampleElement[] = [];
  const body: SampleElement[] = [];
  let isEncoded = hasEncodingStyle(root);
  const parts = childElements(root);
  const hasBody = parts.some(({ name }) => name.local === "Body");
  for (const part of parts) {
    if (part.name.local === "Body") {
      isEncoded ||= hasEncodingStyle(part);
      appendAll(body, childElements(part));
    } else if (part.name.local === "Header")
      appendAll(headers, childElements(part));
    else (hasBody ? headers : body).push(part);
  }
  isEncoded ||= body.some(hasEncodingStyle);
  const isFaulty = body.some(isFault);
  return { isEnvelope: true, headers, body, isEncoded, isFault: isFaulty };
}

function childElements(element: SampleElement): readonly SampleElement[] {
  return element.content.filter((node) => node.kind === "element");
}

function isFault(element: SampleElement): boolean {
  const { namespace, local } = element.name;
  if (local !== "Fault") return false;
  return (
    isSoapEnvelopeNamespace(namespace) ||
    childElements(element).some(({ name }) =>
      /^(?:faultcode|faultstring|Code|Reason)$/.test(name.local),
    )
  );
}

/** SOAP 1.1 §4.1.1; SOAP 1.2 part 1 §5.1.1. */
function hasEncodingStyle(element: SampleElement): boolean {
  return element.attributes.some(
    ({ name, value }) =>
      name.local === "encodingStyle" &&
      isSoapEncodingNamespace(joinNamespace(value)),
  );
}

/** The protocol a message shows by itself; undefined for a bare reply, which goes with its request. */
export function protocolOf(
  exchange: RawExchange,
  root: SampleElement | undefined,
): Protocol | undefined {
  const { head } = exchange;
  if (root?.name.local === "Envelope")
    return envelopeProtocol(root, head?.contentType);
  if (/soap\+xml/i.test(head?.contentType ?? "")) return "soap12";
  if (head?.soapAction !== undefined) return "soap11";
  if (head?.method === "GET" && root === undefined) return "http-get";
  if (head?.method !== undefined && root === undefined) {
    const isForm = /urlencoded/i.test(head.contentType ?? "");
    if (isForm || exchange.form !== undefined) return "http-post";
  }
  return undefined;
}

function envelopeProtocol(root: SampleElement, contentType = ""): Protocol {
  const { namespace } = root.name;
  if (namespace === SOAP12_ENVELOPE_NAMESPACE) return "soap12";
  if (namespace === SOAP11_ENVELOPE_NAMESPACE) return "soap11";
  const is12 = /12/.test(root.prefix) || /soap\+xml/i.test(contentType);
  return is12 ? "soap12" : "soap11";
}
