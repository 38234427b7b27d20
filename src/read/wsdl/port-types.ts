import {
  declared,
  qname,
  type PortType,
  type PortTypeMessage,
  type PortTypeOperation,
} from "../../model/index.js";
import {
  childElement,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import {
  optionalAttribute,
  readName,
  readReference,
} from "./attribute-values.js";
import { readDocumented } from "./documented.js";
import type { WsdlContext } from "./wsdl-context.js";
import { WSDL, wsdlLocal } from "./wsdl-namespaces.js";

/** Reads `wsdl:portType` (WSDL 1.1 §2.4). */
export function readPortType(
  element: XmlElement,
  context: WsdlContext,
): PortType | undefined {
  const local = readName(element, context);
  if (local === undefined) return undefined;
  const operations: PortTypeOperation[] = [];
  const known = new Set<string>();
  for (const child of childElements(element, WSDL, "operation")) {
    const operation = readOperation(child, context);
    if (operation === undefined) continue;
    const key = keyOf(operation);
    if (known.has(key)) {
      const parameters = { name: operation.name };
      const { span } = child;
      context.sink.report("wsdl/duplicate-operation", parameters, { span });
    } else operations.push(operation);
    known.add(key);
  }
  const name = qname(context.targetNamespace, local);
  return { name, operations, ...readDocumented(element) };
}

/** Overloads differ in the names of their messages, or of input and output (WSDL 1.1 §2.5). */
function keyOf({ name, input, output }: PortTypeOperation): string {
  return [input, output]
    .flatMap((use) => [use?.name ?? "", use?.message.key ?? ""])
    .concat(name)
    .join("\n");
}

function readOperation(
  element: XmlElement,
  context: WsdlContext,
): PortTypeOperation | undefined {
  const name = readName(element, context);
  if (name === undefined) return undefined;
  const kind = kindOf(element);
  if (kind === undefined) {
    context.sink.report(
      "wsdl/operation-without-messages",
      { name },
      { span: element.span },
    );
    return undefined;
  }
  if (kind === "solicit-response" || kind === "notification") {
    context.sink.report(
      `wsdl/${kind}-not-supported`,
      { name },
      { span: element.span },
    );
  }
  const input = childElement(element, WSDL, "input");
  const output = childElement(element, WSDL, "output");
  const request = input === undefined ? undefined : readUse(input, context);
  const response = output === undefined ? undefined : readUse(output, context);
  return {
    name,
    kind,
    ...(request === undefined ? {} : { input: request }),
    ...(response === undefined ? {} : { output: response }),
    faults: readFaults(element, context),
    ...readDocumented(element),
  };
}

/** WSDL 1.1 §2.4: which messages there are, and in which order, is the kind of the operation. */
function kindOf(element: XmlElement): PortTypeOperation["kind"] | undefined {
  const directions = childElements(element)
    .map(wsdlLocal)
    .filter((local) => local === "input" || local === "output");
  const [first, second] = directions;
  if (first === "input")
    return second === "output" ? "request-response" : "one-way";
  if (first === "output")
    return second === "input" ? "solicit-response" : "notification";
  return undefined;
}

function readFaults(
  element: XmlElement,
  context: WsdlContext,
): PortTypeOperation["faults"] {
  const faults: (PortTypeMessage & { readonly name: string })[] = [];
  for (const child of childElements(element, WSDL, "fault")) {
    const use = readUse(child, context);
    const name =
      use === undefined ? undefined : (use.name ?? use.message.local);
    if (use !== undefined && name !== undefined) faults.push({ ...use, name });
  }
  return faults;
}

/** WS-Addressing 1.0 (WSDL binding and metadata) and the submissions before it. */
const ADDRESSING: ReadonlySet<string> = new Set([
  "http://www.w3.org/2007/05/addressing/metadata",
  "http://www.w3.org/2006/05/addressing/wsdl",
  "http://www.w3.org/2006/02/addressing/wsdl",
  "http://www.w3.org/2005/08/addressing",
  "http://schemas.xmlsoap.org/ws/2004/08/addressing",
  "http://schemas.xmlsoap.org/ws/2004/03/addressing",
  "http://schemas.xmlsoap.org/ws/2003/03/addressing",
]);

function readUse(
  element: XmlElement,
  context: WsdlContext,
): PortTypeMessage | undefined {
  const message = readReference(element, "message", context);
  if (message === undefined) return undefined;
  const action = element.attributes.find(
    ({ local, namespace }) => local === "Action" && ADDRESSING.has(namespace),
  )?.value;
  return {
    ...optionalAttribute(element, "name"),
    message,
    ...(action === undefined ? {} : { action: action.trim() }),
    origin: declared(element.span),
  };
}
