/** An expanded name: namespace name ('' for none) and local part, as in Namespaces in XML §2.1. */
export interface QName {
  readonly namespace: string;
  readonly local: string;
  /** `{namespace}local`, or `local` without a namespace: what maps are keyed by. */
  readonly key: string;
}

/** By namespace, then local name: looking up a known name then builds no key. */
const interned = new Map<string, Map<string, QName>>();

/** The one `QName` object of a name: equal names are the same object. */
export function qname(namespace: string, local: string): QName {
  let names = interned.get(namespace);
  if (names === undefined) {
    names = new Map();
    interned.set(namespace, names);
  }
  let name = names.get(local);
  if (name === undefined) {
    const key = namespace === "" ? local : `{${namespace}}${local}`;
    name = Object.freeze({ namespace, local, key });
    names.set(local, name);
  }
  return name;
}

export const XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema";
export const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";
export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const SOAP11_ENVELOPE_NAMESPACE =
  "http://schemas.xmlsoap.org/soap/envelope/";
export const SOAP12_ENVELOPE_NAMESPACE =
  "http://www.w3.org/2003/05/soap-envelope";
export const SOAP11_ENCODING_NAMESPACE =
  "http://schemas.xmlsoap.org/soap/encoding/";
export const SOAP12_ENCODING_NAMESPACE =
  "http://www.w3.org/2003/05/soap-encoding";
/** `guid` and `char` of .NET. */
export const MICROSOFT_TYPES_NAMESPACE = "http://microsoft.com/wsdl/types/";

/** Apache's SOAP types: `Map`. */
export const APACHE_NAMESPACE = "http://xml.apache.org/xml-soap";

/** A built-in type of XML Schema part 2. */
export function xsd(local: string): QName {
  return qname(XSD_NAMESPACE, local);
}
