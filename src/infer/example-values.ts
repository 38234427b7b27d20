/** What a generator prints for each type, whatever the service: by the text of the value, the name of the built-in type. */
export type ExampleTable = ReadonlyMap<string, string>;

/** The help pages of WCF's REST services (sample grammar B2). */
const wcf: ExampleTable = new Map([
  ["String content", "string"],
  ["2147483647", "int"],
  ["9223372036854775807", "long"],
  ["32767", "short"],
  ["127", "byte"],
  ["255", "unsignedByte"],
  ["65535", "unsignedShort"],
  ["4294967295", "unsignedInt"],
  ["18446744073709551615", "unsignedLong"],
  ["12678967.543233", "decimal"],
  ["1.26743237E+15", "float"],
  ["1.26743233E+15", "double"],
  ["true", "boolean"],
  ["1999-05-31T11:20:00", "dateTime"],
  ["1999-05-31", "date"],
  ["P428DT10H30M12.3S", "duration"],
  ["http://www.example.com/", "anyURI"],
  ["1627aea5-8e0a-4371-9022-9b504344e724", "string"],
  ["QmFzZSA2NCBTdHJlYW0=", "base64Binary"],
  ["GpM7", "hexBinary"],
]);

/** Values that nobody else writes; one of them on a page says who made it. */
const ofWcf: ReadonlySet<string> = new Set([
  "String content",
  "12678967.543233",
  "1.26743237E+15",
  "1.26743233E+15",
  "1999-05-31T11:20:00",
  "P428DT10H30M12.3S",
  "1627aea5-8e0a-4371-9022-9b504344e724",
  "QmFzZSA2NCBTdHJlYW0=",
]);

/** The numbers of soapUI's sample values (sample grammar B1); its texts and dates are random. */
const soapui: ExampleTable = new Map([
  ["1", "short"],
  ["2", "byte"],
  ["3", "int"],
  ["5", "unsignedShort"],
  ["6", "unsignedByte"],
  ["7", "unsignedInt"],
  ["10", "long"],
  ["11", "unsignedLong"],
  ["100", "integer"],
  ["200", "nonNegativeInteger"],
  ["201", "positiveInteger"],
  ["-200", "nonPositiveInteger"],
  ["-201", "negativeInteger"],
  ["1000.00", "decimal"],
  ["1.25", "float"],
  ["1.30", "double"],
]);

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** The generator whose values a page shows; undefined for values of an author's own. */
export function exampleTable(
  values: readonly string[],
  isSoapui: boolean,
): ExampleTable | undefined {
  if (values.some((value) => ofWcf.has(value))) return wcf;
  const numbers = values.filter((value) => NUMBER.test(value));
  const isFixed =
    isSoapui &&
    new Set(numbers).size > 1 &&
    numbers.every((value) => soapui.has(value));
  return isFixed ? soapui : undefined;
}
