// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { OperationDescriptor, ServiceDescriptor } from "./descriptor.js";
import { decodeText } from "./http/decode-text.js";
import { parseMediaType } from "./http/media-type.js";
import { attachmentMover } from "./packaging/attachment-mover.js";
import type { Attachment } from "./packaging/attachments.js";
import { swa } from "./packaging/swa.js";
import { isSoapError } from "./soap-error.js";
import { compilerOf } from "./codec/compile.js";
import { DecodeReader } from "./codec/decode-reader.js";
import { skipElement } from "./codec/skip-element.js";
import { rpcElement } from "./soap/part-bodies.js";
import type { FaultInput } from "./soap/encode-fault.js";
import { readEnvelope } from "./soap/envelope.js";
import type { HeaderValues } from "./soap/headers.js";
import type { Exchange } from "./soap/exchange.js";
import { decodeRequest } from "./soap/request.js";
import { encodeFault, encodeResponse } from "./soap/response.js";
import type { WireResponse } from "./soap/response.js";
import { envelopeNamespace, isSoap } from "./soap/version.js";

/** A fault as the answer of a handler: return it or throw it. */
export class MockFault {
  readonly fault: FaultInput;

  constructor(fault: FaultInput) {
    this.fault = fault;
  }
}

/** Answers one operation. */
export interface MockHandler {
  readonly operation: OperationDescriptor;
  /** From the decoded request to the response's value. */
  readonly respond: (
    request: unknown,
    headers: Readonly<Record<string, unknown>>,
  ) => unknown;
  /** Declared header blocks of the answer, by property. */
  readonly headers?: HeaderValues["values"];
}

/** A request as a server gets it. */
export interface MockRequest {
  /** Path with query, or the whole URL. */
  readonly target: string;
  readonly method: string;
  readonly contentType: string;
  readonly action?: string;
  readonly body: string;
  /** Binary parts beside the message. */
  readonly attachments?: readonly Attachment[];
}

/** An answer, and the binary parts to send beside it. */
export interface MockAnswer extends WireResponse {
  readonly attachments?: readonly Attachment[];
}

/** A `fetch` that answers from handlers, over the same codecs as a real server would: for tests. */
export function createMockFetch(
  service: ServiceDescriptor,
  handlers: readonly MockHandler[],
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const contentType = request.headers.get("content-type") ?? "";
    const action = request.headers.get("soapaction");
    const bytes = new Uint8Array(await request.arrayBuffer());
    const packaging = swa();
    const unpacked = packaging.unpack(bytes, contentType);
    const answer = await answerRequest(service, handlers, {
      target: request.url,
      method: request.method,
      contentType: unpacked?.contentType ?? contentType,
      ...(action !== null && { action }),
      body: unpacked?.text ?? decodeText(bytes, contentType),
      attachments: unpacked?.attachments ?? [],
    });
    const { headers, body } = packaging.pack(answer);
    const { status } = answer;
    // A response without content may not have a body, not even an empty one.
    const content = body === "" ? null : (body as string);
    return new Response(content, { status, headers });
  };
}

/** What a server with these handlers answers. */
export async function answerRequest(
  service: ServiceDescriptor,
  handlers: readonly MockHandler[],
  request: MockRequest,
): Promise<MockAnswer> {
  const found = findHandler(service, handlers, request);
  if (found === undefined) return plain(404, "no handler for this request");
  const { handler, exchange } = found;
  const canFault = isSoap(exchange.protocol);
  try {
    const { value, headers } = decodeRequest(exchange, request);
    const result = await handler.respond(
      withAttachments(exchange, value, request.attachments ?? []),
      headers,
    );
    if (result instanceof MockFault) throw result;
    const values = handler.headers ?? {};
    const answer = encodeResponse(exchange, result, { values });
    const declared = exchange.binding.response?.attachments;
    const taken = attachmentMover(exchange, declared)?.take(declared, result);
    return { ...answer, attachments: taken?.attachments ?? [] };
  } catch (error) {
    const isBad = isSoapError(error) && error.kind === "decode";
    const fault = isBad ? refusal(exchange, error) : toFault(error);
    if (canFault) return encodeFault(exchange, fault);
    return plain(isBad ? 400 : 500, fault.reason);
  }
}

function withAttachments(
  exchange: Exchange,
  value: unknown,
  received: readonly Attachment[],
): unknown {
  const declared = exchange.binding.request.attachments;
  const mover = attachmentMover(exchange, declared);
  return mover ? mover.put(declared, value, received) : value;
}

function plain(status: number, body: string): WireResponse {
  return { status, headers: { "Content-Type": "text/plain" }, body };
}

/** A request that cannot be read is the sender's fault (SOAP 1.1 §4.4.1, SOAP 1.2 part 1 §5.4.6). */
function refusal({ protocol }: Exchange, { message }: Error): FaultInput {
  const isOld = protocol === "soap11";
  const namespace = envelopeNamespace(isOld ? "1.1" : "1.2");
  const code = { namespace, local: isOld ? "Client" : "Sender" };
  return { code, reason: message };
}

function toFault(error: unknown): FaultInput {
  if (error instanceof MockFault) return error.fault;
  if (isSoapError(error) && error.kind === "fault") return error.fault;
  return { reason: error instanceof Error ? error.message : String(error) };
}

interface Found {
  readonly handler: MockHandler;
  readonly exchange: Exchange;
}

function findHandler(
  service: ServiceDescriptor,
  handlers: readonly MockHandler[],
  request: MockRequest,
): Found | undefined {
  const all = handlers.flatMap((handler) =>
    handler.operation.bindings.flatMap((binding) =>
      binding.ports.flatMap((port) => {
        const protocol = service.ports[port]?.protocol;
        if (protocol === undefined) return [];
        const { operation } = handler;
        return [{ handler, exchange: { operation, binding, protocol } }];
      }),
    ),
  );
  const { type, parameters } = parseMediaType(request.contentType);
  if (request.method === "GET" || type.endsWith("urlencoded")) {
    return all.find(({ exchange }) => isAt(exchange, request));
  }
  const protocol = type === "application/soap+xml" ? "soap12" : "soap11";
  const candidates = all.filter((each) => each.exchange.protocol === protocol);
  const action = parameters.get("action") ?? unquote(request.action ?? "");
  const named = candidates.filter(
    ({ exchange }) => (exchange.binding.action ?? "") === action,
  );
  // Several operations may share an action; the body tells them apart.
  const root = named.length === 1 ? undefined : rootOf(request.body);
  const among = named.length > 0 ? named : candidates;
  return named.length === 1
    ? named[0]
    : (among.find(({ exchange }) => rootKey(exchange) === root) ?? named[0]);
}

function unquote(text: string): string {
  return text.trim().replace(/^"|"$/g, "");
}

/** HTTP bindings are told apart by location. */
function isAt({ binding, protocol }: Exchange, request: MockRequest): boolean {
  const { body } = binding.request;
  const method = protocol === "http-get" ? "GET" : "POST";
  if (body.kind !== "parameters" || method !== request.method) return false;
  const [path = ""] = request.target.split("?", 1);
  const fixed = body.location.replace(/\(.*$/, "");
  return body.placement === "path"
    ? path.includes(fixed)
    : path.endsWith(body.location);
}

/** Key of the first element in a SOAP body. */
function rootOf(text: string): string | undefined {
  try {
    const reader = new DecodeReader(text);
    return readEnvelope(reader, {
      header: () => {
        while (reader.peek() !== undefined) skipElement(reader);
      },
      body: () => {
        const key = reader.peek()?.key;
        while (reader.peek() !== undefined) skipElement(reader);
        return key;
      },
    });
  } catch {
    return undefined;
  }
}

function rootKey({ binding, operation }: Exchange): string | undefined {
  const compiler = compilerOf(operation.uses);
  const { body } = binding.request;
  if (body.kind === "element") return compiler.element(body.element()).key;
  if (body.kind === "rpc") return compiler.element(rpcElement(body)).key;
  if (body.kind !== "parts") return undefined;
  const [part] = body.parts();
  return part === undefined ? undefined : compiler.element(part).key;
}
