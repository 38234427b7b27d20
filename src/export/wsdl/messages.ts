import type {
  BindingOperation,
  Body,
  Envelope,
  HeaderBlock,
  Operation,
  Part,
  PartType,
  QName,
} from "../../model/index.js";
import type { Prefixes } from "./prefixes.js";
import { element, type XmlNode } from "./xml-node.js";

/** WSDL 1.1 §2.3: the messages of one binding of an operation. */
export interface MessageNames {
  readonly input: string;
  readonly output: string;
  header(header: HeaderBlock): string;
  fault(name: string): string;
}

export function messageNames(operation: string, suffix: string): MessageNames {
  return {
    input: `${operation}${suffix}In`,
    output: `${operation}${suffix}Out`,
    header: ({ name }) => `${operation}${name.local}Header`,
    fault: (name) => `${operation}${name}Fault`,
  };
}

/** The messages of an operation as one binding carries it. */
export function messageNodes(
  binding: BindingOperation,
  names: MessageNames,
  prefixes: Prefixes,
): readonly XmlNode[] {
  const { request, response, faults } = binding;
  const headers = [request, response].flatMap(
    (envelope) =>
      envelope?.headers.flatMap((header) => [
        header,
        ...(header.faults ?? []),
      ]) ?? [],
  );
  const unique = new Map(
    headers.map((header) => [names.header(header), header]),
  );
  return [
    message(names.input, request, prefixes),
    ...(response === undefined
      ? []
      : [message(names.output, response, prefixes)]),
    ...[...unique].map(([name, header]) =>
      element("wsdl:message", { name }, [
        part(header.name.local, header.type, prefixes),
      ]),
    ),
    ...faults.map((fault) => {
      const type: PartType = fault.type;
      return element("wsdl:message", { name: names.fault(fault.name) }, [
        part(fault.wireName.local, type, prefixes),
      ]);
    }),
  ];
}

function message(
  name: string,
  envelope: Envelope,
  prefixes: Prefixes,
): XmlNode {
  return element("wsdl:message", { name }, bodyParts(envelope.body, prefixes));
}

function bodyParts(body: Body, prefixes: Prefixes): readonly XmlNode[] {
  switch (body.kind) {
    case "empty":
      return [];
    case "element":
      return [
        element("wsdl:part", {
          name: "parameters",
          element: prefixes.qname(body.name),
        }),
      ];
    case "xml":
      return [documentPartNode(body, prefixes)];
    case "parameters":
      return body.parts.map((each) => parameterNode(each, prefixes));
    default:
      return body.parts.map(({ name, type }) => part(name, type, prefixes));
  }
}

/** Lists travel as text, one parameter for each item. */
function parameterNode(
  { name, type, arrayItem, occurrence }: Part,
  prefixes: Prefixes,
): XmlNode {
  const isList = arrayItem !== undefined || (occurrence?.max ?? 1) !== 1;
  const isNamed = type.kind === "type" && type.reference.kind === "named";
  return isList || !isNamed
    ? element("wsdl:part", { name, type: "xs:string" })
    : part(name, type, prefixes);
}

type Document = Extract<Body, { kind: "xml" }>;

/** A document without namespace is named after its part; others are elements. */
export function documentPart({ root, type }: Document): string {
  return isNamedByPart(root, type) ? root.local : "Body";
}

function isNamedByPart(root: QName, type: PartType): boolean {
  return type.kind === "type" && root.namespace === "";
}

function documentPartNode(body: Document, prefixes: Prefixes): XmlNode {
  const { root, type } = body;
  const isNamed = isNamedByPart(root, type);
  const content: PartType = isNamed ? type : { kind: "element", name: root };
  return part(documentPart(body), content, prefixes);
}

function part(name: string, type: PartType, prefixes: Prefixes): XmlNode {
  if (type.kind === "element")
    return element("wsdl:part", { name, element: prefixes.qname(type.name) });
  const { reference } = type;
  const typeName =
    reference.kind === "named" ? prefixes.qname(reference.name) : "xs:anyType";
  return element("wsdl:part", { name, type: typeName });
}

/** `Soap`, `HttpGet` or `HttpPost`: what tells messages and port types of one operation apart. */
export function messageSuffix({ protocol }: BindingOperation): string {
  if (protocol === "http-get") return "HttpGet";
  return protocol === "http-post" ? "HttpPost" : "Soap";
}

/** The bindings of an operation that have messages of their own. */
export function distinctBindings(
  operation: Operation,
): readonly BindingOperation[] {
  return [
    ...new Map(
      operation.bindings.map((binding) => [messageSuffix(binding), binding]),
    ).values(),
  ];
}
