import type { DynamicSdk } from "../dynamic/index.js";
import type { OperationDescriptor } from "../runtime/descriptor.js";
import { isSoapError, type FaultInput } from "../runtime/index.js";
import { MockFault, type MockHandler } from "../runtime/mock.js";

/** An operation to be mocked, with its fixtures. */
export interface MockedOperation {
  readonly name: string;
  readonly functionName: string;
  readonly descriptor: OperationDescriptor;
  readonly response: unknown;
  readonly fault: FaultInput | undefined;
}

export interface HandlerOptions {
  readonly sdk: DynamicSdk;
  /** Whether the operation answers with a fault. */
  readonly isFaulty: (name: string) => boolean;
  /** An answer of the user's own: JSON of the value, or an envelope. Read for each request. */
  readonly ownAnswer: (name: string) => OwnAnswer | undefined;
}

export interface OwnAnswer {
  readonly kind: "json" | "xml";
  readonly content: unknown;
}

/** Answers an operation from its fixture, from an answer of the user's own, or with a fault. */
export function fixtureHandler(
  operation: MockedOperation,
  { sdk, isFaulty, ownAnswer }: HandlerOptions,
): MockHandler {
  const { name, functionName, descriptor } = operation;
  return {
    operation: descriptor,
    respond: () => {
      if (isFaulty(name)) return new MockFault(operation.fault ?? madeUp(name));
      const own = ownAnswer(name);
      if (own === undefined) return operation.response;
      return own.kind === "json"
        ? sdk.fromJson(functionName, own.content, { direction: "response" })
        : answerOf(sdk, functionName, String(own.content));
    },
  };
}

function madeUp(name: string): FaultInput {
  return { reason: `${name} was told to fail` };
}

/** The value of an envelope, or the fault that it is. */
function answerOf(sdk: DynamicSdk, operation: string, xml: string): unknown {
  try {
    return sdk.decodeResponse(operation, xml);
  } catch (error) {
    if (!isSoapError(error) || error.kind !== "fault") throw error;
    return new MockFault(error.fault);
  }
}
