// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { decodeText } from "../http/decode-text.js";
import { DEFAULT_LIMITS } from "../xml/limits.js";
import type { IncomingResponse, OutgoingRequest } from "./client-options.js";
import type { Client } from "./create-client.js";
import type { Deadline } from "./deadline.js";
import { readBody } from "./read-body.js";

/** Sends a request and reads the answer to its end. */
export async function send(
  client: Client,
  request: OutgoingRequest,
  deadline: Deadline,
): Promise<IncomingResponse> {
  const { fetch = globalThis.fetch, credentials, limits } = client.options;
  const { operation, url, method, headers, body } = request;
  const response = await fetch(url, {
    method,
    headers,
    signal: deadline.signal,
    // The types of some platforms do not count bytes over shared memory as a body; ours never are.
    ...(body !== undefined && { body: body as string }),
    ...(credentials !== undefined && { credentials }),
  });
  const maxSize = limits?.maxSize ?? DEFAULT_LIMITS.maxSize;
  const bytes = await readBody(response, maxSize);
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
