import { nearest } from "../diagnostics/index.js";
import type { SdkPlan } from "../plan/index.js";
import type {
  ElementDescriptor,
  OperationDescriptor,
  ServiceDescriptor,
} from "../runtime/descriptor.js";
import {
  createClient,
  createOperation,
  decodeDocument,
  decodeRequest,
  decodeResponse,
  encodeDocument,
  encodeRequest,
  exchangeOn,
  type CallOptions,
  type HeaderValues,
  type DecodedRequest,
  type ClientOptions,
  type DocumentOptions,
  type SoapFault,
  type Exchange,
  type WireRequest,
} from "../runtime/index.js";
import {
  rootOfBody,
  type Direction,
  type FoundMessage,
} from "./find-messages.js";
import { convertBody } from "./json/convert-body.js";
import type { JsonDirection } from "./json/json-leaf.js";
import { Declarations } from "../runtime/codec/declarations.js";
import { tabulate } from "./known-components.js";
import { materialize, type MaterializedSdk } from "./materialize.js";

/** An operation of a dynamic SDK. */
export interface DynamicOperation {
  /** As the service calls it. */
  readonly name: string;
  /** What generated code would call the function; unique, also for overloads. */
  readonly functionName: string;
  /** Names of the ports that carry it, the preferred one first. */
  readonly ports: readonly string[];
}

export interface ChosenPort {
  /** The operation's first port by default. */
  readonly port?: string;
}

/** Settings of one call; header blocks by property. */
export type DynamicCallOptions = CallOptions<Headers, Headers>;

type Headers = NonNullable<HeaderValues["values"]>;

export interface RequestOptions extends ChosenPort {
  /** Declared SOAP header blocks by property. */
  readonly soapHeaders?: Headers;
}

export interface ChosenMessage extends ChosenPort {
  /** The request by default. */
  readonly direction?: Direction;
}

export interface ReceivedMessage extends ChosenPort, DocumentOptions {
  readonly status?: number;
  readonly contentType?: string;
  /** Called with the declared SOAP header blocks of the answer. */
  readonly onHeaders?: (headers: Headers) => void;
}

/** A client without generated files, over the descriptors that generated files would hold. */
export interface DynamicSdk {
  readonly operations: readonly DynamicOperation[];
  /** Names of the global elements, as `{namespace}local`. */
  readonly elements: readonly string[];
  /** Addresses of the ports that have one, by name. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Calls an operation. Rejects with a `SoapError`. */
  call(
    operation: string,
    value?: unknown,
    options?: ClientOptions & DynamicCallOptions,
  ): Promise<unknown>;
  encodeRequest(
    operation: string,
    value?: unknown,
    options?: RequestOptions,
  ): WireRequest;
  /** The value of an answer. Throws a `SoapError`. */
  decodeResponse(
    operation: string,
    body: string,
    options?: ReceivedMessage,
  ): unknown;
  /** The value and the declared header blocks of a request. Throws a `SoapError`. */
  decodeRequest(
    operation: string,
    body: string,
    options?: ReceivedMessage,
  ): DecodedRequest;
  /**
   * The value of a message from JSON, where what JSON cannot say (64-bit integers, binary, INF and NaN) is the text that
   * XML would have. What does not fit stays as it is, for the encoder to refuse.
   */
  fromJson(operation: string, json: unknown, options?: ChosenMessage): unknown;
  /** The same the other way: `fromJson` gives the value back. */
  toJson(operation: string, value: unknown, options?: ChosenMessage): unknown;
  /** The SOAP messages whose body begins with an element, as `{namespace}local`; undefined: those with an empty body. */
  findMessages(root: string | undefined): readonly FoundMessage[];
  /** The value of a document whose root is the element `{namespace}local`. */
  decode(element: string, xml: string, options?: DocumentOptions): unknown;
  encode(element: string, value: unknown): string;
}

export function createDynamicSdk(plan: SdkPlan): DynamicSdk {
  const sdk = materialize(plan);
  const services = [...sdk.services.values()];
  const operations = listOperations(plan, sdk);
  const known = tabulate(sdk.descriptors.values());
  const { elements } = known;
  const declarations = new Declarations(known);
  const find = (name: string): OperationDescriptor =>
    findOperation(operations, name);
  const element = (name: string): ElementDescriptor => {
    const found = elements.get(name);
    if (found !== undefined) return found;
    const near = others(name, [...elements.keys()]);
    throw new TypeError(`there is no global element ${name}${near}`);
  };
  return {
    operations: operations.map(({ name, functionName, ports }) => ({
      name,
      functionName,
      ports,
    })),
    elements: [...elements.keys()],
    addresses: addressesOf(services),
    call: (name, value, options = {}) =>
      call(services, find(name), { value, options }),
    ...messageMethods(
      (name, options = {}) => exchange(services, find(name), options),
      declarations,
    ),
    findMessages: (root) => findMessages(operations, services, root),
    decode: (name, xml, options) =>
      decodeDocument(element(name), xml, { declarations, ...options }),
    encode: (name, value) => encodeDocument(element(name), value),
  };
}

function addressesOf(
  services: readonly ServiceDescriptor[],
): ReadonlyMap<string, string> {
  return new Map(
    services.flatMap(({ ports }) =>
      Object.entries(ports).flatMap(([name, { address }]) =>
        address === undefined ? [] : [[name, address] as const],
      ),
    ),
  );
}

type ExchangeOf = (name: string, options?: ChosenPort) => Exchange;

function conversion(
  to: JsonDirection,
  exchangeOf: ExchangeOf,
): DynamicSdk["toJson"] {
  return (name, value, options = {}) => {
    const { direction = "request" } = options;
    const message = exchangeOf(name, options).binding[direction];
    return message === undefined ? value : convertBody(message.body, value, to);
  };
}

/** What works on messages without sending them. */
function messageMethods(
  exchangeOf: ExchangeOf,
  declarations: Declarations,
): Pick<
  DynamicSdk,
  "encodeRequest" | "decodeRequest" | "decodeResponse" | "fromJson" | "toJson"
> {
  return {
    encodeRequest: (name, value, options = {}) =>
      encodeRequest(exchangeOf(name, options), value, {
        values: options.soapHeaders ?? {},
      }),
    decodeResponse: (name, body, options = {}) => {
      const { status = 200, contentType = "text/xml" } = options;
      const received = { status, contentType, body };
      const decoded = decodeResponse(exchangeOf(name, options), received, {
        declarations,
        ...options,
      });
      options.onHeaders?.(decoded.headers);
      return decoded.value;
    },
    decodeRequest: (name, body, options = {}) =>
      decodeRequest(
        exchangeOf(name, options),
        { target: "", body },
        { declarations, ...options },
      ),
    fromJson: conversion("from-json", exchangeOf),
    toJson: conversion("to-json", exchangeOf),
  };
}

function findMessages(
  operations: readonly ListedOperation[],
  services: readonly ServiceDescriptor[],
  root: string | undefined,
): readonly FoundMessage[] {
  const protocols = new Map(
    services.flatMap(({ ports }) =>
      Object.entries(ports).map(([name, { protocol }]) => [name, protocol]),
    ),
  );
  const isSoap = (port: string): boolean =>
    protocols.get(port)?.startsWith("soap") === true;
  return operations.flatMap(({ name, functionName, descriptor }) =>
    (descriptor?.bindings ?? []).flatMap((binding) =>
      (["request", "response"] as const).flatMap((direction) => {
        const body = binding[direction]?.body;
        const port = binding.ports.find(isSoap);
        return port === undefined ||
          body === undefined ||
          rootOfBody(body) !== root
          ? []
          : [{ functionName, operation: name, port, direction }];
      }),
    ),
  );
}

interface ListedOperation extends DynamicOperation {
  readonly descriptor: OperationDescriptor | undefined;
}

function listOperations(
  plan: SdkPlan,
  sdk: MaterializedSdk,
): readonly ListedOperation[] {
  return plan.operations.map(({ name, functionName }) => {
    const descriptor = sdk.operations.get(functionName);
    const ports =
      descriptor?.bindings.flatMap((binding) => binding.ports) ?? [];
    return { name, functionName, ports, descriptor };
  });
}

/** Function names are unique; the service's own names come second. */
function findOperation(
  operations: readonly ListedOperation[],
  name: string,
): OperationDescriptor {
  const found =
    operations.find((each) => each.functionName === name) ??
    operations.find((each) => each.name === name);
  if (found?.descriptor !== undefined) return found.descriptor;
  const names = operations.map((each) => each.name);
  throw new TypeError(`there is no operation ${name}${others(name, names)}`);
}

/** What there is instead: the nearest name, or all of a few. */
function others(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  if (near !== undefined) return `; did you mean ${near}?`;
  const shown = names.slice(0, SHOWN_NAMES).join(", ");
  return `; there are ${shown}${names.length > SHOWN_NAMES ? ", …" : ""}`;
}

const SHOWN_NAMES = 10;

/** The service that has a port, and the port's name. */
function locate(
  services: readonly ServiceDescriptor[],
  operation: OperationDescriptor,
  { port }: ChosenPort,
): { readonly service: ServiceDescriptor; readonly port: string } {
  const name = port ?? operation.bindings[0]?.ports[0] ?? "";
  const service = services.find(({ ports }) => Object.hasOwn(ports, name));
  if (service !== undefined) return { service, port: name };
  const names = services.flatMap(({ ports }) => Object.keys(ports));
  throw new TypeError(
    `port: no service has a port "${name}"${others(name, names)}`,
  );
}

function exchange(
  services: readonly ServiceDescriptor[],
  operation: OperationDescriptor,
  options: ChosenPort,
): Exchange {
  const { service, port } = locate(services, operation, options);
  return exchangeOn(operation, port, service.ports[port]?.protocol ?? "soap11");
}

function call(
  services: readonly ServiceDescriptor[],
  operation: OperationDescriptor,
  {
    value,
    options,
  }: {
    readonly value: unknown;
    readonly options: ClientOptions & DynamicCallOptions;
  },
): Promise<unknown> {
  const { service, port } = locate(services, operation, options);
  const client = createClient(service, { ...options, port });
  return createOperation<unknown, unknown, SoapFault, Headers, Headers>(
    operation,
  )(client, value, options);
}
