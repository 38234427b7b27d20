// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { decodeText } from "../http/decode-text.js";
import { compilerOf } from "../codec/compile.js";
import type { Exchange } from "../soap/exchange.js";
import { DEFAULT_LIMITS } from "../xml/limits.js";
import type {
  IncomingResponse,
  OutgoingRequest,
  UnpackedMessage,
} from "./client-options.js";
import type { Client } from "./create-client.js";
import type { Deadline } from "./deadline.js";
import { followRedirects } from "./follow-redirects.js";
import { checkHeaderSize, readBody } from "./read-body.js";

/** Sends a request and reads the answer to its end, or to the end of its message where the operation streams. */
export async function send(
  client: Client,
  request: OutgoingRequest,
  {
    deadline,
    exchange,
  }: { readonly deadline: Deadline; readonly exchange: Exchange },
): Promise<IncomingResponse> {
  const { fetch = globalThis.fetch, credentials } = client.options;
  const { operation, url, method, headers, body, init: more } = request;
  const init: RequestInit = {
    method,
    headers,
    signal: deadline.signal,
    // The types of some platforms do not count bytes over shared memory as a body; ours never are.
    ...(body !== undefined && { body: body as string }),
    ...(credentials !== undefined && { credentials }),
    ...more,
  };
  const { maxRedirects = DEFAULT_LIMITS.maxRedirects } =
    client.options.limits ?? {};
  const response = await followRedirects(fetch, url, { init, maxRedirects });
  const { text, ...rest } = await receive(client, response, exchange);
  return { operation, status: response.status, body: text, ...rest };
}

async function receive(
  { options }: Client,
  response: Response,
  { operation, binding }: Exchange,
): Promise<UnpackedMessage> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  checkHeaderSize(response.headers, limits.maxHeaderSize);
  const { streams, uses } = operation;
  const opened =
    streams &&
    (await compilerOf(uses).feature("openParts")(
      response,
      limits,
      binding.response?.attachments,
    ));
  if (opened) return opened;
  const contentType = response.headers.get("content-type") ?? "";
  const bytes = await readBody(response, limits.maxSize);
  return (
    options.packaging?.unpack(bytes, contentType) ?? {
      text: decodeText(bytes, contentType),
      contentType,
    }
  );
}
