import type { XmlElement } from "../../xml/index.js";

export const WSDL = "http://schemas.xmlsoap.org/wsdl/";
export const WSDL_SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
export const WSDL_SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
export const WSDL_HTTP = "http://schemas.xmlsoap.org/wsdl/http/";
export const WSDL_MIME = "http://schemas.xmlsoap.org/wsdl/mime/";

/** The Recommendation and the drafts that servers were shipped with. */
const WSDL_2: ReadonlySet<string> = new Set([
  "http://www.w3.org/ns/wsdl",
  "http://www.w3.org/2006/01/wsdl",
  "http://www.w3.org/2005/08/wsdl",
]);

export function isWsdl(element: XmlElement): boolean {
  return element.namespace === WSDL && element.local === "definitions";
}

export function isWsdl2(element: XmlElement): boolean {
  return WSDL_2.has(element.namespace) && element.local === "description";
}

export function isSoapExtension(element: XmlElement): boolean {
  return element.namespace === WSDL_SOAP11 || element.namespace === WSDL_SOAP12;
}

/** The local name of an element of WSDL; '' for any other element. */
export function wsdlLocal(element: XmlElement): string {
  return element.namespace === WSDL ? element.local : "";
}
