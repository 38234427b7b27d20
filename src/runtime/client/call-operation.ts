import type { OperationDescriptor, XmlElement } from "../descriptor.js";
import { attachmentMover } from "../packaging/attachment-mover.js";
import { SoapError } from "../soap-error.js";
import { exchangeOn } from "../soap/exchange.js";
import type { CodecOptions, Exchange } from "../soap/exchange.js";
import { encodeRequest } from "../soap/request.js";
import { decodeResponse } from "../soap/response.js";
import type { DecodedResponse } from "../soap/response.js";
import { isSoap, versionOf } from "../soap/version.js";
import type {
  CallOptions,
  HeaderProducer,
  OutgoingRequest,
  PackedMessage,
  Packaging,
} from "./client-options.js";
import type { Client } from "./create-client.js";
import { startDeadline } from "./deadline.js";
import type { Deadline } from "./deadline.js";
import { mergeHeaders } from "./http-headers.js";
import { mergeBlocks } from "./merge-blocks.js";
import { send } from "./send.js";

/** Options of a call whose header blocks only the descriptor describes. */
export type AnyCallOptions = CallOptions<
  Readonly<Record<string, unknown>>,
  Readonly<Record<string, unknown>>
>;

/** Calls an operation. Rejects with a `SoapError`, and with nothing else. */
export async function callOperation(
  operation: OperationDescriptor,
  client: Client,
  call: { readonly input: unknown; readonly options: AnyCallOptions },
): Promise<DecodedResponse> {
  const { input, options } = call;
  const { hooks, timeout } = client.options;
  const deadline = startDeadline(options.timeout ?? timeout, options.signal);
  try {
    const exchange = exchangeOn(operation, client.port, client.protocol);
    const work = async (): Promise<DecodedResponse> => {
      const request = await prepare(exchange, client, { input, options });
      return attempt(exchange, client, { request, options, deadline });
    };
    return await deadline.race(work());
  } catch (cause) {
    const error = deadline.explain(cause);
    await hooks?.onFault?.(error, operation.name);
    throw error;
  } finally {
    deadline.end();
  }
}

async function prepare(
  exchange: Exchange,
  client: Client,
  call: { readonly input: unknown; readonly options: AnyCallOptions },
): Promise<OutgoingRequest> {
  const { options } = call;
  const { headers, packaging } = client.options;
  const blocks = await produceBlocks(exchange, client);
  const { attachments: declared } = exchange.binding.request;
  const mover = attachmentMover(exchange, declared);
  const { value, attachments } = mover?.take(declared, call.input) ?? {
    value: call.input,
    attachments: [],
  };
  const wire = encodeRequest(exchange, value, {
    values: options.soapHeaders ?? {},
    blocks: mergeBlocks([...blocks, ...(options.headerBlocks ?? [])]),
  });
  const given = typeof headers === "function" ? await headers() : headers;
  const { headers: own } = wire;
  const body = await passProducers(client, "protect", wire.body ?? "");
  const message: PackedMessage = { headers: own, body, attachments };
  if (attachments.length > 0) requirePackaging(packaging);
  const packed = packaging?.pack(message) ?? message;
  return {
    operation: exchange.operation.name,
    method: wire.method,
    url: locate(client.endpoint, wire.location),
    headers: mergeHeaders(packed.headers, given, options.headers),
    ...(wire.body !== undefined && { body: packed.body }),
    ...(packed.init && { init: packed.init }),
  };
}

/** Undefined where a message declares no attachments. */
function requirePackaging(packaging: Packaging | undefined): void {
  if (packaging !== undefined) return;
  const expected = "packaging: mtom() or swa()";
  const message = `attachments need ${expected} in the client's options`;
  throw new SoapError(message, { kind: "encode", path: "", expected });
}

async function produceBlocks(
  exchange: Exchange,
  client: Client,
): Promise<readonly XmlElement[]> {
  if (!isSoap(exchange.protocol)) return [];
  const context = {
    operation: exchange.operation.name,
    action: exchange.binding.action ?? "",
    url: client.endpoint,
    version: versionOf(exchange.protocol),
  };
  const blocks = await Promise.all(
    producersOf(client).map((produce) => produce(context)),
  );
  return blocks.flat();
}

function producersOf({ options, protocol }: Client): readonly HeaderProducer[] {
  const { security = [] } = options;
  if (!isSoap(protocol)) return [];
  return typeof security === "function" ? [security] : security;
}

/** An envelope after all producers that have a say in it as a whole. */
async function passProducers(
  client: Client,
  step: "protect" | "verify",
  envelope: string,
): Promise<string> {
  let text = envelope;
  for (const producer of producersOf(client)) {
    text = (await producer[step]?.(text)) ?? text;
  }
  return text;
}

/** The address with a location put before its query. */
function locate(endpoint: string, location: string): string {
  if (location === "") return endpoint;
  const [address = "", query] = endpoint.split("?", 2);
  const joined =
    address.endsWith("/") && location.startsWith("/")
      ? address + location.slice(1)
      : address + location;
  if (query === undefined || query === "") return joined;
  return joined + (joined.includes("?") ? "&" : "?") + query;
}

interface Attempt {
  readonly request: OutgoingRequest;
  readonly options: AnyCallOptions;
  readonly deadline: Deadline;
}

async function attempt(
  exchange: Exchange,
  client: Client,
  { request, options, deadline }: Attempt,
): Promise<DecodedResponse> {
  const { hooks, retries = 0 } = client.options;
  for (let count = 0; ; count++) {
    let isAnswered = false;
    try {
      const changed = (await hooks?.onRequest?.(request)) ?? request;
      const response = await send(client, changed, { deadline, exchange });
      isAnswered = true;
      await hooks?.onResponse?.(response);
      const body = await passProducers(client, "verify", response.body);
      const decoded = decodeResponse(
        exchange,
        { ...response, body },
        codecOptions(exchange, client),
      );
      const { headers } = decoded;
      options.onHeaders?.(headers);
      const { attachments: declared } = exchange.binding.response ?? {};
      const { attachments = [] } = response;
      const mover = attachmentMover(exchange, declared);
      const value = mover
        ? mover.put(declared, decoded.value, attachments)
        : decoded.value;
      return { value, headers };
    } catch (cause) {
      const error = deadline.explain(cause);
      if (count >= retries || !isPassing(error, isAnswered)) throw error;
      await pause(FIRST_PAUSE * 2 ** count, deadline);
    }
  }
}

const FIRST_PAUSE = 200;

/** Whether trying again may help: there was no answer, or one of a gateway. What a hook throws is about neither. */
function isPassing(error: SoapError, isAnswered: boolean): boolean {
  if (error.kind === "network") return !isAnswered;
  return error.kind === "http" && [502, 503, 504].includes(error.status);
}

async function pause(milliseconds: number, deadline: Deadline): Promise<void> {
  let timer;
  try {
    await deadline.race(
      new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))),
    );
  } finally {
    clearTimeout(timer);
  }
}

function codecOptions(exchange: Exchange, client: Client): CodecOptions {
  const { limits, lenient, hooks } = client.options;
  const { name } = exchange.operation;
  const onTolerated = hooks?.onTolerated;
  return {
    ...(limits !== undefined && { limits }),
    ...(lenient !== undefined && { lenient }),
    ...(onTolerated !== undefined && {
      onTolerated: (tolerated) => onTolerated(tolerated, name),
    }),
  };
}
