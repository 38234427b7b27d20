import { qname, xsd, XSD_NAMESPACE, type QName } from "../../model/index.js";

/** XML Schema as it was before the Recommendation; services of that time still use them. */
const DRAFTS: ReadonlySet<string> = new Set([
  "http://www.w3.org/1999/XMLSchema",
  "http://www.w3.org/2000/08/XMLSchema",
  "http://www.w3.org/2000/10/XMLSchema",
]);

/** Built-in types of the drafts whose names changed in the Recommendation. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["ur-type", "anyType"],
  ["timeInstant", "dateTime"],
  ["timeDuration", "duration"],
  ["recurringDuration", "string"],
  ["recurringDate", "gMonthDay"],
  ["recurringDay", "gDay"],
  ["month", "gYearMonth"],
  ["year", "gYear"],
  ["century", "string"],
  ["timePeriod", "string"],
  ["uriReference", "anyURI"],
  ["uri-reference", "anyURI"],
  ["uri", "anyURI"],
  ["CDATA", "normalizedString"],
  ["binary", "base64Binary"],
  ["real", "double"],
  ["number", "decimal"],
  ["non-positive-integer", "nonPositiveInteger"],
  ["non-negative-integer", "nonNegativeInteger"],
  ["positive-integer", "positiveInteger"],
  ["negative-integer", "negativeInteger"],
  ["unsigned-long", "unsignedLong"],
  ["unsigned-int", "unsignedInt"],
  ["unsigned-short", "unsignedShort"],
  ["unsigned-byte", "unsignedByte"],
]);

export function isSchemaNamespace(namespace: string): boolean {
  return namespace === XSD_NAMESPACE || DRAFTS.has(namespace);
}

/** The name with those of the drafts brought to the Recommendation. */
export function modernName(namespace: string, local: string): QName {
  if (!DRAFTS.has(namespace)) return qname(namespace, local);
  return xsd(RENAMED.get(local) ?? local);
}
