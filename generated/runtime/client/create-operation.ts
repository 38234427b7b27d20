// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { OperationDescriptor } from "../descriptor.js";
import { isSoapError } from "../soap-error.js";
import type { SoapError } from "../soap-error.js";
import type { SoapFault } from "../soap/fault-value.js";
import { callOperation } from "./call-operation.js";
import type { CallOptions } from "./client-options.js";
import type { Client } from "./create-client.js";

/** The outcome of a call that does not throw. */
export type Result<Output, Fault = SoapFault> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly error: SoapError<Fault> };

/** An operation without input may be called without it. */
export type CallArguments<Input> = undefined extends Input
  ? [input?: Input, options?: CallOptions]
  : [input: Input, options?: CallOptions];

export interface Operation<Input, Output, Fault = SoapFault> {
  /** Rejects with a `SoapError`. */
  (client: Client, ...call: CallArguments<Input>): Promise<Output>;
  /** Never rejects because of the call. */
  safe(
    client: Client,
    ...call: CallArguments<Input>
  ): Promise<Result<Output, Fault>>;
  readonly descriptor: OperationDescriptor;
  /** Only for types: what the call takes. */
  readonly inputType?: Input;
}

/** Makes the function for an operation. */
export function createOperation<Input, Output, Fault = SoapFault>(
  descriptor: OperationDescriptor,
): Operation<Input, Output, Fault> {
  const call = async (
    client: Client,
    input?: Input,
    options: CallOptions = {},
  ): Promise<Output> => {
    const value = await callOperation(descriptor, client, { input, options });
    // The descriptor, which the codec checks against, and the type were made from one schema.
    return value as Output;
  };
  const safe = async (
    client: Client,
    ...rest: [input?: Input, options?: CallOptions]
  ): Promise<Result<Output, Fault>> => {
    try {
      return { ok: true, value: await call(client, ...rest) };
    } catch (error) {
      if (!isSoapError<Fault>(error)) throw error;
      return { ok: false, error };
    }
  };
  return Object.assign(call, { safe, descriptor });
}
