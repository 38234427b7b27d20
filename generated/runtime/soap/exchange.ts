// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  BindingDescriptor,
  OperationDescriptor,
  Protocol,
} from "../descriptor.js";
import type { DocumentOptions } from "../codec/document.js";
import { SoapError } from "../soap-error.js";

/** An operation as one protocol carries it. */
export interface Exchange {
  readonly operation: OperationDescriptor;
  readonly binding: BindingDescriptor;
  readonly protocol: Protocol;
}

export type CodecOptions = DocumentOptions;

/** The exchange of an operation on a port. */
export function exchangeOn(
  operation: OperationDescriptor,
  port: string,
  protocol: Protocol,
): Exchange {
  const { bindings, name } = operation;
  const binding = bindings.find((each) => each.ports.includes(port));
  if (binding !== undefined) return { operation, binding, protocol };
  const ports = bindings.flatMap((each) => each.ports).join(", ");
  throw new SoapError(`port ${port} has no operation ${name}; ${ports} have`, {
    kind: "encode",
    path: "",
    expected: `a client of ${ports}`,
    received: port,
  });
}
