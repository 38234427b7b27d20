import {
  builtinType,
  named,
  qname,
  type Message,
  type MessagePart,
} from "../../model/index.js";
import { attribute, childElements, type XmlElement } from "../../xml/index.js";
import { readName, readSchemaReference } from "./attribute-values.js";
import { readDocumented } from "./documented.js";
import type { WsdlContext } from "./wsdl-context.js";
import { WSDL } from "./wsdl-namespaces.js";

/** Reads `wsdl:message` (WSDL 1.1 §2.3). */
export function readMessage(
  element: XmlElement,
  context: WsdlContext,
): Message | undefined {
  const local = readName(element, context);
  if (local === undefined) return undefined;
  const parts: MessagePart[] = [];
  for (const child of childElements(element, WSDL, "part")) {
    const part = readPart(child, context);
    if (part !== undefined) parts.push(part);
  }
  const name = qname(context.targetNamespace, local);
  return { name, parts, ...readDocumented(element) };
}

function readPart(
  element: XmlElement,
  context: WsdlContext,
): MessagePart | undefined {
  const name = readName(element, context);
  if (name === undefined) return undefined;
  const part = { name, ...readDocumented(element) };
  const declaration = readSchemaReference(element, "element", context);
  if (declaration !== undefined && builtinType(declaration) !== undefined) {
    const parameters = { name: declaration.local };
    context.sink.report("wsdl/element-is-a-type", parameters, {
      span: element.span,
    });
    return { ...part, type: named(declaration) };
  }
  if (declaration !== undefined) return { ...part, element: declaration };
  const type = readSchemaReference(element, "type", context);
  if (type !== undefined) return { ...part, type: named(type) };
  const given = attribute(element, "element") ?? attribute(element, "type");
  if (given === undefined) {
    const { span } = element;
    context.sink.report("wsdl/part-without-type", { name }, { span });
  }
  const reason = "The WSDL gives the part no type that can be read.";
  return { ...part, type: { kind: "unknown", reason } };
}
