import {
  qname,
  SOAP11_ENCODING_NAMESPACE,
  type ComplexType,
  type Origin,
} from "../model/index.js";
import type { ArrayShape, ElementShape } from "./shape.js";

/** The type of a SOAP-encoded array, as WSDL 1.1 §2.2 asks to declare it: restricted from `soapenc:Array`. */
export function arrayType(
  { itemType, dimensions }: ArrayShape,
  { span }: ElementShape,
): ComplexType {
  const origin: Origin = { span, how: "sampled", certainty: "certain" };
  return {
    kind: "complex",
    isAbstract: false,
    base: qname(SOAP11_ENCODING_NAMESPACE, "Array"),
    derivation: "restriction",
    content: { contentKind: "empty" },
    attributes: [
      {
        use: "optional",
        attribute: {
          kind: "attributeRef",
          name: qname(SOAP11_ENCODING_NAMESPACE, "arrayType"),
        },
        arrayType: { itemType, dimensions },
        origin,
      },
    ],
    attributeGroups: [],
    origin,
  };
}
