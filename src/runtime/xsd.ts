/** The built-in types of XML Schema, one constant each, under their own names: `import * as xsd from "./xsd.js"`. */
import type { AnyTypeDescriptor } from "./descriptor.js";

export { soapEncoding } from "./encoding/soap-encoding.js";
export { base64Content } from "./xsd/base64-content.js";
export { base64Binary, hexBinary } from "./xsd/binary.js";
export { boolean } from "./xsd/boolean.js";
export { decimal } from "./xsd/decimal.js";
export {
  dayTimeDuration,
  duration,
  yearMonthDuration,
} from "./xsd/duration.js";
export {
  byte,
  char,
  double,
  float,
  int,
  integer,
  long,
  negativeInteger,
  nonNegativeInteger,
  nonPositiveInteger,
  positiveInteger,
  short,
  unsignedByte,
  unsignedInt,
  unsignedLong,
  unsignedShort,
} from "./xsd/numbers.js";
export { NOTATION, QName } from "./xsd/qname.js";
export {
  anyAtomicType,
  anySimpleType,
  anyURI,
  ENTITIES,
  ENTITY,
  guid,
  ID,
  IDREF,
  IDREFS,
  language,
  Name,
  NCName,
  NMTOKEN,
  NMTOKENS,
  normalizedString,
  string,
  token,
} from "./xsd/strings.js";
export {
  date,
  dateTime,
  dateTimeStamp,
  gDay,
  gMonth,
  gMonthDay,
  gYear,
  gYearMonth,
  time,
} from "./xsd/temporal.js";

/** Anything: an `XmlElement`. */
export const anyType: AnyTypeDescriptor = { kind: "any" };
