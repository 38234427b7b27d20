import {
  named,
  qname,
  xsd,
  type Binding,
  type BindingMessage,
  type BindingOperationDeclaration,
  type DocumentedError,
  type Fragment,
  type Message,
  type MessagePart,
  type Origin,
  type PortDeclaration,
  type PortType,
  type PortTypeOperation,
  type Protocol,
  type TypeReference,
} from "../model/index.js";
import { faultExamples } from "./fault-examples.js";
import { httpAddress, soapAddress } from "./endpoint.js";
import type {
  MessageEvidence,
  OperationEvidence,
  ProtocolEvidence,
} from "./operation-evidence.js";
import { elementMembers, type ElementShape } from "./shape.js";

/** The suffixes that ASP.NET gives to ports, bindings, port types and messages. */
const suffixes: Readonly<Record<Protocol, string>> = {
  soap11: "Soap",
  soap12: "Soap12",
  "http-get": "HttpGet",
  "http-post": "HttpPost",
};

export interface ServiceEvidence {
  readonly name: string;
  readonly namespace: string;
  readonly operations: readonly OperationEvidence[];
  readonly origin: Origin;
}

type ServiceParts = Omit<Fragment, "schemas">;

/** The type of an element that is no declared one. */
type TypeOf = (part: ElementShape) => TypeReference | undefined;

/** The service, ports, bindings, port types and messages that the pages of a service imply. */
export function serviceFragment(
  service: ServiceEvidence,
  typeOf: TypeOf,
): ServiceParts {
  const protocols = (
    ["soap11", "soap12", "http-get", "http-post"] as const
  ).filter((protocol) =>
    service.operations.some(
      (operation) => evidenceFor(operation, protocol) !== undefined,
    ),
  );
  return {
    messages: service.operations.flatMap((operation) =>
      messages(operation, { service, protocols, typeOf }),
    ),
    portTypes: portTypes(service, protocols),
    bindings: protocols.map((protocol) => binding(service, protocol)),
    services: [
      {
        name: qname(service.namespace, service.name),
        ports: protocols.map((protocol) => port(service, protocol)),
        origin: service.origin,
      },
    ],
  };
}

function evidenceFor(
  operation: OperationEvidence,
  protocol: Protocol,
): ProtocolEvidence | undefined {
  return operation.protocols.find((evidence) => evidence.protocol === protocol);
}

function isHttp(protocol: Protocol): boolean {
  return protocol === "http-get" || protocol === "http-post";
}

/** SOAP 1.1 and 1.2 share a port type; each HTTP protocol has its own. */
function portTypeName(service: ServiceEvidence, protocol: Protocol): string {
  return `${service.name}${isHttp(protocol) ? suffixes[protocol] : "Soap"}`;
}

function messageName(
  operation: OperationEvidence,
  protocol: Protocol,
  direction: "In" | "Out",
): string {
  return `${messageStem(operation)}${isHttp(protocol) ? suffixes[protocol] : "Soap"}${direction}`;
}

/** Overloads are told apart by their messages (WSDL 1.1 §2.5). */
function messageStem({ name, message }: OperationEvidence): string {
  return message ?? name;
}

function originOf(operation: OperationEvidence): Origin {
  const span = operation.pages
    .flatMap((page) => [page.operation?.span, page.samples[0]?.span])
    .find((found) => found);
  return {
    span: span ?? {
      file: operation.pages[0]?.source.path ?? "",
      line: 1,
      column: 1,
      offset: 0,
      length: 0,
    },
    how: "sampled",
    certainty: "certain",
  };
}

interface MessageContext {
  readonly service: ServiceEvidence;
  readonly protocols: readonly Protocol[];
  readonly typeOf: TypeOf;
}

function messages(
  operation: OperationEvidence,
  { service, protocols, typeOf }: MessageContext,
): readonly Message[] {
  const origin = originOf(operation);
  const result: Message[] = [];
  const add = (local: string, parts: readonly MessagePart[]): void => {
    result.push({ name: qname(service.namespace, local), parts, origin });
  };
  if (operation.protocols.some(({ protocol }) => !isHttp(protocol))) {
    const parts = bodyParts(operation, typeOf);
    add(messageName(operation, "soap11", "In"), parts(operation.request));
    if (!operation.isOneWay)
      add(messageName(operation, "soap11", "Out"), parts(operation.response));
    for (const header of headerShapes(operation)) {
      const { local } = header.name;
      add(headerMessage(operation, header), [
        operation.use === "encoded"
          ? typePart(header, local, typeOf)
          : elementPart(header, local),
      ]);
    }
  }
  for (const protocol of protocols.filter(isHttp)) {
    const evidence = evidenceFor(operation, protocol);
    if (evidence === undefined) continue;
    add(messageName(operation, protocol, "In"), parameterParts(evidence));
    add(
      messageName(operation, protocol, "Out"),
      evidence.root === undefined
        ? nodeParts(evidence)
        : [elementPart(evidence.root, "Body")],
    );
  }
  return result;
}

function bodyParts(
  { style, use }: OperationEvidence,
  typeOf: TypeOf,
): (message: MessageEvidence | undefined) => readonly MessagePart[] {
  return (message) => {
    const body = message?.body ?? [];
    if (style === "rpc")
      return body
        .flatMap(({ content }) => elementMembers(content))
        .map((part) => typePart(part, part.name.local, typeOf));
    return body.map((root) => {
      const name = body.length === 1 ? "parameters" : root.name.local;
      return use === "encoded"
        ? typePart(root, name, typeOf)
        : elementPart(root, name);
    });
  };
}

function typePart(
  part: ElementShape,
  name: string,
  typeOf: TypeOf,
): MessagePart {
  const origin: Origin = {
    span: part.span,
    how: "sampled",
    certainty: "certain",
  };
  const type = typeOf(part) ?? named(xsd("anyType"));
  return {
    name,
    type,
    origin,
    ...(part.documentation === undefined
      ? {}
      : { documentation: part.documentation }),
  };
}

/** A reply with XML but no root of its own: the method returns a document, of which nothing is known (sample grammar A6). */
function nodeParts({ response }: ProtocolEvidence): readonly MessagePart[] {
  if (response === undefined || response.xml === "") return [];
  const { span } = response;
  const origin: Origin = { span, how: "sampled", certainty: "certain" };
  return [{ name: "Body", origin }];
}

function elementPart(root: ElementShape, name: string): MessagePart {
  return {
    name,
    element: root.name,
    origin: { span: root.span, how: "sampled", certainty: "certain" },
  };
}

/** Types are not shown there, and a name given twice may be repeated (sample grammar A6). */
function parameterParts(evidence: ProtocolEvidence): readonly MessagePart[] {
  const parts = new Map<string, MessagePart>();
  for (const { name, span } of evidence.parameters) {
    const origin: Origin = {
      span,
      how: "sampled",
      certainty: "ambiguous",
      note: "HTTP parameters show no type",
    };
    const isRepeated = parts.has(name);
    parts.set(name, {
      name,
      type: named(xsd("string")),
      origin,
      ...(isRepeated ? { isRepeated } : {}),
    });
  }
  return [...parts.values()];
}

function headerShapes(operation: OperationEvidence): readonly ElementShape[] {
  const all = [
    ...operation.request.headers,
    ...(operation.response?.headers ?? []),
  ];
  return [...new Map(all.map((header) => [header.name.key, header])).values()];
}

function headerMessage(
  operation: OperationEvidence,
  header: ElementShape,
): string {
  return `${messageStem(operation)}${header.name.local}`;
}

function portTypes(
  service: ServiceEvidence,
  protocols: readonly Protocol[],
): readonly PortType[] {
  const byName = new Map<string, Protocol>();
  for (const protocol of protocols) {
    const name = portTypeName(service, protocol);
    if (!byName.has(name)) byName.set(name, protocol);
  }
  return [...byName].map(([local, protocol]) => ({
    name: qname(service.namespace, local),
    origin: service.origin,
    operations: service.operations
      .filter((operation) =>
        operation.protocols.some(
          (each) => portTypeName(service, each.protocol) === local,
        ),
      )
      .map((operation) => portTypeOperation(operation, service, protocol)),
  }));
}

function portTypeOperation(
  operation: OperationEvidence,
  service: ServiceEvidence,
  protocol: Protocol,
): PortTypeOperation {
  const origin = originOf(operation);
  const message = (direction: "In" | "Out") => ({
    message: qname(
      service.namespace,
      messageName(operation, protocol, direction),
    ),
    ...(operation.message === undefined ? {} : { name: operation.message }),
    origin,
  });
  const documentation = documentationOf(operation);
  return {
    name: operation.name,
    kind: operation.isOneWay ? "one-way" : "request-response",
    input: message("In"),
    ...(operation.isOneWay ? {} : { output: message("Out") }),
    faults: [],
    errors: documentedErrors(operation),
    faultExamples: operation.faults.flatMap(faultExamples),
    origin,
    ...(documentation === undefined ? {} : { documentation }),
  };
}

function documentationOf(operation: OperationEvidence): string | undefined {
  const texts = [
    ...new Set(operation.pages.flatMap((page) => page.description?.text ?? [])),
  ];
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

function documentedErrors(
  operation: OperationEvidence,
): readonly DocumentedError[] {
  return operation.pages.flatMap((page) =>
    page.errors.map(({ code, message, isSuffix, span }) => ({
      code,
      message,
      isSuffix,
      origin: { span, how: "sampled", certainty: "certain" } as const,
    })),
  );
}

function binding(service: ServiceEvidence, protocol: Protocol): Binding {
  return {
    name: qname(service.namespace, `${service.name}${suffixes[protocol]}`),
    portType: qname(service.namespace, portTypeName(service, protocol)),
    protocol,
    style: "document",
    origin: service.origin,
    operations: service.operations.flatMap((operation) => {
      const evidence = evidenceFor(operation, protocol);
      return evidence === undefined
        ? []
        : [bindingOperation(operation, evidence, service)];
    }),
  };
}

function bindingOperation(
  operation: OperationEvidence,
  evidence: ProtocolEvidence,
  service: ServiceEvidence,
): BindingOperationDeclaration {
  const origin = originOf(operation);
  const { name, message: overload } = operation;
  const common = {
    name,
    faults: [],
    origin,
    ...(overload === undefined
      ? {}
      : { inputName: overload, outputName: overload }),
  };
  if (isHttp(evidence.protocol)) {
    const message = { use: "literal", headers: [], attachments: [] } as const;
    return {
      ...common,
      location: httpAddress(evidence).location,
      input: { ...message, encoding: "urlEncoded", origin },
      ...(operation.isOneWay
        ? {}
        : { output: { ...message, encoding: "xml", origin } }),
    };
  }
  const action = actionOf(operation, evidence.protocol);
  const { style } = operation;
  const message = (from: MessageEvidence | undefined): BindingMessage =>
    soapMessage(from, operation, service);
  return {
    ...common,
    style,
    ...(action === undefined ? {} : { action }),
    input: message(operation.request),
    ...(operation.isOneWay ? {} : { output: message(operation.response) }),
  };
}

function soapMessage(
  message: MessageEvidence | undefined,
  operation: OperationEvidence,
  service: ServiceEvidence,
): BindingMessage {
  const origin = originOf(operation);
  const { use } = operation;
  const [wrapper] = message?.body ?? [];
  return {
    use,
    ...(operation.style === "rpc" && wrapper !== undefined
      ? { namespace: wrapper.name.namespace }
      : {}),
    headers: (message?.headers ?? []).map((header) => ({
      message: qname(service.namespace, headerMessage(operation, header)),
      part: header.name.local,
      use,
      ...(use === "encoded" ? { namespace: header.name.namespace } : {}),
      origin,
    })),
    attachments: [],
    origin,
  };
}

/** Only SOAP 1.1 samples show the action; the same is likely for SOAP 1.2. */
function actionOf(
  operation: OperationEvidence,
  protocol: Protocol,
): string | undefined {
  const own = evidenceFor(operation, protocol)?.request?.head?.soapAction;
  return own ?? evidenceFor(operation, "soap11")?.request?.head?.soapAction;
}

function port(service: ServiceEvidence, protocol: Protocol): PortDeclaration {
  const addresses = service.operations.flatMap((operation) => {
    const evidence = evidenceFor(operation, protocol);
    if (evidence === undefined) return [];
    return (
      (isHttp(protocol)
        ? httpAddress(evidence).address
        : soapAddress(evidence)) ?? []
    );
  });
  const [address] = addresses;
  const isStated = service.operations.every((operation) => {
    const head = evidenceFor(operation, protocol)?.request?.head;
    return head?.method === undefined;
  });
  const name = `${service.name}${suffixes[protocol]}`;
  return {
    name,
    binding: qname(service.namespace, name),
    ...(address === undefined ? {} : { address }),
    origin: {
      ...service.origin,
      how: "assumed",
      note: isStated
        ? "port names follow ASP.NET; the address stands beside the messages"
        : "port names follow ASP.NET; scheme and port are not shown",
    },
  };
}
