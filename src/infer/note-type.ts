import {
  MICROSOFT_TYPES_NAMESPACE,
  qname,
  xsd,
  type QName,
} from "../model/index.js";
import type { LeafShape } from "./shape.js";

/** What a page calls a type, and what it may mean: the first for a leaf of which nothing else is known. */
const meanings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:int|int32|integer)$/, ["int"]],
  [/^(?:long|int64)$/, ["long"]],
  [/^(?:short|int16)$/, ["short"]],
  [/^byte$/, ["byte", "unsignedByte"]],
  [/^(?:uint|unsigned ?int)$/, ["unsignedInt"]],
  [/^(?:ulong|unsigned ?long)$/, ["unsignedLong"]],
  [/^(?:ushort|unsigned ?short)$/, ["unsignedShort"]],
  [/^unsigned ?byte$/, ["unsignedByte"]],
  [/^(?:positiveinteger|nonnegativeinteger)$/, ["integer"]],
  [/^(?:float|single)$/, ["float", "double"]],
  [/^double$/, ["double", "float"]],
  [/^(?:decimal|money|currency)$/, ["decimal", "double"]],
  [/^(?:bool|boolean)$/, ["boolean"]],
  [/^(?:datetime|date ?time|timestamp)$/, ["dateTime", "date"]],
  [/^date$/, ["date", "dateTime"]],
  [/^time$/, ["time", "dateTime", "duration"]],
  [/^(?:duration|timespan)$/, ["duration"]],
  [/^(?:guid|uuid)$/, ["guid", "string"]],
  [/^(?:uri|url|anyuri)$/, ["anyURI", "string"]],
  [/^(?:base64|base64binary|binary|bytes)$/, ["base64Binary", "hexBinary"]],
  [/^hexbinary$/, ["hexBinary"]],
];

const numbers: readonly string[] =
  "int long short byte unsignedInt unsignedLong unsignedShort unsignedByte integer decimal double float".split(
    " ",
  );

/**
 * The built-in types that a page's word for a type may stand for, the likeliest first. None for words that say too
 * little to contradict a sample (`string`, `text`, `object`), or are no names of built-in types.
 */
export function typesOfNote(word: string): readonly QName[] {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/^(?:xsd?:|s:|tns:|system\.)/, "")
    .replace(/\(\d[^()]*\)|\?$/g, "")
    .trim();
  if (/^(?:number|numeric)$/.test(plain))
    return numbers.map((name) => xsd(name));
  const found = meanings.find(([form]) => form.test(plain));
  return (found?.[1] ?? []).map((local) =>
    local === "guid" ? qname(MICROSOFT_TYPES_NAMESPACE, local) : xsd(local),
  );
}

const forms: ReadonlyMap<string, RegExp> = new Map([
  ["boolean", /^(?:true|false|0|1)$/],
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["dateTime", /^\d{4}-\d\d-\d\dT/],
  ["decimal", /^-?\d+(?:\.\d+)?$/],
  ["double", /^-?\d+(?:\.\d+)?$/],
  ["float", /^-?\d+(?:\.\d+)?$/],
  ["long", /^-?\d{1,18}$/],
  ["int", /^-?\d{1,9}$/],
  ["short", /^-?\d{1,4}$/],
]);

/**
 * The type that a page calls a member of which only an example value is shown: the form of one value says less than a
 * word. Undefined where the word says nothing, or the value cannot be of that type.
 */
export function typeOfExample(
  word: string,
  examples: readonly string[],
): QName | undefined {
  const isText =
    /^(?:xsd?:|s:)?(?:string|text|n?varchar2?|char|alphanumeric|alfanum[ée]ric[oa])(?:\s?\([\d,. ]*\))?\??$/i;
  if (isText.test(word.trim())) return xsd("string");
  const [type] = typesOfNote(word);
  const form = forms.get(type?.local ?? "");
  return form !== undefined && examples.every((value) => form.test(value))
    ? type
    : undefined;
}

/** Whether a leaf may be what a page calls it; an enumeration is a text under any name. */
export function fitsNote(leaf: LeafShape, types: readonly QName[]): boolean {
  return leaf.kind === "enumeration" || types.includes(leaf.name);
}
