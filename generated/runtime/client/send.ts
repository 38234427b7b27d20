// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { decodeText } from "../http/decode-text.js";
import { DEFAULT_LIMITS } from "../xml/limits.js";
import type { IncomingResponse, OutgoingRequest } from "./client-options.js";
import type { Client } from "./create-client.js";
import type { Deadline } from "./deadline.js";
import { followRedirects } from "./follow-redirects.js";
import { checkHeaderSize, readBody } from "./read-body.js";

/** Sends a request and reads the answer to its end. */
export async function send(
  client: Client,
  request: OutgoingRequest,
  deadline: Deadline,
): Promise<IncomingResponse> {
  const { fetch = globalThis.fetch, credentials } = client.options;
  const limits = { ...DEFAULT_LIMITS, ...client.options.limits };
  const { operation, url, method, headers, body } = request;
  const init: RequestInit = {
    method,
    headers,
    signal: deadline.signal,
    // The types of some platforms do not count bytes over shared memory as a body; ours never are.
    ...(body !== undefined && { body: body as string }),
    ...(credentials !== undefined && { credentials }),
  };
  const { maxRedirects } = limits;
  const response = await followRedirects(fetch, url, { init, maxRedirects });
  checkHeaderSize(response.headers, limits.maxHeaderSize);
  const bytes = await readBody(response, limits.maxSize);
  const contentType = response.headers.get("content-type") ?? "";
  const unpacked = client.options.packaging?.unpack(bytes, contentType);
  return {
    operation,
    status: response.status,
    contentType: unpacked?.contentType ?? contentType,
    body: unpacked?.text ?? decodeText(bytes, contentType),
    ...(unpacked?.attachments && { attachments: unpacked.attachments }),
  };
}
