// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { Protocol, XmlElement } from "../descriptor.js";
import type { Leniency, Tolerated } from "../codec/leniency.js";
import type { Attachment } from "../packaging/attachments.js";
import type { SentBody } from "../packaging/join-parts.js";
import type { SoapError } from "../soap-error.js";
import type { SoapVersion } from "../soap/version.js";
import type { Limits } from "../xml/limits.js";

/** What goes over the wire, as hooks see it. */
export interface OutgoingRequest {
  readonly operation: string;
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: SentBody;
  /** What else `fetch` is told: bodies that are streams need more. */
  readonly init?: RequestInit;
}

/** An answer as hooks see it. */
export interface IncomingResponse {
  readonly operation: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly attachments?: readonly Attachment[];
}

export interface Hooks {
  /** Before each attempt. What it returns is sent instead. */
  readonly onRequest?: (
    request: OutgoingRequest,
  ) => OutgoingRequest | void | Promise<OutgoingRequest | void>;
  readonly onResponse?: (response: IncomingResponse) => void | Promise<void>;
  /** Before a call fails, whatever the reason. */
  readonly onFault?: (
    error: SoapError,
    operation: string,
  ) => void | Promise<void>;
  /** What an answer has that its type does not admit, where that is overlooked. */
  readonly onTolerated?: (tolerated: Tolerated, operation: string) => void;
}

/** What a header producer may want to know of the call. */
export interface HeaderContext {
  readonly operation: string;
  readonly action: string;
  readonly url: string;
  readonly version: SoapVersion;
}

/** Makes SOAP header blocks for each call: `usernameToken`, `timestamp`, `addressing`, or your own. */
export interface HeaderProducer {
  (
    context: HeaderContext,
  ): readonly XmlElement[] | Promise<readonly XmlElement[]>;
  /** The envelope to send instead, once all header blocks are in it: signs it, for instance. */
  readonly protect?: (envelope: string) => string | Promise<string>;
  /** The envelope of an answer as it is to be read; throws where it is not what it has to be. */
  readonly verify?: (envelope: string) => string | Promise<string>;
}

/** HTTP headers, or what makes them for each call. */
export type HeaderSource =
  | Readonly<Record<string, string>>
  | (() =>
      | Readonly<Record<string, string>>
      | Promise<Readonly<Record<string, string>>>);

/** A message in parts, ready to be sent. */
export interface PackedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SentBody;
  readonly attachments?: readonly Attachment[];
  readonly init?: RequestInit;
}

/** An answer taken apart. */
export interface UnpackedMessage {
  readonly text: string;
  readonly contentType: string;
  readonly attachments?: readonly Attachment[];
}

/** How binary parts travel beside the message: `mtom()` or `swa()`. */
export interface Packaging {
  pack(message: PackedMessage): PackedMessage;
  /** Undefined when the answer has no parts. */
  unpack(bytes: Uint8Array, contentType: string): UnpackedMessage | undefined;
}

export interface ClientOptions {
  /** Where the service is; needed where its description does not say. */
  readonly endpoint?: string;
  /** Name of the port to use. */
  readonly port?: string;
  /** Chooses the first port that speaks it. */
  readonly protocol?: Protocol;
  readonly fetch?: typeof globalThis.fetch;
  readonly headers?: HeaderSource;
  /** Milliseconds for the whole call. */
  readonly timeout?: number;
  readonly security?: HeaderProducer | readonly HeaderProducer[];
  readonly hooks?: Hooks;
  /** How often a call without answer is tried again; 0 by default, as calls may change something. */
  readonly retries?: number;
  readonly limits?: Partial<Limits>;
  /** What decoding may overlook: `lenient("missing", "order")`. */
  readonly lenient?: Leniency;
  readonly credentials?: "omit" | "same-origin" | "include";
  readonly packaging?: Packaging;
}

/** Header blocks of an operation that declares none. */
export type NoHeaders = { readonly [name: string]: never };

/** Settings of one call; the types are those of the header blocks that the operation declares. */
export interface CallOptions<
  RequestHeaders = NoHeaders,
  ResponseHeaders = NoHeaders,
> {
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole call. */
  readonly timeout?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Declared SOAP header blocks by property. */
  readonly soapHeaders?: RequestHeaders;
  /** Other SOAP header blocks. */
  readonly headerBlocks?: readonly XmlElement[];
  /** Called with the declared SOAP header blocks of the answer. */
  onHeaders?(headers: ResponseHeaders): void;
}
