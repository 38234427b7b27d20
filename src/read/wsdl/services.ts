import {
  qname,
  type PortDeclaration,
  type ServiceDeclaration,
} from "../../model/index.js";
import {
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import { readName, readReference } from "./attribute-values.js";
import { readDocumented } from "./documented.js";
import type { WsdlContext } from "./wsdl-context.js";
import { isSoapExtension, WSDL, WSDL_HTTP } from "./wsdl-namespaces.js";

/** Reads `wsdl:service` (WSDL 1.1 §2.7). */
export function readService(
  element: XmlElement,
  context: WsdlContext,
): ServiceDeclaration | undefined {
  const local = readName(element, context);
  if (local === undefined) return undefined;
  const ports: PortDeclaration[] = [];
  for (const child of childElements(element, WSDL, "port")) {
    const port = readPort(child, context);
    if (port !== undefined) ports.push(port);
  }
  const name = qname(context.targetNamespace, local);
  return { name, ports, ...readDocumented(element) };
}

function readPort(
  element: XmlElement,
  context: WsdlContext,
): PortDeclaration | undefined {
  const name = readName(element, context);
  const binding = readReference(element, "binding", context);
  if (name === undefined || binding === undefined) return undefined;
  const extension = childElements(element).find(
    (child) =>
      child.local === "address" &&
      (isSoapExtension(child) || child.namespace === WSDL_HTTP),
  );
  const address = (extension && attributeValue(extension, "location"))?.trim();
  const port = { name, binding, ...readDocumented(element) };
  return address === undefined || address === "" ? port : { ...port, address };
}
