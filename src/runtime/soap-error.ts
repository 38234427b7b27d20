import type { SoapFault } from "./soap/fault-value.js";

/** Where and why a message could not be read. */
export interface DecodeDetail {
  readonly kind: "decode";
  /** Elements from the root, like `/Envelope/Body/GetOrder/Lines/Line[2]/@id`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly expected?: string;
  readonly received?: string;
}

/** Where and why a value could not be written; nothing was sent. */
export interface EncodeDetail {
  readonly kind: "encode";
  /** Properties from the operation's input, like `order.Lines[2].Id`. */
  readonly path: string;
  readonly expected?: string;
  readonly received?: string;
}

/** An answer that is not a SOAP message. */
export interface HttpDetail {
  readonly kind: "http";
  readonly status: number;
  readonly contentType: string;
  /** The beginning of the body. */
  readonly body: string;
}

export interface FaultDetail<Fault = SoapFault> {
  readonly kind: "fault";
  readonly fault: Fault;
  /** HTTP status it came with. */
  readonly status: number;
}

/** No answer; `cause` has what fetch reported. */
export interface TransportDetail {
  readonly kind: "network" | "timeout" | "aborted";
}

export type SoapErrorDetail<Fault = SoapFault> =
  | DecodeDetail
  | EncodeDetail
  | HttpDetail
  | FaultDetail<Fault>
  | TransportDetail;

class SoapErrorClass extends Error {
  override readonly name = "SoapError";

  constructor(
    message: string,
    detail: SoapErrorDetail<unknown>,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    Object.assign(this, detail);
  }
}

/** What every call of an operation fails with: `kind` says which fields there are. */
export type SoapError<Fault = SoapFault> = Error & SoapErrorDetail<Fault>;

interface SoapErrorConstructor {
  new <Fault = SoapFault>(
    message: string,
    detail: SoapErrorDetail<Fault>,
    options?: { readonly cause?: unknown },
  ): SoapError<Fault>;
  readonly prototype: Error;
}

// A class cannot be declared as a union; its constructor copies the fields of the detail.
export const SoapError = SoapErrorClass as unknown as SoapErrorConstructor;

const KINDS: readonly unknown[] = [
  "fault",
  "http",
  "network",
  "timeout",
  "aborted",
  "decode",
  "encode",
];

/** Looks at the shape, so that errors of another copy of the runtime count too. */
export function isSoapError<Fault = SoapFault>(
  value: unknown,
): value is SoapError<Fault> {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    value.name === "SoapError" &&
    "kind" in value &&
    KINDS.includes(value.kind)
  );
}
