// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { PackedMessage, Packaging } from "../client/client-options.js";
import { decodeText } from "../http/decode-text.js";
import { parseMediaType } from "../http/media-type.js";
import { SoapError } from "../soap-error.js";
import { decodeBase64, encodeBase64 } from "../xsd/base64.js";
import { buildMultipart, parseMultipart } from "./multipart.js";
import type { MessagePart } from "./multipart.js";

const XOP = "http://www.w3.org/2004/08/xop/include";

export interface MtomOptions {
  /** Characters of base64 from which on bytes travel beside the message; 1000 by default. */
  readonly threshold?: number;
  /** A random UUID by default. */
  readonly boundary?: () => string;
}

/**
 * Sends large binary values as parts beside the message, and reads answers that do (SOAP MTOM). XOP §1 stands for the
 * same infoset, so values do not change: they are bytes either way.
 */
export function mtom(options: MtomOptions = {}): Packaging {
  const { threshold = 1000, boundary = () => crypto.randomUUID() } = options;
  return {
    pack: (message) => pack(message, threshold, boundary()),
    unpack(bytes, contentType) {
      const parts = parseMultipart(bytes, contentType);
      if (parts === undefined) return undefined;
      const [root, ...rest] = parts;
      const type = root?.contentType ?? "";
      const text = decodeText(root?.bytes ?? new Uint8Array(0), type);
      const startInfo = parseMediaType(type).parameters.get("type");
      return { text: include(text, rest), contentType: startInfo ?? type };
    },
  };
}

function pack(
  message: PackedMessage,
  threshold: number,
  boundary: string,
): PackedMessage {
  const { body, headers } = message;
  const contentType = headers["Content-Type"] ?? "";
  if (typeof body !== "string" || !contentType.includes("xml")) return message;
  const parts: MessagePart[] = [];
  const text = body.replace(
    />([A-Za-z0-9+/]+={0,2})<\//g,
    (whole, value: string) => {
      const bytes = value.length < threshold ? undefined : decodeBase64(value);
      if (bytes === undefined) return whole;
      const contentId = `part${parts.length + 1}@soapstone`;
      parts.push({ contentType: "application/octet-stream", contentId, bytes });
      return `><xop:Include xmlns:xop="${XOP}" href="cid:${contentId}"/></`;
    },
  );
  const { type, parameters } = parseMediaType(contentType);
  const action = parameters.get("action");
  const root: MessagePart = {
    contentType: `application/xop+xml; charset=utf-8; type="${type}"`,
    contentId: "root@soapstone",
    bytes: new TextEncoder().encode(text),
  };
  const outer =
    `multipart/related; type="application/xop+xml"; start="<root@soapstone>"; ` +
    `start-info="${type}"; boundary="${boundary}"` +
    (action === undefined ? "" : `; action="${action}"`);
  return {
    headers: { ...headers, "Content-Type": outer },
    body: buildMultipart([root, ...parts], boundary),
  };
}

/** Puts the parts back where they belong, as base64. */
function include(text: string, parts: readonly MessagePart[]): string {
  if (!text.includes(XOP)) return text;
  const pattern =
    /<(?:[\w.-]+:)?Include(\s[^<>]{0,1000}?)(?:\/>|>\s*<\/(?:[\w.-]+:)?Include\s*>)/g;
  return text.replace(pattern, (whole, attributes: string) => {
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
    if (href === null) return whole;
    const target = href[1] ?? href[2] ?? "";
    const id = /^cid:(.*)$/.exec(target)?.[1];
    const part = parts.find(
      ({ contentId }) => id !== undefined && contentId === safeDecode(id),
    );
    return part === undefined ? failInclude(target) : encodeBase64(part.bytes);
  });
}

/** RFC 2392: the id in a `cid:` URL is percent-encoded. */
function safeDecode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Nothing outside the message is ever fetched. */
function failInclude(href: string): never {
  throw new SoapError(`xop:Include: no part for href="${href}"`, {
    kind: "decode",
    path: "/",
    line: 1,
    column: 1,
    expected: "the Content-ID of a part",
    received: href,
  });
}
