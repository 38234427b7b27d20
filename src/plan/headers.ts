import type {
  BindingOperation,
  Envelope,
  HeaderBlock,
  PartType,
} from "../model/index.js";
import { createPropertyScope } from "./content/property-scope.js";
import type { PlanContext } from "./context.js";
import { documentationLines } from "./documentation.js";
import { flag, object, text, type Expression } from "./expression.js";
import { safeTypeName } from "./names/identifiers.js";
import { namespaceOf } from "./namespace-of.js";
import { nillableValue, partValue } from "./part-value.js";
import { typeName, type TypeExpression } from "./type-expression.js";
import type { ValuePlan } from "./value-plan.js";

/** The header blocks of one direction of an operation, over all its bindings. */
export interface HeadersPlan {
  readonly type: TypeExpression;
  readonly blocks: readonly HeaderPlan[];
}

export interface HeaderPlan {
  readonly property: string;
  readonly value: ValuePlan;
  readonly isOptional: boolean;
  readonly documentation?: string;
}

/** Namespaces of blocks that the client makes: `security` and `addressing` write them. */
const MADE_BY_CLIENT =
  /^http:\/\/(?:docs\.oasis-open\.org\/wss\/|(?:schemas\.xmlsoap\.org\/ws\/\d{4}\/\d\d|www\.w3\.org\/\d{4}\/\d\d)\/addressing)/;

/** The envelopes of the ports that speak SOAP. */
export function soapEnvelopes(
  bindings: readonly BindingOperation[],
): Record<"requests" | "responses", readonly Envelope[]> {
  const soap = bindings.filter(({ protocol }) => /^soap1[12]$/.test(protocol));
  return {
    requests: soap.map(({ request }) => request),
    responses: soap.flatMap(({ response }) => response ?? []),
  };
}

/** Header blocks both ways. */
export interface OperationHeaders {
  readonly requestHeaders?: HeadersPlan;
  readonly responseHeaders?: HeadersPlan;
}

export function planOperationHeaders(
  operationName: string,
  bindings: readonly BindingOperation[],
  context: PlanContext,
): OperationHeaders {
  const { requests, responses } = soapEnvelopes(bindings);
  const sent = { operationName, isAnswer: false };
  const requestHeaders = planHeaders(requests, sent, context);
  const received = { operationName, isAnswer: true };
  const responseHeaders = planHeaders(responses, received, context);
  return {
    ...(requestHeaders === undefined ? {} : { requestHeaders }),
    ...(responseHeaders === undefined ? {} : { responseHeaders }),
  };
}

/** Property names of header blocks, by key of the element: local names, numbered where several elements share one. */
export function headerNames(
  envelopes: readonly Envelope[],
): ReadonlyMap<string, string> {
  const scope = createPropertyScope();
  const names = new Map<string, string>();
  for (const { name } of envelopes.flatMap(({ headers }) => headers))
    if (!names.has(name.key)) names.set(name.key, scope.give(name.local));
  return names;
}

interface HeadersRole {
  readonly operationName: string;
  readonly isAnswer: boolean;
}

/** Types the blocks that the envelopes declare; undefined when there are none. */
function planHeaders(
  envelopes: readonly Envelope[],
  role: HeadersRole,
  context: PlanContext,
): HeadersPlan | undefined {
  const names = headerNames(envelopes);
  const headers = new Map<string, HeaderBlock>();
  for (const header of envelopes.flatMap((each) => each.headers))
    if (!headers.has(header.name.key)) headers.set(header.name.key, header);
  if (headers.size === 0) return undefined;
  const blocks = [...headers].map(([key, header]): HeaderPlan => {
    const { documentation, type, name } = header;
    return {
      property: names.get(key) ?? name.local,
      value: nillableValue(partValue(type, name.local, context)),
      isOptional: role.isAnswer || !isAlwaysRequired(header, envelopes),
      ...(documentation === undefined ? {} : { documentation }),
    };
  });
  const declared = { headers: [...headers.values()], blocks };
  return { type: declare(declared, role, context), blocks };
}

/** Whatever the port, and with nothing of the client that sends it. */
function isAlwaysRequired(
  { name }: HeaderBlock,
  envelopes: readonly Envelope[],
): boolean {
  return (
    !MADE_BY_CLIENT.test(name.namespace) &&
    envelopes.every(({ headers }) =>
      headers.some((header) => header.name === name && header.isRequired),
    )
  );
}

interface DeclaredHeaders {
  readonly headers: readonly HeaderBlock[];
  readonly blocks: readonly HeaderPlan[];
}

const SHORT = 3;

/** Operations with the same blocks share one interface, named after the blocks. */
function declare(
  { headers, blocks }: DeclaredHeaders,
  { operationName, isAnswer }: HeadersRole,
  context: PlanContext,
): TypeExpression {
  const parts = headers.map(
    ({ name, type }, index) =>
      `${name.key}${typeKey(type)}${blocks[index]?.isOptional === true ? "?" : ""}`,
  );
  const key = `headers:${parts.join(",")}`;
  const role = isAnswer ? "Response" : "Request";
  const wanted =
    headers.length <= SHORT
      ? headers.map(({ name }) => name.local).join(" ")
      : `${operationName} ${role}`;
  const name = context.names.give(key, safeTypeName(`${wanted} Headers`));
  context.sharedDeclarations.set(key, {
    kind: "interface",
    name,
    doc: ["SOAP header blocks."],
    properties: blocks.map(
      ({ property, isOptional, value, documentation }) => ({
        name: property,
        isOptional,
        type: value.type,
        doc: documentationLines({ documentation }),
      }),
    ),
  });
  return typeName(name);
}

function typeKey(type: PartType): string {
  if (type.kind === "element") return "";
  const { reference } = type;
  return reference.kind === "named" ? `:${reference.name.key}` : ":";
}

export function headerDescriptor(
  { name, type, isRequired, isEncoded }: HeaderBlock,
  names: ReadonlyMap<string, string>,
  context: PlanContext,
): Expression {
  const { value, nillable } = partValue(type, name.local, context);
  return object({
    property: text(names.get(name.key) ?? name.local),
    element: text(name.local),
    namespace: namespaceOf(name.namespace),
    type: value.descriptor,
    nillable: nillable ? flag(true) : undefined,
    required: isRequired ? flag(true) : undefined,
    encoded: isEncoded ? flag(true) : undefined,
  });
}
