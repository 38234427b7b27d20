import {
  qname,
  SOAP11_ENCODING_NAMESPACE,
  SOAP11_ENVELOPE_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
  SOAP12_ENVELOPE_NAMESPACE,
  XSI_NAMESPACE,
  type QName,
} from "../../model/index.js";

/** In what the samples of the two SOAP versions differ. */
export interface SoapDialect {
  readonly prefix: string;
  readonly namespace: string;
  readonly encoding: string;
  readonly contentType: string;
  /** Declarations of encoded messages that only this version has. */
  readonly encodedDeclarations: readonly (readonly [string, string])[];
  /** What marks a cut-off in encoded messages. */
  readonly cut: { readonly name: QName; readonly value: string };
}

export const RPC_NAMESPACE = "http://www.w3.org/2003/05/soap-rpc";

export const soapDialects: Readonly<Record<"soap11" | "soap12", SoapDialect>> =
  {
    soap11: {
      prefix: "soap",
      namespace: SOAP11_ENVELOPE_NAMESPACE,
      encoding: SOAP11_ENCODING_NAMESPACE,
      contentType: "text/xml",
      encodedDeclarations: [],
      cut: { name: qname(XSI_NAMESPACE, "null"), value: "1" },
    },
    soap12: {
      prefix: "soap12",
      namespace: SOAP12_ENVELOPE_NAMESPACE,
      encoding: SOAP12_ENCODING_NAMESPACE,
      contentType: "application/soap+xml",
      encodedDeclarations: [["rpc", RPC_NAMESPACE]],
      cut: { name: qname(XSI_NAMESPACE, "nil"), value: "true" },
    },
  };
