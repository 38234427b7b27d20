import {
  qname,
  type Binding,
  type BindingOperationDeclaration,
  type Protocol,
  type QName,
} from "../../model/index.js";
import {
  attribute,
  attributeValue,
  childElement,
  childElements,
  elementName,
  type XmlElement,
} from "../../xml/index.js";
import {
  optionalAttribute,
  readEnumerated,
  readName,
  readReference,
} from "./attribute-values.js";
import { readBindingMessage } from "./binding-messages.js";
import { readDocumented } from "./documented.js";
import { readPolicyHints } from "./policies.js";
import { checkRequired } from "./required-extension.js";
import type { WsdlContext } from "./wsdl-context.js";
import {
  isSoapExtension,
  WSDL,
  WSDL_HTTP,
  WSDL_SOAP11,
  WSDL_SOAP12,
} from "./wsdl-namespaces.js";

const STYLE = { local: "style", values: ["document", "rpc"] } as const;
const USE = { local: "use", values: ["literal", "encoded"] } as const;

/** HTTP in SOAP 1.1 and 1.2, and spellings that servers were shipped with. */
const HTTP_TRANSPORT =
  /^https?:\/\/(?:schemas\.xmlsoap\.org\/soap\/https?|www\.w3\.org\/2003\/05\/soap\/bindings\/HTTP|schemas\.xmlsoap\.org\/wsdl\/soap\/http)\/?$/i;

/** Reads `wsdl:binding` (WSDL 1.1 §2.5); the name alone of one that is not supported (reported). */
export function readBinding(
  element: XmlElement,
  context: WsdlContext,
): Binding | { readonly unsupported: QName } | undefined {
  const local = readName(element, context);
  const portType = readReference(element, "type", context);
  if (local === undefined || portType === undefined) return undefined;
  const name = qname(context.targetNamespace, local);
  const extension = childElements(element).find(
    (child) => protocolOf(child) !== undefined,
  );
  const protocol =
    extension === undefined ? impliedProtocol(element) : protocolOf(extension);
  if (protocol === undefined) {
    reportUnsupported(element, local, context);
    return { unsupported: name };
  }
  if (extension === undefined)
    context.sink.report(
      "wsdl/binding-without-protocol",
      { name: local, protocol },
      { span: element.span },
    );
  else checkTransport(extension, local, context);
  for (const child of childElements(element)) checkRequired(child, context);
  const policies = readPolicyHints(element, context.policies);
  return {
    name,
    portType,
    protocol,
    style:
      (extension && readEnumerated(extension, STYLE, context)) ?? "document",
    operations: readOperations(element, context),
    ...(policies.length === 0 ? {} : { policies }),
    ...readDocumented(element),
  };
}

function protocolOf(element: XmlElement): Protocol | undefined {
  if (element.local !== "binding") return undefined;
  if (element.namespace === WSDL_SOAP11) return "soap11";
  if (element.namespace === WSDL_SOAP12) return "soap12";
  if (element.namespace !== WSDL_HTTP) return undefined;
  const verb = attributeValue(element, "verb")?.trim().toUpperCase();
  if (verb === "GET") return "http-get";
  return verb === "POST" ? "http-post" : undefined;
}

/** The protocol whose elements the operations of a binding hold, where the binding itself names none at all. */
function impliedProtocol(binding: XmlElement): Protocol | undefined {
  if (childElements(binding).some(({ local }) => local === "binding"))
    return undefined;
  for (const operation of childElements(binding, WSDL, "operation")) {
    const parts = childElements(operation);
    for (const { namespace } of [
      ...parts,
      ...parts.flatMap((part) => childElements(part)),
    ]) {
      if (namespace === WSDL_SOAP11) return "soap11";
      if (namespace === WSDL_SOAP12) return "soap12";
    }
  }
  return undefined;
}

function reportUnsupported(
  element: XmlElement,
  name: string,
  context: WsdlContext,
): void {
  const extension = childElements(element).find(
    (child) => child.local === "binding",
  );
  const verb =
    extension === undefined ? undefined : attributeValue(extension, "verb");
  const what =
    extension === undefined
      ? "one without a protocol"
      : verb === undefined
        ? `of the kind <${elementName(extension)}>`
        : `HTTP ${verb.trim().toUpperCase()}`;
  context.sink.report(
    "wsdl/binding-not-supported",
    { name, what },
    { span: element.span },
  );
}

function checkTransport(
  extension: XmlElement,
  name: string,
  context: WsdlContext,
): void {
  const found = attribute(extension, "transport");
  const transport = found?.value.trim() ?? "";
  if (found === undefined || transport === "" || HTTP_TRANSPORT.test(transport))
    return;
  context.sink.report(
    "wsdl/transport-not-http",
    { name, transport },
    { span: found.span },
  );
}

function readOperations(
  element: XmlElement,
  context: WsdlContext,
): readonly BindingOperationDeclaration[] {
  return childElements(element, WSDL, "operation")
    .map((child) => readOperation(child, context))
    .filter((operation) => operation !== undefined);
}

function readOperation(
  element: XmlElement,
  context: WsdlContext,
): BindingOperationDeclaration | undefined {
  const name = readName(element, context);
  if (name === undefined) return undefined;
  const input = childElement(element, WSDL, "input");
  const output = childElement(element, WSDL, "output");
  const inputName = input && attributeValue(input, "name")?.trim();
  const outputName = output && attributeValue(output, "name")?.trim();
  return {
    name,
    ...(inputName === undefined ? {} : { inputName }),
    ...(outputName === undefined ? {} : { outputName }),
    ...readOperationExtension(element, context),
    ...(input === undefined
      ? {}
      : { input: readBindingMessage(input, context) }),
    ...(output === undefined
      ? {}
      : { output: readBindingMessage(output, context) }),
    faults: readFaults(element, context),
    ...readDocumented(element),
  };
}

/** `soap:operation` (WSDL 1.1 §3.4) or `http:operation` (§4.5). */
function readOperationExtension(
  element: XmlElement,
  context: WsdlContext,
): Pick<BindingOperationDeclaration, "style" | "action" | "location"> {
  for (const child of childElements(element)) {
    if (child.local !== "operation") continue;
    if (child.namespace === WSDL_HTTP)
      return optionalAttribute(child, "location");
    if (!isSoapExtension(child)) continue;
    const style = readEnumerated(child, STYLE, context);
    const action = attributeValue(child, "soapAction")?.trim();
    return {
      ...(style === undefined ? {} : { style }),
      ...(action === undefined ? {} : { action }),
    };
  }
  return {};
}

function readFaults(
  element: XmlElement,
  context: WsdlContext,
): BindingOperationDeclaration["faults"] {
  const faults: BindingOperationDeclaration["faults"][number][] = [];
  for (const child of childElements(element, WSDL, "fault")) {
    const extension = childElements(child).find(isSoapExtension);
    // The name is required on both (§3.6); either one is enough to know which fault is meant.
    const name =
      attributeValue(child, "name") ??
      (extension && attributeValue(extension, "name"));
    if (name === undefined) continue;
    const use = extension && readEnumerated(extension, USE, context);
    const namespace = extension && optionalAttribute(extension, "namespace");
    faults.push({ name: name.trim(), use: use ?? "literal", ...namespace });
  }
  return faults;
}
