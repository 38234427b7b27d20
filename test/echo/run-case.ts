import { compile, CompileError } from "../../src/compile.js";
import type { DynamicSdk } from "../../src/dynamic/index.js";
import { isSoapError } from "../../src/runtime/index.js";
import type { EchoCase } from "./archive.js";
import { compareBodies, type Likeness } from "./compare-bodies.js";

export interface Outcome {
  readonly status:
    | Likeness
    /** The message was refused, where it says. */
    | "refused"
    | "not encoded"
    | "not compiled"
    | "crashed";
  readonly message: string;
}

/** For want of its schema the root's content is unknown: it comes back unchanged, and nothing about it can be refused. */
const severities = new Map([
  ["load/outside-root", "warning"],
  ["link/unresolved-element", "warning"],
] as const);

/** Gives a response back as the request of the same operation. */
export async function runCase({
  wsdl,
  response,
  lacksSchema,
}: EchoCase): Promise<Outcome> {
  let sdk: DynamicSdk;
  try {
    sdk = await compile([wsdl], lacksSchema ? { severities } : {});
  } catch (error) {
    const status = error instanceof CompileError ? "not compiled" : "crashed";
    return { status, message: String(error) };
  }
  return exchange(sdk, response);
}

function exchange(sdk: DynamicSdk, response: string): Outcome {
  const name = sdk.operations[0]?.name ?? "";
  let value: unknown;
  try {
    value = sdk.decodeResponse(name, response);
  } catch (error) {
    const isRefused = isSoapError(error) && error.kind === "decode";
    // The path has to lead to the element that is wrong, so beyond the envelope.
    const hasPath = isRefused && /^\/Envelope\/Body\/./.test(error.path);
    const status = hasPath ? "refused" : "crashed";
    return { status, message: String(error) };
  }
  try {
    const request = sdk.encodeRequest(name, value).body ?? "";
    return { status: compareBodies(response, request), message: request };
  } catch (error) {
    const status = isSoapError(error) ? "not encoded" : "crashed";
    return { status, message: String(error) };
  }
}

/** Whether the outcome is what the case wants. */
export function isPassed({ isValid }: EchoCase, { status }: Outcome): boolean {
  if (isValid === undefined) return status !== "crashed";
  if (!isValid) return status === "refused";
  return status === "exact" || status === "value";
}
