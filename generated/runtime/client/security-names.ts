// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

const WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

/** Namespaces and identifiers of WS-Security 1.1 and its token profiles. */
export const WSSE = `${WSS}wssecurity-secext-1.0.xsd`;
export const WSU = `${WSS}wssecurity-utility-1.0.xsd`;
export const USERNAME_TOKEN = `${WSS}username-token-profile-1.0#`;
export const BASE64 = `${WSS}soap-message-security-1.0#Base64Binary`;
export const X509_TOKEN = `${WSS}x509-token-profile-1.0#X509v3`;
