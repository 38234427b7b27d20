import { parseMediaType } from "../http/media-type.js";
import { failParts } from "./fail-parts.js";
import type { PackedMessage } from "../client/client-options.js";
import type { BinaryContent } from "./binary-content.js";
import { initFor, joinBytes, joinPieces } from "./join-parts.js";
import { transferDecoder } from "./transfer-decoder.js";

/** What the headers of a part say (RFC 2045). */
export interface PartHead {
  readonly contentType: string;
  /** Without the angle brackets. */
  readonly contentId: string;
  /** How the content is written: base64, for instance. */
  readonly encoding: string;
}

/** A part of a MIME message that was received (RFC 2387). */
export interface MessagePart extends PartHead {
  readonly bytes: Uint8Array;
}

/** A part to be sent. */
export interface OutgoingPart extends Omit<PartHead, "encoding"> {
  readonly content: Uint8Array | BinaryContent;
}

export const MOST_PARTS = 1000;

/** Boundary and root of a `multipart/related` message; undefined when it is something else. */
export function multipartOf(
  contentType: string,
): { readonly boundary: string; readonly start: string } | undefined {
  const { type, parameters } = parseMediaType(contentType);
  if (type !== "multipart/related") return undefined;
  const boundary = parameters.get("boundary") ?? "";
  if (boundary === "" || boundary.length > 200) failParts("a boundary");
  return { boundary, start: unwrapId(parameters.get("start") ?? "") };
}

/** The parts of a `multipart/related` message, the root first; undefined when it is something else. */
export function parseMultipart(
  bytes: Uint8Array,
  contentType: string,
): readonly MessagePart[] | undefined {
  const multipart = multipartOf(contentType);
  if (multipart === undefined) return undefined;
  const { boundary, start } = multipart;
  const parts = splitParts(bytes, new TextEncoder().encode(`--${boundary}`));
  if (parts.length === 0) failParts("at least one part");
  const root = parts.find((part) => part.contentId === start);
  if (root === undefined) return parts;
  return [root, ...parts.filter((part) => part !== root)];
}

function splitParts(bytes: Uint8Array, mark: Uint8Array): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = -1;
  for (let at = indexOf(bytes, mark, 0); at >= 0;) {
    if (from >= 0)
      parts.push(readPart(bytes.subarray(from, trimEnd(bytes, at))));
    if (parts.length > MOST_PARTS) failParts(`at most ${MOST_PARTS} parts`);
    from = at + mark.length;
    // The last boundary has two hyphens behind it.
    if (bytes[from] === 45 && bytes[from + 1] === 45) return parts;
    at = indexOf(bytes, mark, from);
  }
  return from < 0 ? parts : failParts("its last boundary");
}

/** The line end before a boundary belongs to it. */
export function trimEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] !== 10) return at;
  return bytes[at - 2] === 13 ? at - 2 : at - 1;
}

/** A boundary counts at the beginning of a line only. */
function indexOf(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first, from); at >= 0;) {
    const isLine = at === 0 || bytes[at - 1] === 10;
    if (isLine && mark.every((byte, index) => bytes[at + index] === byte)) {
      return at;
    }
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}

function readPart(bytes: Uint8Array): MessagePart {
  const found = headEnd(bytes);
  const end = found < 0 ? bytes.length : found;
  const head = readHead(bytes.subarray(0, end));
  return { ...head, bytes: decodePart(head, bytes.subarray(end)) };
}

/** Reads the headers of a part, with the rest of the boundary's line before them. */
export function readHead(bytes: Uint8Array): PartHead {
  const head = new TextDecoder("latin1").decode(bytes);
  const headers = new Map(
    head.split(/\r?\n(?![ \t])/).map((line) => {
      const colon = line.indexOf(":");
      const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      return [name, line.slice(colon + 1).trim()] as const;
    }),
  );
  return {
    contentType: headers.get("content-type") ?? "",
    contentId: unwrapId(headers.get("content-id") ?? ""),
    encoding: headers.get("content-transfer-encoding") ?? "",
  };
}

/** The content of a part, all of which is there. */
export function decodePart(
  { encoding }: PartHead,
  content: Uint8Array,
): Uint8Array {
  const decoder = transferDecoder(encoding);
  return decoder ? joinBytes([decoder.push(content), decoder.end()]) : content;
}

/** Position behind the empty line; -1 where there is none. */
export function headEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}

function unwrapId(id: string): string {
  return id.replace(/^<|>$/g, "");
}

/** Puts parts together; the first is the root. */
export function buildMultipart(
  parts: readonly OutgoingPart[],
  boundary: string,
): Pick<PackedMessage, "body" | "init"> {
  const encoder = new TextEncoder();
  const pieces = parts.flatMap(({ contentType, contentId, content }) => [
    encoder.encode(
      `--${boundary}\r\nContent-Type: ${contentType}\r\n` +
        `Content-Transfer-Encoding: binary\r\nContent-ID: <${contentId}>\r\n\r\n`,
    ),
    content,
    encoder.encode("\r\n"),
  ]);
  const end = encoder.encode(`--${boundary}--\r\n`);
  const body = joinPieces([...pieces, end]);
  return { body, init: initFor(body) };
}
