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
  decodeResponse,
  encodeDocument,
  encodeRequest,
  exchangeOn,
  type CallOptions,
  type HeaderValues,
  type ClientOptions,
  type DocumentOptions,
  type SoapFault,
  type Exchange,
  type WireRequest,
} from "../runtime/index.js";
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
  /** The value of a document whose root is the element `{namespace}local`. */
  decode(element: string, xml: string, options?: DocumentOptions): unknown;
  encode(element: string, value: unknown): string;
}

export function createDynamicSdk(plan: SdkPlan): DynamicSdk {
  const sdk = materialize(plan);
  const services = [...sdk.services.values()];
  const operations = listOperations(plan, sdk);
  const elements = elementsByName(sdk.descriptors.values());
  const find = (name: string): OperationDescriptor =>
    findOperation(operations, name);
  const element = (name: string): ElementDescriptor => {
    const found = elements.get(name);
    if (found !== undefined) return found;
    throw new TypeError(`there is no global element ${name}`);
  };
  return {
    operations: operations.map(({ name, functionName, ports }) => ({
      name,
      functionName,
      ports,
    })),
    elements: [...elements.keys()],
    call: (name, value, options = {}) =>
      call(services, find(name), { value, options }),
    encodeRequest: (name, value, options = {}) =>
      encodeRequest(exchange(services, find(name), options), value, {
        values: options.soapHeaders ?? {},
      }),
    decodeResponse: (name, body, options = {}) => {
      const { status = 200, contentType = "text/xml" } = options;
      const received = { status, contentType, body };
      const decoded = decodeResponse(
        exchange(services, find(name), options),
        received,
        options,
      );
      options.onHeaders?.(decoded.headers);
      return decoded.value;
    },
    decode: (name, xml, options) => decodeDocument(element(name), xml, options),
    encode: (name, value) => encodeDocument(element(name), value),
  };
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
  const names = operations.map((each) => each.name).join(", ");
  throw new TypeError(`there is no operation ${name}; there are ${names}`);
}

function elementsByName(
  descriptors: Iterable<object>,
): ReadonlyMap<string, ElementDescriptor> {
  const elements = new Map<string, ElementDescriptor>();
  for (const descriptor of descriptors) {
    if (!isElement(descriptor)) continue;
    const { element, namespace = "" } = descriptor;
    elements.set(
      namespace === "" ? element : `{${namespace}}${element}`,
      descriptor,
    );
  }
  return elements;
}

function isElement(descriptor: object): descriptor is ElementDescriptor {
  return "element" in descriptor;
}

/** The service that has a port, and the port's name. */
function locate(
  services: readonly ServiceDescriptor[],
  operation: OperationDescriptor,
  { port }: ChosenPort,
): { readonly service: ServiceDescriptor; readonly port: string } {
  const name = port ?? operation.bindings[0]?.ports[0] ?? "";
  const service = services.find(({ ports }) => Object.hasOwn(ports, name));
  if (service === undefined)
    throw new TypeError(`port: no service has a port "${name}"`);
  return { service, port: name };
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
