import {
  SOAP11_ENCODING_NAMESPACE,
  SOAP11_ENVELOPE_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
  SOAP12_ENVELOPE_NAMESPACE,
  XML_NAMESPACE,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
} from "../../model/index.js";

/** What prefixes mean by custom, where a capture lost the declaration. */
export const wellKnownPrefixes: ReadonlyMap<string, string> = new Map([
  ["soap", SOAP11_ENVELOPE_NAMESPACE],
  ["soapenv", SOAP11_ENVELOPE_NAMESPACE],
  ["SOAP-ENV", SOAP11_ENVELOPE_NAMESPACE],
  ["SOAP-Env", SOAP11_ENVELOPE_NAMESPACE],
  ["soap-env", SOAP11_ENVELOPE_NAMESPACE],
  ["soap11", SOAP11_ENVELOPE_NAMESPACE],
  ["soapEnv", SOAP11_ENVELOPE_NAMESPACE],
  ["S", SOAP11_ENVELOPE_NAMESPACE],
  ["s", SOAP11_ENVELOPE_NAMESPACE],
  ["SE", SOAP11_ENVELOPE_NAMESPACE],
  ["soap12", SOAP12_ENVELOPE_NAMESPACE],
  ["soap12env", SOAP12_ENVELOPE_NAMESPACE],
  ["env", SOAP12_ENVELOPE_NAMESPACE],
  ["xsi", XSI_NAMESPACE],
  ["xsd", XSD_NAMESPACE],
  ["xs", XSD_NAMESPACE],
  ["soapenc", SOAP11_ENCODING_NAMESPACE],
  ["SOAP-ENC", SOAP11_ENCODING_NAMESPACE],
  ["enc", SOAP12_ENCODING_NAMESPACE],
  ["wsa", "http://www.w3.org/2005/08/addressing"],
  [
    "wsse",
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
  ],
  [
    "wsu",
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
  ],
  ["diffgr", "urn:schemas-microsoft-com:xml-diffgram-v1"],
  ["msdata", "urn:schemas-microsoft-com:xml-msdata"],
  ["xml", XML_NAMESPACE],
]);

const known = new Set<string>(wellKnownPrefixes.values());

/** A namespace name as written, put together again where the capture wrapped it. */
export function joinNamespace(written: string): string {
  const trimmed = written.trim();
  if (!/\s/.test(trimmed)) return trimmed;
  const joined = trimmed.replace(/\s+/g, "");
  // a hyphen at the wrap may be the name's own or the wrap's: the well-known names decide
  const unhyphenated = trimmed.replace(/-\s+/g, "").replace(/\s+/g, "");
  return !known.has(joined) && known.has(unhyphenated) ? unhyphenated : joined;
}

export function isSoapEnvelopeNamespace(namespace: string): boolean {
  return (
    namespace === SOAP11_ENVELOPE_NAMESPACE ||
    namespace === SOAP12_ENVELOPE_NAMESPACE ||
    namespace === "http://schemas.xmlsoap.org/soap/envelope" ||
    namespace === "http://www.w3.org/2001/12/soap-envelope"
  );
}

export function isSoapEncodingNamespace(namespace: string): boolean {
  return (
    namespace.startsWith(SOAP11_ENCODING_NAMESPACE.slice(0, -1)) ||
    namespace.startsWith(SOAP12_ENCODING_NAMESPACE)
  );
}
