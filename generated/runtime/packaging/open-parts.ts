// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { UnpackedMessage } from "../client/client-options.js";
import { readAll } from "../client/read-body.js";
import { failPastLimit } from "../client/past-limit.js";
import type { MessageDescriptor } from "../descriptor.js";
import { decodeText } from "../http/decode-text.js";
import type { Limits } from "../xml/limits.js";
import { attachmentName } from "./attachment-name.js";
import type { Attachment } from "./attachments.js";
import { createToken } from "./content-reference.js";
import { failParts } from "./fail-parts.js";
import { decodePart, multipartOf } from "./multipart.js";
import type { PartHead } from "./multipart.js";
import { PartSource } from "./part-source.js";
import { PartStream } from "./part-stream.js";
import { innerType } from "./unpack.js";
import { failInclude, replaceIncludes } from "./xop-include.js";

type Declared = NonNullable<MessageDescriptor["attachments"]>;

/**
 * Reads an answer up to the end of its message; the parts behind are contents that are read when they are asked for.
 * Undefined when it has no parts.
 */
export async function openParts(
  response: Response,
  limits: Limits,
  declared: Declared = [],
): Promise<UnpackedMessage | undefined> {
  const type = response.headers.get("content-type") ?? "";
  const multipart = multipartOf(type);
  if (multipart === undefined || response.body === null) return undefined;
  const { boundary, start } = multipart;
  const parts = new PartStream(response.body, boundary, limits.maxHeaderSize);
  const head = await parts.next();
  if (head === undefined) return failParts("at least one part");
  // RFC 2387 §3.2 lets the root stand elsewhere, but then all before it would have to be kept.
  if (start !== "" && head.contentId !== "" && head.contentId !== start) {
    return failParts("its root as the first part, which streaming needs");
  }
  const root = await readRoot(parts, limits.maxSize);
  const bytes = decodePart(head, root);
  const ids = new Set<string>();
  const source = new PartSource(parts, limits, keyOf(declared, ids));
  const included: Attachment[] = [];
  const text = replaceIncludes(decodeText(bytes, head.contentType), (id) => {
    const name = createToken();
    const content = source.content(id, () => failInclude(`cid:${id}`));
    ids.add(id);
    included.push({ name, contentType: "", content });
    return name;
  });
  const hasOthers = included.length > 0 || (await source.hasMore());
  const beside = (hasOthers ? declared : []).map(({ property }): Attachment => {
    const fail = (): never => failParts(`the attachment ${property}`);
    const content = source.content(keyOfName(property), fail);
    return { name: property, contentType: "", content };
  });
  const attachments = [...included, ...beside];
  if (attachments.length === 0) await parts.cancel();
  return { text, contentType: innerType(head.contentType), attachments };
}

async function readRoot(
  parts: PartStream,
  maxSize: number,
): Promise<Uint8Array> {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await parts.read();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
  });
  return readAll(body, (size) => {
    if (size > maxSize) failPastLimit("is larger", `${maxSize} bytes`);
  });
}

/** No Content-ID has a space in it. */
function keyOfName(name: string): string {
  return ` ${name}`;
}

/**
 * Parts that the message includes go by Content-ID; others are attachments: by name, or without a known one the first
 * that none was found for.
 */
function keyOf(
  declared: Declared,
  included: ReadonlySet<string>,
): (head: PartHead) => string {
  const left = new Set(declared.map(({ property }) => property));
  return ({ contentId }) => {
    if (included.has(contentId) || left.size === 0) return contentId;
    const name = attachmentName(contentId);
    const [first = ""] = left;
    const found = left.has(name) ? name : first;
    left.delete(found);
    return keyOfName(found);
  };
}
