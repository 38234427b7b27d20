import {
  qname,
  XSD_NAMESPACE,
  type ComplexType,
  type QName,
} from "../../model/index.js";

/** A SOAP array: what `wsdl:arrayType` says of its items (WSDL 1.1 §2.2). */
export interface ArrayShape {
  readonly itemType: QName;
  /** Of items that are arrays themselves: `[]`. */
  readonly dimensions: string;
}

/** The items of an encoded array type; undefined for other types. */
export function arrayShape({
  attributes,
  base,
}: ComplexType): ArrayShape | undefined {
  for (const { arrayType } of attributes) {
    if (arrayType === undefined) continue;
    const { itemType, dimensions } = arrayType;
    // The last pair of brackets is that of the array itself.
    return { itemType, dimensions: dimensions.replace(/\[[^\]]*\]$/, "") };
  }
  const isArray = base?.local === "Array" && base.namespace.includes("soap");
  return isArray
    ? { itemType: qname(XSD_NAMESPACE, "anyType"), dimensions: "" }
    : undefined;
}
