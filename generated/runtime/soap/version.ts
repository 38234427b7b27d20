// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { Protocol } from "../descriptor.js";
import { SOAP_11, SOAP_12 } from "../xml/namespaces.js";

export type SoapVersion = "1.1" | "1.2";

export function isSoap(protocol: Protocol): boolean {
  return protocol === "soap11" || protocol === "soap12";
}

export function versionOf(protocol: Protocol): SoapVersion {
  return protocol === "soap12" ? "1.2" : "1.1";
}

export function envelopeNamespace(version: SoapVersion): string {
  return version === "1.2" ? SOAP_12 : SOAP_11;
}
