import { declared, type Documented } from "../../model/index.js";
import {
  childElements,
  textContent,
  type XmlElement,
} from "../../xml/index.js";
import { documentationText } from "../documentation-text.js";
import { WSDL } from "./wsdl-namespaces.js";

/** Where a component stands and what its `wsdl:documentation` says (WSDL 1.1 §2.1.4). */
export function readDocumented(element: XmlElement): Documented {
  const origin = declared(element.span);
  const children = childElements(element, WSDL, "documentation");
  if (children.length === 0) return { origin };
  const documentation = children
    .map((child) => documentationText(textContent(child)))
    .filter((text) => text !== undefined)
    .join("\n\n");
  return documentation === "" ? { origin } : { origin, documentation };
}
