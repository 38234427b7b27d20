import type { PackedMessage, Packaging } from "../client/client-options.js";
import { parseMediaType } from "../http/media-type.js";
import { SoapError } from "../soap-error.js";
import type { Attachment } from "./attachments.js";
import { isToken } from "./content-reference.js";
import { buildMultipart } from "./multipart.js";
import type { OutgoingPart } from "./multipart.js";
import { unpack } from "./unpack.js";

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
    unpack,
  };
}

function pack(
  message: PackedMessage,
  attachments: readonly Attachment[],
  boundary: string,
): PackedMessage {
  const { body, headers } = message;
  const contentType = headers["Content-Type"] ?? "";
  if (typeof body !== "string") return message;
  const root: OutgoingPart = {
    contentType,
    contentId: "root@soapstone",
    content: new TextEncoder().encode(body),
  };
  const { type } = parseMediaType(contentType);
  // WS-I AP 1.0 R2933: the part's name, "=", and what makes it unique.
  const parts = attachments.map(({ name, ...part }): OutgoingPart => {
    if (isToken(name)) failInside();
    const contentId = `${encodeURIComponent(name)}=${boundary}@soapstone`;
    return { ...part, contentId };
  });
  const outer = `multipart/related; type="${type}"; start="<root@soapstone>"; boundary="${boundary}"`;
  return {
    headers: { ...headers, "Content-Type": outer },
    ...buildMultipart([root, ...parts], boundary),
  };
}

function failInside(): never {
  const expected = "packaging: mtom()";
  const message = `contents inside the message need ${expected}`;
  throw new SoapError(message, { kind: "encode", path: "", expected });
}
