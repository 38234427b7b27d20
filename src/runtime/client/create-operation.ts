import type { OperationDescriptor } from "../descriptor.js";
import { isSoapError } from "../soap-error.js";
import type { SoapError } from "../soap-error.js";
import type { SoapFault } from "../soap/fault-value.js";
import { callOperation } from "./call-operation.js";
import type { AnyCallOptions } from "./call-operation.js";
import type { CallOptions, NoHeaders } from "./client-options.js";
import type { Client } from "./create-client.js";

/** What a call gave, with the declared SOAP header blocks of the answer. */
export interface Answer<Output, Headers = NoHeaders> {
  readonly value: Output;
  readonly headers: Headers;
}

/** The outcome of a call that does not throw. */
export type Result<Output, Fault = SoapFault, Headers = NoHeaders> =
  | ({ readonly ok: true } & Answer<Output, Headers>)
  | { readonly ok: false; readonly error: SoapError<Fault> };

/** An operation without input may be called without it; one with required header blocks only with them. */
export type CallArguments<
  Input,
  RequestHeaders = NoHeaders,
  ResponseHeaders = NoHeaders,
> =
  Record<never, never> extends RequestHeaders
    ? undefined extends Input
      ? [input?: Input, options?: CallOptions<RequestHeaders, ResponseHeaders>]
      : [input: Input, options?: CallOptions<RequestHeaders, ResponseHeaders>]
    : [
        input: Input,
        options: CallOptions<RequestHeaders, ResponseHeaders> & {
          readonly soapHeaders: RequestHeaders;
        },
      ];

export interface Operation<
  Input,
  Output,
  Fault = SoapFault,
  RequestHeaders = NoHeaders,
  ResponseHeaders = NoHeaders,
> {
  /** Rejects with a `SoapError`. */
  (
    client: Client,
    ...call: CallArguments<Input, RequestHeaders, ResponseHeaders>
  ): Promise<Output>;
  /** Never rejects because of the call. */
  safe(
    client: Client,
    ...call: CallArguments<Input, RequestHeaders, ResponseHeaders>
  ): Promise<Result<Output, Fault, ResponseHeaders>>;
  /** Like the call, with the declared SOAP header blocks of the answer. */
  withHeaders(
    client: Client,
    ...call: CallArguments<Input, RequestHeaders, ResponseHeaders>
  ): Promise<Answer<Output, ResponseHeaders>>;
  readonly descriptor: OperationDescriptor;
  /** Only for types: what the call takes. */
  readonly inputType?: Input;
  /** Only for types: the header blocks that the call takes and gives. */
  readonly headerTypes?: readonly [RequestHeaders, ResponseHeaders];
}

/** Makes the function for an operation. */
export function createOperation<
  Input,
  Output,
  Fault = SoapFault,
  RequestHeaders = NoHeaders,
  ResponseHeaders = NoHeaders,
>(
  descriptor: OperationDescriptor,
): Operation<Input, Output, Fault, RequestHeaders, ResponseHeaders> {
  type Received = Answer<Output, ResponseHeaders>;
  type Call = [input?: Input, options?: AnyCallOptions];
  const withHeaders = async (
    client: Client,
    ...[input, options = {}]: Call
  ): Promise<Received> =>
    // The descriptor, which the codec checks against, and the types were made from one schema.
    (await callOperation(descriptor, client, { input, options })) as Received;
  const call = async (client: Client, ...rest: Call): Promise<Output> =>
    (await withHeaders(client, ...rest)).value;
  const safe = async (
    client: Client,
    ...rest: Call
  ): Promise<Result<Output, Fault, ResponseHeaders>> => {
    try {
      return { ok: true, ...(await withHeaders(client, ...rest)) };
    } catch (error) {
      if (!isSoapError<Fault>(error)) throw error;
      return { ok: false, error };
    }
  };
  const operation = Object.assign(call, { safe, withHeaders, descriptor });
  // Inside, header blocks are records; outside they have the types of the schema.
  return operation as Operation<
    Input,
    Output,
    Fault,
    RequestHeaders,
    ResponseHeaders
  >;
}
