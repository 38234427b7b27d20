import { catalogueEntry } from "../diagnostics/index.js";
import type { ChangeCode } from "./change.js";

/** What can differ, apart from direction: the code in requests, the code in answers, and the rule that undoes it. */
export interface Rule {
  readonly request: ChangeCode;
  readonly response: ChangeCode;
  /** The rule that the same two models give the other way round. */
  readonly mirror: string;
}

/** The same in both directions. */
function both(code: ChangeCode, mirror: string): Rule {
  return { request: code, response: code, mirror };
}

function directed(
  request: ChangeCode,
  response: ChangeCode,
  mirror: string,
): Rule {
  return { request, response, mirror };
}

const operationRules = {
  "service-added": both("change/service-added", "service-removed"),
  "service-removed": both("change/service-removed", "service-added"),
  "port-added": both("change/port-added", "port-removed"),
  "port-removed": both("change/port-removed", "port-added"),
  "protocol-changed": both("change/protocol-changed", "protocol-changed"),
  "endpoint-added": both("change/endpoint-added", "endpoint-removed"),
  "endpoint-removed": both("change/endpoint-removed", "endpoint-added"),
  "endpoint-changed": both("change/endpoint-changed", "endpoint-changed"),
  "policy-added": both("change/policy-added", "policy-removed"),
  "policy-removed": both("change/policy-removed", "policy-added"),
  "operation-added": both("change/operation-added", "operation-removed"),
  "operation-removed": both("change/operation-removed", "operation-added"),
  "binding-added": both("change/binding-added", "binding-removed"),
  "binding-removed": both("change/binding-removed", "binding-added"),
  "action-changed": both("change/action-changed", "action-changed"),
  "one-way-changed": both("change/one-way-changed", "one-way-changed"),
  "style-changed": both("change/style-changed", "style-changed"),
  "location-changed": both("change/location-changed", "location-changed"),
  "root-changed": both("change/root-changed", "root-changed"),
  "fault-added": both("change/fault-added", "fault-removed"),
  "fault-removed": both("change/fault-removed", "fault-added"),
  "error-added": both("change/error-added", "error-removed"),
  "error-removed": both("change/error-removed", "error-added"),
  "namespace-changed": both("change/namespace-changed", "namespace-changed"),
  "name-changed": both("change/name-changed", "name-changed"),
} as const;

const typeRules = {
  "type-added": both("change/type-added", "type-removed"),
  "type-removed": both("change/type-removed", "type-added"),
  "type-renamed": both("change/type-renamed", "type-renamed"),
  "type-replaced": both("change/type-replaced", "type-replaced"),
  "element-added": both("change/element-added", "element-removed"),
  "element-removed": both("change/element-removed", "element-added"),
  "order-changed": both("change/order-changed", "order-changed"),
  "order-fixed": directed(
    "change/request-order-fixed",
    "change/response-order-fixed",
    "order-freed",
  ),
  "order-freed": directed(
    "change/request-order-freed",
    "change/response-order-freed",
    "order-fixed",
  ),
  "choice-changed": both("change/choice-changed", "choice-changed"),
  "alternative-added": directed(
    "change/request-alternative-added",
    "change/response-alternative-added",
    "alternative-removed",
  ),
  "alternative-removed": directed(
    "change/request-alternative-removed",
    "change/response-alternative-removed",
    "alternative-added",
  ),
  "wildcard-added": both("change/wildcard-added", "wildcard-removed"),
  "wildcard-removed": directed(
    "change/request-wildcard-removed",
    "change/response-wildcard-removed",
    "wildcard-added",
  ),
  "mixed-changed": both("change/mixed-changed", "mixed-changed"),
  "certainty-changed": both("change/certainty-changed", "certainty-changed"),
} as const;

const memberRules = {
  "member-added": directed(
    "change/request-member-added",
    "change/response-member-added",
    "member-removed",
  ),
  "required-member-added": directed(
    "change/request-required-member-added",
    "change/response-member-added",
    "required-member-removed",
  ),
  "member-removed": directed(
    "change/request-member-removed",
    "change/response-member-removed",
    "member-added",
  ),
  "required-member-removed": directed(
    "change/request-member-removed",
    "change/response-required-member-removed",
    "required-member-added",
  ),
  "member-required": directed(
    "change/request-member-required",
    "change/response-member-required",
    "member-optional",
  ),
  "member-optional": directed(
    "change/request-member-optional",
    "change/response-member-optional",
    "member-required",
  ),
  "nillable-added": directed(
    "change/request-nillable",
    "change/response-nillable",
    "nillable-removed",
  ),
  "nillable-removed": directed(
    "change/request-not-nillable",
    "change/response-not-nillable",
    "nillable-added",
  ),
  "became-array": both("change/became-array", "became-single"),
  "became-single": directed(
    "change/request-became-single",
    "change/response-became-single",
    "became-array",
  ),
  "occurrence-narrowed": directed(
    "change/request-occurrence-narrowed",
    "change/response-occurrence-narrowed",
    "occurrence-widened",
  ),
  "occurrence-widened": both(
    "change/occurrence-widened",
    "occurrence-narrowed",
  ),
} as const;

const valueRules = {
  "type-changed": both("change/type-changed", "type-changed"),
  "representation-changed": both(
    "change/representation-changed",
    "representation-changed",
  ),
  "values-narrowed": directed(
    "change/request-values-narrowed",
    "change/response-values-narrowed",
    "values-widened",
  ),
  "values-widened": directed(
    "change/request-values-widened",
    "change/response-values-widened",
    "values-narrowed",
  ),
  "values-changed": directed(
    "change/request-values-changed",
    "change/response-values-changed",
    "values-changed",
  ),
  "literal-added": directed(
    "change/request-literal-added",
    "change/response-literal-added",
    "literal-removed",
  ),
  "literal-removed": directed(
    "change/request-literal-removed",
    "change/response-literal-removed",
    "literal-added",
  ),
  "enumeration-added": directed(
    "change/request-values-narrowed",
    "change/response-values-narrowed",
    "enumeration-removed",
  ),
  "enumeration-removed": directed(
    "change/request-values-widened",
    "change/response-enumeration-removed",
    "enumeration-added",
  ),
  "fixed-changed": both("change/fixed-changed", "fixed-changed"),
  "default-changed": both("change/default-changed", "default-changed"),
  "became-known": directed(
    "change/request-type-known",
    "change/response-type-known",
    "became-unknown",
  ),
  "became-unknown": directed(
    "change/request-type-unknown",
    "change/response-type-unknown",
    "became-known",
  ),
} as const;

/** Every rule has its mirror for the other direction of time, and says what it means in each direction of messages. */
export const rules = {
  ...operationRules,
  ...typeRules,
  ...memberRules,
  ...valueRules,
} as const;

export type RuleName = keyof typeof rules;

/** Which messages have what changed. */
export interface Directions {
  readonly isRequest: boolean;
  readonly isResponse: boolean;
}

const weights = { wire: 2, types: 1 } as const;

/** The code of a rule where it applies; where it is both sent and received, or neither, the one that breaks more. */
export function codeOf(
  rule: RuleName,
  { isRequest, isResponse }: Directions,
): ChangeCode {
  const { request, response }: Rule = rules[rule];
  if (isRequest && !isResponse) return request;
  if (isResponse && !isRequest) return response;
  return weigh(response) > weigh(request) ? response : request;
}

function weigh(code: ChangeCode): number {
  const { breaks } = catalogueEntry(code);
  return breaks === undefined ? 0 : weights[breaks];
}
