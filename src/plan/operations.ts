import type {
  BindingOperation,
  Fault,
  Operation,
  Part,
} from "../model/index.js";
import type { PlanContext } from "./context.js";
import { namespaceOf } from "./namespace-of.js";
import { documentationLines } from "./documentation.js";
import { planErrors } from "./errors.js";
import {
  array,
  flag,
  object,
  strings,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import { planFixture } from "./fixtures.js";
import {
  partProperties,
  partValue,
  planMessage,
  voidType,
  type MessagePlan,
} from "./messages.js";
import {
  safeFileName,
  safeFunctionName,
  safeTypeName,
} from "./names/identifiers.js";
import type { NameScope } from "./names/name-scope.js";
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
  const faults = planFaults(operation, context);
  const errors = planErrors(operation, context);
  return {
    name: operation.name,
    functionName,
    fileName: files.give(key, safeFileName(operation.name)),
    doc: operationDoc(operation, {
      functionName,
      createName: place.createName(first.binding.key),
      isVoid: input.type === voidType,
    }),
    input: input.type,
    output: output.type,
    fault:
      faults === undefined
        ? runtimeType("SoapFault")
        : typeName(faults.typeName),
    declarations: [...input.declarations, ...output.declarations],
    descriptor: operationDescriptor(operation, bindings, place),
    ...(faults === undefined ? {} : { faults }),
    ...(errors === undefined ? {} : { errors }),
    fixture: planFixture(operation, messages, context),
  };
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
  const request = planMessage(binding.request, context);
  const response =
    binding.response === undefined
      ? undefined
      : planMessage(binding.response, context);
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

function operationDoc(
  operation: Operation,
  example: {
    readonly functionName: string;
    readonly createName: string;
    readonly isVoid: boolean;
  },
): readonly string[] {
  const argumentsOf = example.isVoid ? "client" : "client, input";
  return documentationLines({
    documentation: operation.documentation ?? operation.name,
    origin: operation.origin,
    code: [
      `const client = ${example.createName}();`,
      `const result = await ${example.functionName}(${argumentsOf});`,
    ],
  });
}

function operationDescriptor(
  operation: Operation,
  bindings: readonly BindingOperation[],
  { context, ports }: OperationContext,
): Expression {
  const groups = new Map<
    string,
    {
      readonly ports: string[];
      readonly entries: Readonly<Record<string, Expression | undefined>>;
    }
  >();
  for (const binding of bindings) {
    const entries = bindingEntries(binding, context);
    const key = JSON.stringify(entries, (_key, value: unknown) =>
      value === Infinity
        ? "unbounded"
        : typeof value === "bigint"
          ? `${value}n`
          : value,
    );
    const names = ports.get(binding.binding.key) ?? [];
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { ports: [...names], entries });
    else known.ports.push(...names);
  }
  return object({
    name: text(operation.name),
    bindings: array(
      [...groups.values()].map((group) =>
        object({ ports: strings(group.ports), ...group.entries }),
      ),
    ),
  });
}

function bindingEntries(
  binding: BindingOperation,
  context: PlanContext,
): Readonly<Record<string, Expression | undefined>> {
  const { action, response, faults } = binding;
  return {
    action: action === undefined ? undefined : text(action),
    request: planMessage(binding.request, context).descriptor,
    response:
      response === undefined
        ? undefined
        : planMessage(response, context).descriptor,
    faults:
      faults.length === 0
        ? undefined
        : thunk(array(faults.map((fault) => faultDescriptor(fault, context)))),
  };
}

function faultDescriptor(fault: Fault, context: PlanContext): Expression {
  const { value, nillable } = partValue(
    fault.type,
    fault.wireName.local,
    context,
  );
  return object({
    name: text(fault.name),
    element: text(fault.wireName.local),
    namespace: namespaceOf(fault.wireName.namespace),
    type: value.descriptor,
    nillable: nillable ? flag(true) : undefined,
    encoded: fault.isEncoded ? flag(true) : undefined,
  });
}

/** Faults of all bindings, each name once. */
function planFaults(
  operation: Operation,
  context: PlanContext,
): FaultsPlan | undefined {
  const faults = new Map<string, Fault>();
  for (const binding of operation.bindings)
    for (const fault of binding.faults) faults.set(fault.name, fault);
  if (faults.size === 0) return undefined;
  return {
    typeName: context.names.give(
      `faults:${operationKey(operation)}`,
      safeTypeName(`${operation.name} Fault`),
    ),
    doc: [`What ${operation.name} fails with.`],
    faults: [...faults.values()].map((fault) => ({
      name: fault.name,
      type: partValue(fault.type, fault.wireName.local, context).value.type,
    })),
  };
}
