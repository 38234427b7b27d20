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

/** What people write where a generator would print the name of a type, in lower case. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ["string", "string"],
  ["str", "string"],
  ["text", "string"],
  ["varchar", "string"],
  ["char", "string"],
  ["guid", "string"],
  ["uuid", "string"],
  ["int", "int"],
  ["int32", "int"],
  ["integer", "int"],
  ["int64", "long"],
  ["long", "long"],
  ["int16", "short"],
  ["short", "short"],
  ["byte", "byte"],
  ["bool", "boolean"],
  ["boolean", "boolean"],
  ["decimal", "decimal"],
  ["numeric", "decimal"],
  ["number", "decimal"],
  ["float", "float"],
  ["single", "float"],
  ["double", "double"],
  ["datetime", "dateTime"],
  ["timestamp", "dateTime"],
  ["date", "date"],
  ["time", "time"],
]);

/** The type that a word names: `Int32`, `xsd:int`, `[string]`. */
function spelledType(value: string): string | undefined {
  const bare = value
    .replace(/^[[{(<](.{1,40})[\]})>]$/, "$1")
    .replace(/^(?:xsd?:|System\.)/, "");
  return SPELLED.get(bare.toLowerCase());
}

/** A page most of whose values name types means the types; elsewhere `Date` or `Number` is a value like any other. */
function spelledTable(values: readonly string[]): ExampleTable | undefined {
  const table = new Map<string, string>();
  let count = 0;
  for (const value of values) {
    const type = spelledType(value);
    if (type === undefined) continue;
    table.set(value, type);
    count++;
  }
  return table.size > 1 && count * 2 > values.length ? table : undefined;
}

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
  return isFixed ? soapui : spelledTable(values);
}
