// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { PackedMessage, Packaging } from "../client/client-options.js";
import { decodeText } from "../http/decode-text.js";
import { parseMediaType } from "../http/media-type.js";
import type { Attachment } from "./attachments.js";
import { buildMultipart, parseMultipart } from "./multipart.js";
import type { MessagePart } from "./multipart.js";

export interface SwaOptions {
  /** A random UUID by default. */
  readonly boundary?: () => string;
}

/** Sends and reads the attachments that an operation declares (SOAP Messages with Attachments, WS-I AP 1.0). */
export function swa(options: SwaOptions = {}): Packaging {
  const { boundary = () => crypto.randomUUID() } = options;
  return {
    pack(message) {
      const { attachments = [] } = message;
      return attachments.length === 0
        ? message
        : pack(message, attachments, boundary());
    },
    unpack(bytes, contentType) {
      const parts = parseMultipart(bytes, contentType);
      if (parts === undefined) return undefined;
      const [root, ...rest] = parts;
      const type = root?.contentType ?? "";
      return {
        text: decodeText(root?.bytes ?? new Uint8Array(0), type),
        contentType: type,
        attachments: rest.map(toAttachment),
      };
    },
  };
}

function pack(
  message: PackedMessage,
  attachments: readonly Attachment[],
  boundary: string,
): PackedMessage {
  const { body, headers } = message;
  const contentType = headers["Content-Type"] ?? "";
  const root: MessagePart = {
    contentType,
    contentId: "root@soapstone",
    bytes: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
  const { type } = parseMediaType(contentType);
  // WS-I AP 1.0 R2933: the part's name, "=", and what makes it unique.
  const parts = attachments.map(({ name, ...part }): MessagePart => {
    const contentId = `${encodeURIComponent(name)}=${boundary}@soapstone`;
    return { ...part, contentId };
  });
  const outer = `multipart/related; type="${type}"; start="<root@soapstone>"; boundary="${boundary}"`;
  return {
    headers: { ...headers, "Content-Type": outer },
    body: buildMultipart([root, ...parts], boundary),
  };
}

function toAttachment(part: MessagePart): Attachment {
  const { contentType, contentId, bytes } = part;
  const [name = ""] = contentId.split("=", 1);
  return { name: decodeName(name), contentType, bytes };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
