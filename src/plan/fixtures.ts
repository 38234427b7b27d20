import type { FaultExample, Operation } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { object, text, type Expression } from "./expression.js";
import type { HeadersPlan } from "./headers.js";
import type { MessagePlan } from "./messages.js";
import { sampleMessage } from "./sample-message.js";
import type { FixturePlan } from "./sdk-plan.js";

/** The made-up request and response of an operation; the same input always gives the same values. */
export function planFixture(
  operation: Operation,
  messages: {
    readonly request: MessagePlan;
    readonly response: MessagePlan | undefined;
    readonly requestHeaders?: HeadersPlan;
    readonly responseHeaders?: HeadersPlan;
  },
  context: PlanContext,
): FixturePlan {
  const request = sampleMessage(messages.request, context);
  const response =
    messages.response === undefined
      ? undefined
      : sampleMessage(messages.response, context);
  const requestHeaders = sampleHeaders(messages.requestHeaders, context);
  const responseHeaders = sampleHeaders(messages.responseHeaders, context);
  const [example] = operation.faultExamples ?? [];
  return {
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    ...(requestHeaders === undefined ? {} : { requestHeaders }),
    ...(responseHeaders === undefined ? {} : { responseHeaders }),
    ...(example === undefined ? {} : { fault: faultExpression(example) }),
  };
}

function sampleHeaders(
  headers: HeadersPlan | undefined,
  context: PlanContext,
): Expression | undefined {
  if (headers === undefined) return undefined;
  const descriptor = object({});
  return sampleMessage({ parts: headers.blocks, descriptor }, context);
}

/** A documented fault as what `encodeFault` takes. */
function faultExpression({
  code,
  reason,
  actor,
  detail,
}: FaultExample): Expression {
  return object({
    code:
      code === undefined
        ? undefined
        : object({ namespace: text(code.namespace), local: text(code.local) }),
    reason: text(reason),
    actor: actor === undefined ? undefined : text(actor),
    detailText: detail === undefined ? undefined : text(detail),
  });
}
