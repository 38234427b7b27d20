import type { UnpackedMessage } from "../client/client-options.js";
import { decodeText } from "../http/decode-text.js";
import { parseMediaType } from "../http/media-type.js";
import { encodeBase64 } from "../xsd/base64.js";
import { attachmentName } from "./attachment-name.js";
import { parseMultipart } from "./multipart.js";
import type { MessagePart } from "./multipart.js";
import { replaceIncludes } from "./xop-include.js";

/**
 * A message taken apart: what it includes is back in its place as base64 (XOP §4), and the other parts are attachments.
 * Undefined when it has no parts.
 */
export function unpack(
  bytes: Uint8Array,
  contentType: string,
): UnpackedMessage | undefined {
  const parts = parseMultipart(bytes, contentType);
  if (parts === undefined) return undefined;
  const [root, ...rest] = parts;
  const type = root?.contentType ?? "";
  const included = new Set<MessagePart>();
  const text = replaceIncludes(
    decodeText(root?.bytes ?? new Uint8Array(0), type),
    (id) => {
      const part = rest.find(({ contentId }) => contentId === id);
      if (part === undefined) return undefined;
      included.add(part);
      return encodeBase64(part.bytes);
    },
  );
  return {
    text,
    contentType: innerType(type),
    attachments: rest
      .filter((part) => !included.has(part))
      .map(({ contentType, contentId, bytes }) => ({
        name: attachmentName(contentId),
        contentType,
        content: bytes,
      })),
  };
}

/** The type of the message itself, which `application/xop+xml` has in a parameter (XOP §5). */
export function innerType(contentType: string): string {
  const { type, parameters } = parseMediaType(contentType);
  const inner = parameters.get("type");
  return type === "application/xop+xml" && inner !== undefined
    ? inner
    : contentType;
}
