/** WS-Security with X.509 certificates, for clients on Node: `soapstone/x509`. Needs the package `xml-crypto`. */
export { x509Signature } from "./x509-signature.js";
export type { CheckedAnswers, X509SignatureOptions } from "./x509-signature.js";
