import {
  SOAP11_ENCODING_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
  type BindingOperation,
  type Body,
  type Envelope,
  type Fault,
  type HeaderBlock,
  type Model,
  type Operation,
  type Port,
  type Protocol,
  type QName,
} from "../../model/index.js";
import {
  distinctBindings,
  documentPart,
  messageNames,
  messageNodes,
  messageSuffix,
  type MessageNames,
} from "./messages.js";
import type { Prefixes } from "./prefixes.js";
import { element, type XmlNode } from "./xml-node.js";

interface NamedOperation {
  readonly operation: Operation;
  /** Message names by suffix. */
  readonly names: (suffix: string) => MessageNames;
  /** What tells its input and output from those of other operations of the same name (WSDL 1.1 §2.5). */
  readonly overload: string | undefined;
}

/** WSDL 1.1 messages, port types, bindings and services of a model. */
export function definitionNodes(
  model: Model,
  prefixes: Prefixes,
): readonly XmlNode[] {
  const operations = nameOperations(model.operations);
  return [
    ...operations.flatMap(({ operation, names }) =>
      distinctBindings(operation).flatMap((binding) =>
        messageNodes(binding, names(messageSuffix(binding)), prefixes),
      ),
    ),
    ...portTypeNodes(operations),
    ...bindingNodes(operations),
    ...serviceNodes(model),
  ];
}

/** Overloads need messages of their own: later ones take a number. */
function nameOperations(
  operations: readonly Operation[],
): readonly NamedOperation[] {
  const totals = countBy(operations, ({ name }) => name);
  const counts = new Map<string, number>();
  return operations.map((operation) => {
    const { name } = operation;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const stem = count === 1 ? name : `${name}${count}`;
    return {
      operation,
      names: (suffix) => messageNames(stem, suffix),
      overload: (totals.get(name) ?? 0) > 1 ? stem : undefined,
    };
  });
}

function countBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    const key = keyOf(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** SOAP bindings keep their port type; each HTTP binding gets one of its own name. */
function portTypeOf(operation: Operation, binding: BindingOperation): string {
  const isHttp =
    binding.protocol === "http-get" || binding.protocol === "http-post";
  return isHttp ? binding.binding.local : operation.portType.local;
}

function portTypeNodes(
  operations: readonly NamedOperation[],
): readonly XmlNode[] {
  const portTypes = new Map<string, XmlNode[]>();
  for (const named of operations) {
    const { operation } = named;
    for (const binding of distinctBindings(operation)) {
      const name = portTypeOf(operation, binding);
      const nodes = portTypes.get(name) ?? [];
      nodes.push(operationNode(named, binding));
      portTypes.set(name, nodes);
    }
  }
  return [...portTypes].map(([name, nodes]) =>
    element("wsdl:portType", { name }, nodes),
  );
}

function operationNode(
  { operation, names: namesOf, overload: name }: NamedOperation,
  binding: BindingOperation,
): XmlNode {
  const { documentation } = operation;
  const names = namesOf(messageSuffix(binding));
  return element("wsdl:operation", { name: operation.name }, [
    ...(documentation === undefined
      ? []
      : [element("wsdl:documentation", {}, [documentation])]),
    element("wsdl:input", { name, message: `tns:${names.input}` }),
    ...(binding.response === undefined
      ? []
      : [element("wsdl:output", { name, message: `tns:${names.output}` })]),
    ...binding.faults.map(({ name: fault }) =>
      element("wsdl:fault", {
        name: fault,
        message: `tns:${names.fault(fault)}`,
      }),
    ),
  ]);
}

const transports: Readonly<Record<Protocol, string>> = {
  soap11: "soap",
  soap12: "soap12",
  "http-get": "http",
  "http-post": "http",
};

function bindingNodes(
  operations: readonly NamedOperation[],
): readonly XmlNode[] {
  const bindings = new Map<
    string,
    {
      readonly name: QName;
      readonly protocol: Protocol;
      portType: string;
      nodes: XmlNode[];
    }
  >();
  for (const named of operations) {
    const { operation } = named;
    for (const each of operation.bindings) {
      const { binding, protocol } = each;
      const known = bindings.get(binding.key) ?? {
        name: binding,
        protocol,
        portType: portTypeOf(operation, each),
        nodes: [],
      };
      known.nodes.push(boundOperation(named, each));
      bindings.set(binding.key, known);
    }
  }
  return [...bindings.values()].map(({ name, protocol, portType, nodes }) =>
    element("wsdl:binding", { name: name.local, type: `tns:${portType}` }, [
      transportNode(protocol),
      ...nodes,
    ]),
  );
}

function transportNode(protocol: Protocol): XmlNode {
  if (protocol === "http-get") return element("http:binding", { verb: "GET" });
  if (protocol === "http-post")
    return element("http:binding", { verb: "POST" });
  return element(`${transports[protocol]}:binding`, {
    transport: "http://schemas.xmlsoap.org/soap/http",
  });
}

function boundOperation(
  { operation, names: namesOf, overload: name }: NamedOperation,
  binding: BindingOperation,
): XmlNode {
  const { protocol, request, response, faults } = binding;
  const prefix = transports[protocol];
  const names = namesOf(messageSuffix(binding));
  const message = (envelope: Envelope): readonly XmlNode[] =>
    messageBinding(envelope, protocol, names);
  return element("wsdl:operation", { name: operation.name }, [
    prefix === "http"
      ? element("http:operation", {
          location: "location" in request.body ? request.body.location : "",
        })
      : element(`${prefix}:operation`, {
          soapAction: binding.action ?? "",
          style: request.body.kind === "rpc" ? "rpc" : "document",
        }),
    element("wsdl:input", { name }, message(request)),
    ...(response === undefined
      ? []
      : [element("wsdl:output", { name }, message(response))]),
    ...faults.map((fault) => boundFault(fault, binding)),
  ]);
}

function boundFault(
  { name, isEncoded, type, wireName }: Fault,
  { protocol }: BindingOperation,
): XmlNode {
  const attributes = {
    name,
    use: isEncoded ? "encoded" : "literal",
    // A part that has a type is an element of no namespace unless the binding says which.
    namespace:
      type.kind === "type" && wireName.namespace !== ""
        ? wireName.namespace
        : undefined,
    encodingStyle: isEncoded ? encodingStyle(protocol) : undefined,
  };
  return element("wsdl:fault", { name }, [
    element(`${transports[protocol]}:fault`, attributes),
  ]);
}

function messageBinding(
  envelope: Envelope,
  protocol: Protocol,
  names: MessageNames,
): readonly XmlNode[] {
  const { body, headers } = envelope;
  if (body.kind === "parameters") {
    if (body.placement === "form")
      return [
        element("mime:content", { type: "application/x-www-form-urlencoded" }),
      ];
    return [
      element(
        body.placement === "path" ? "http:urlReplacement" : "http:urlEncoded",
      ),
    ];
  }
  if (protocol === "http-get" || protocol === "http-post") {
    return body.kind === "xml" ? [documentContent(body)] : [];
  }
  const prefix = transports[protocol];
  const isEncoded =
    (body.kind === "rpc" || body.kind === "parts") && body.isEncoded;
  return [
    element(`${prefix}:body`, {
      use: isEncoded ? "encoded" : "literal",
      namespace: body.kind === "rpc" ? body.wrapper.namespace : undefined,
      encodingStyle: isEncoded ? encodingStyle(protocol) : undefined,
    }),
    ...headers.map((header) => headerNode(header, protocol, names)),
  ];
}

function documentContent(body: Extract<Body, { kind: "xml" }>): XmlNode {
  const { mediaType: type } = body;
  const part = documentPart(body);
  return type === undefined
    ? element("mime:mimeXml", { part })
    : element("mime:content", { type, part });
}

function encodingStyle(protocol: Protocol): string {
  return protocol === "soap12"
    ? SOAP12_ENCODING_NAMESPACE
    : SOAP11_ENCODING_NAMESPACE;
}

function headerNode(
  header: HeaderBlock,
  protocol: Protocol,
  names: MessageNames,
): XmlNode {
  const prefix = transports[protocol];
  const attributes = (
    block: HeaderBlock,
  ): Record<string, string | undefined> => ({
    message: `tns:${names.header(block)}`,
    part: block.name.local,
    use: block.isEncoded ? "encoded" : "literal",
    // A part that has a type is an element of no namespace unless the binding says which.
    namespace: block.type.kind === "type" ? block.name.namespace : undefined,
    encodingStyle: block.isEncoded ? encodingStyle(protocol) : undefined,
  });
  return element(
    `${prefix}:header`,
    {
      ...attributes(header),
      "wsdl:required": header.isRequired ? "true" : undefined,
    },
    (header.faults ?? []).map((fault) =>
      element(`${prefix}:headerfault`, attributes(fault)),
    ),
  );
}

function serviceNodes(model: Model): readonly XmlNode[] {
  return model.services.map((service) =>
    element("wsdl:service", { name: service.name.local }, [
      ...(service.documentation === undefined
        ? []
        : [element("wsdl:documentation", {}, [service.documentation])]),
      ...service.ports.map(portNode),
    ]),
  );
}

function portNode({ name, binding, protocol, address }: Port): XmlNode {
  return element("wsdl:port", { name, binding: `tns:${binding.local}` }, [
    element(`${transports[protocol]}:address`, { location: address ?? "" }),
  ]);
}
