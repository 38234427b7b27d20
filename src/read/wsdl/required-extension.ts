import {
  attributeValue,
  elementName,
  type XmlElement,
} from "../../xml/index.js";
import type { WsdlContext } from "./wsdl-context.js";
import {
  isSoapExtension,
  WSDL,
  WSDL_HTTP,
  WSDL_MIME,
} from "./wsdl-namespaces.js";

/** Extensions that are read for hints. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  "Policy",
  "PolicyReference",
  "UsingAddressing",
  "UsingPolicy",
]);

/** Reports an extension that says it must be understood and is not (WSDL 1.1 §2.1.3). */
export function checkRequired(element: XmlElement, context: WsdlContext): void {
  const { namespace, local, span } = element;
  if (namespace === WSDL || namespace === WSDL_HTTP || namespace === WSDL_MIME)
    return;
  if (isSoapExtension(element) || UNDERSTOOD.has(local)) return;
  const required = attributeValue(element, "required", WSDL)?.trim();
  if (required !== "true" && required !== "1") return;
  const parameters = { name: elementName(element) };
  context.sink.report("wsdl/required-extension", parameters, { span });
}
