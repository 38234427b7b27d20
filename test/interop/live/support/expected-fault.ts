import type { Protocol } from "../../../../src/model/index.js";
import { SOAP_11, SOAP_12 } from "../../../../src/runtime/xml/namespaces.js";
import type { ExpectedFault } from "./stack.js";

/** What is common to the faults of all stacks, and what is not. */
interface FaultWords {
  readonly reason: unknown;
  /** 500 by default. */
  readonly status?: number;
  /** Local name of the code; whose fault it is by default, in the words of the SOAP version. */
  readonly code?:
    string | { readonly namespace: string; readonly local: string };
}

const codes = {
  declared: { soap11: "Client", soap12: "Sender" },
  undeclared: { soap11: "Server", soap12: "Receiver" },
} as const;

function errorOf(
  protocol: "soap11" | "soap12",
  how: "declared" | "undeclared",
  { reason, status = 500, code }: FaultWords,
): object {
  const declared = {
    name: "Rejected",
    detail: { code: 42, what: "größe & <more>" },
  };
  const namespace = protocol === "soap11" ? SOAP_11 : SOAP_12;
  const name = code ?? codes[how][protocol];
  const version = protocol === "soap11" ? "1.1" : "1.2";
  const fault = {
    version,
    reason,
    code: typeof name === "string" ? { namespace, local: name } : name,
  };
  return {
    kind: "fault",
    status,
    fault: how === "declared" ? { ...fault, ...declared } : fault,
  };
}

/** A fault as the service is written to give it, with the words of its stack; by protocol where they differ. */
export function expectedFault(
  how: "declared" | "undeclared",
  words: FaultWords,
  soap12: FaultWords = words,
): ExpectedFault {
  const error: Partial<Record<Protocol, object>> = {
    soap11: errorOf("soap11", how, words),
    soap12: errorOf("soap12", how, soap12),
  };
  return { how, error };
}
