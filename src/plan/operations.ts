import type { BindingOperation, Operation, Part } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { planErrors } from "./errors.js";
import {
  array,
  object,
  strings,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import { faultDescriptor, faultsOf, planFaults } from "./faults.js";
import { planFixture } from "./fixtures.js";
import { headerNames, planOperationHeaders, soapEnvelopes } from "./headers.js";
import { operationDoc } from "./operation-doc.js";
import {
  partProperties,
  planMessage,
  voidType,
  type MessagePlan,
  type MessageRole,
} from "./messages.js";
import {
  safeFileName,
  safeFunctionName,
  safeTypeName,
} from "./names/identifiers.js";
import type { NameScope } from "./names/name-scope.js";
import { isSameData } from "./same-data.js";
import type { FaultsPlan, OperationPlan } from "./sdk-plan.js";
import type { TypeDeclaration } from "./types/type-declaration.js";
import {
  runtimeType,
  typeName,
  type TypeExpression,
} from "./type-expression.js";

export interface OperationContext {
  readonly context: PlanContext;
  /** File names of fixtures. */
  readonly files: NameScope;
  /** Port names that speak a binding, by the binding's key. */
  readonly ports: ReadonlyMap<string, readonly string[]>;
  /** `createXClient` of the first service that carries the binding, for the example. */
  readonly createName: (binding: string) => string;
}

/** An operation as a function; undefined when no port carries it. */
export function planOperation(
  operation: Operation,
  place: OperationContext,
): OperationPlan | undefined {
  const { context, files } = place;
  const bindings = offeredBindings(operation, place);
  const [first] = bindings;
  if (first === undefined) return undefined;
  const key = operationKey(operation);
  const functionName = context.names.give(
    `function:${key}`,
    safeFunctionName(operation.name),
  );
  const messages = planMessages(operation, first, context);
  const { input, output } = messages;
  const headers = planOperationHeaders(operation.name, bindings, context);
  const faults = planFaults(operation, key, context);
  const errors = planErrors(operation, context);
  return {
    name: operation.name,
    functionName,
    fileName: files.give(key, safeFileName(operation.name)),
    doc: operationDoc(operation, {
      functionName,
      createName: place.createName(first.binding.key),
      isVoid: input.type === voidType,
      headers,
    }),
    input: input.type,
    output: output.type,
    ...headers,
    fault: faultType(faults),
    declarations: [...input.declarations, ...output.declarations],
    descriptor: operationDescriptor(operation, bindings, place),
    ...(faults === undefined ? {} : { faults }),
    ...(errors === undefined ? {} : { errors }),
    fixture: planFixture(operation, { ...messages, ...headers }, context),
  };
}

function faultType(faults: FaultsPlan | undefined): TypeExpression {
  return faults === undefined
    ? runtimeType("SoapFault")
    : typeName(faults.typeName);
}

function offeredBindings(
  operation: Operation,
  { ports }: OperationContext,
): readonly BindingOperation[] {
  return operation.bindings.filter(
    ({ binding }) => (ports.get(binding.key) ?? []).length > 0,
  );
}

/** Overloads differ in their request message. */
function operationKey(operation: Operation): string {
  const body = operation.bindings[0]?.request.body;
  const detail =
    body?.kind === "element"
      ? `(${body.name.local})`
      : body !== undefined && "parts" in body
        ? `(${body.parts.map(partKey).join(",")})`
        : "";
  return `${operation.portType.key}/${operation.name}${detail}`;
}

function partKey({ name, type }: Part): string {
  if (type.kind === "element") return `${name}:${type.name.local}`;
  const { reference } = type;
  return reference.kind === "named" ? `${name}:${reference.name.local}` : name;
}

interface MessageType {
  readonly type: TypeExpression;
  readonly declarations: readonly TypeDeclaration[];
}

const noMessage: MessageType = { type: voidType, declarations: [] };

/** Only the types are wanted, which header blocks have no part in. */
function noHeaders(isAnswer: boolean): MessageRole {
  return { isAnswer, headerNames: new Map() };
}

function planMessages(
  operation: Operation,
  binding: BindingOperation,
  context: PlanContext,
): {
  readonly request: MessagePlan;
  readonly response: MessagePlan | undefined;
  readonly input: MessageType;
  readonly output: MessageType;
} {
  const request = planMessage(binding.request, noHeaders(false), context);
  const response =
    binding.response === undefined
      ? undefined
      : planMessage(binding.response, noHeaders(true), context);
  const input = messageType(request, { operation, suffix: "Request" }, context);
  const output =
    response === undefined
      ? noMessage
      : messageType(response, { operation, suffix: "Response" }, context);
  return { request, response, input, output };
}

function messageType(
  message: MessagePlan,
  {
    operation,
    suffix,
  }: { readonly operation: Operation; readonly suffix: string },
  context: PlanContext,
): MessageType {
  if (message.value !== undefined)
    return { type: message.value.type, declarations: [] };
  if (message.parts === undefined) return noMessage;
  const key = `message:${operationKey(operation)}/${suffix}`;
  const name = context.names.give(
    key,
    safeTypeName(`${operation.name} ${suffix}`),
  );
  const properties = partProperties(message.parts);
  const declaration: TypeDeclaration =
    properties.length === 0
      ? { kind: "alias", name, doc: [], type: emptyObject }
      : { kind: "interface", name, doc: [], properties };
  return { type: typeName(name), declarations: [declaration] };
}

const emptyObject: TypeExpression = {
  kind: "global",
  name: "Record",
  arguments: [
    { kind: "keyword", text: "string" },
    { kind: "keyword", text: "never" },
  ],
};

function operationDescriptor(
  operation: Operation,
  bindings: readonly BindingOperation[],
  { context, ports }: OperationContext,
): Expression {
  const { requests, responses } = soapEnvelopes(bindings);
  const headers = {
    request: headerNames(requests),
    response: headerNames(responses),
  };
  const groups: {
    readonly ports: string[];
    readonly entries: Readonly<Record<string, Expression | undefined>>;
  }[] = [];
  for (const binding of bindings) {
    const entries = bindingEntries(binding, headers, context);
    const names = ports.get(binding.binding.key) ?? [];
    const known = groups.find((group) => isSameData(group.entries, entries));
    if (known === undefined) groups.push({ ports: [...names], entries });
    else known.ports.push(...names);
  }
  return object({
    name: text(operation.name),
    bindings: array(
      groups.map((group) =>
        object({ ports: strings(group.ports), ...group.entries }),
      ),
    ),
  });
}

function bindingEntries(
  binding: BindingOperation,
  names: Record<"request" | "response", ReadonlyMap<string, string>>,
  context: PlanContext,
): Readonly<Record<string, Expression | undefined>> {
  const { action, request, response } = binding;
  const faults = faultsOf(binding);
  const asked = { isAnswer: false, headerNames: names.request };
  const answered = { isAnswer: true, headerNames: names.response };
  return {
    action: action === undefined ? undefined : text(action),
    request: planMessage(request, asked, context).descriptor,
    response:
      response === undefined
        ? undefined
        : planMessage(response, answered, context).descriptor,
    faults:
      faults.length === 0
        ? undefined
        : thunk(array(faults.map((fault) => faultDescriptor(fault, context)))),
  };
}
