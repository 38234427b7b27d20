// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { PackedMessage, Packaging } from "../client/client-options.js";
import { parseMediaType } from "../http/media-type.js";
import { SoapError } from "../soap-error.js";
import { decodeBase64 } from "../xsd/base64.js";
import { isToken, TOKEN_CONTENT } from "./content-reference.js";
import { buildMultipart } from "./multipart.js";
import type { OutgoingPart } from "./multipart.js";
import { unpack } from "./unpack.js";
import { XOP } from "./xop-include.js";

export interface MtomOptions {
  /** Characters of base64 from which on bytes travel beside the message; 1000 by default. */
  readonly threshold?: number;
  /** A random UUID by default. */
  readonly boundary?: () => string;
}

/**
 * Sends large binary values as parts beside the message, and reads answers that do (SOAP MTOM). XOP §1 stands for the
 * same infoset, so values do not change: they are bytes either way. Contents of SDKs that stream them go beside the
 * message too, read while they are sent.
 */
export function mtom(options: MtomOptions = {}): Packaging {
  const { threshold = 1000, boundary = () => crypto.randomUUID() } = options;
  return {
    pack: (message) => pack(message, threshold, boundary()),
    unpack,
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
  const parts: OutgoingPart[] = [];
  const include = (part: Omit<OutgoingPart, "contentId">): string => {
    const contentId = `part${parts.length + 1}@soapstone`;
    parts.push({ ...part, contentId });
    return `><xop:Include xmlns:xop="${XOP}" href="cid:${contentId}"/></`;
  };
  const binary = body.replace(
    />([A-Za-z0-9+/]+={0,2})<\//g,
    (whole, value: string) => {
      const content =
        value.length < threshold ? undefined : decodeBase64(value);
      const type = "application/octet-stream";
      return content ? include({ contentType: type, content }) : whole;
    },
  );
  const text = includeContents(binary, message, include);
  const { type, parameters } = parseMediaType(contentType);
  const action = parameters.get("action");
  const root: OutgoingPart = {
    contentType: `application/xop+xml; charset=utf-8; type="${type}"`,
    contentId: "root@soapstone",
    content: new TextEncoder().encode(text),
  };
  const outer =
    `multipart/related; type="application/xop+xml"; start="<root@soapstone>"; ` +
    `start-info="${type}"; boundary="${boundary}"` +
    (action === undefined ? "" : `; action="${action}"`);
  return {
    headers: { ...headers, "Content-Type": outer },
    ...buildMultipart([root, ...parts], boundary),
  };
}

/** Includes the contents that tokens stand for. */
function includeContents(
  body: string,
  { attachments = [] }: PackedMessage,
  include: (part: Omit<OutgoingPart, "contentId">) => string,
): string {
  if (attachments.length === 0) return body;
  const byToken = new Map(attachments.map((each) => [each.name, each]));
  const text = body.replace(TOKEN_CONTENT, (whole, token: string) => {
    const found = byToken.get(token);
    byToken.delete(token);
    return found === undefined ? whole : include(found);
  });
  const [left] = byToken.keys();
  return left === undefined ? text : failLeft(left);
}

function failLeft(name: string): never {
  const expected = isToken(name)
    ? "streamed contents in elements, not in attributes or lists"
    : "packaging: swa()";
  throw new SoapError(`attachments: expected ${expected}`, {
    kind: "encode",
    path: "",
    expected,
  });
}
