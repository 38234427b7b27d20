// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AtomicTypeDescriptor,
  SimpleTypeDescriptor,
} from "../../descriptor.js";
import { decimalDigits } from "../../xsd/decimal.js";
import { spanKey } from "../../xsd/duration.js";
import { instantKey } from "../../xsd/temporal.js";
import { ValueError } from "../../xsd/value-error.js";
import { applyWhiteSpace, splitSpace } from "../../xsd/white-space.js";
import type { DecodeReader } from "../decode-reader.js";

/**
 * The same string for all texts of the same value, and for no text of another one; values of different primitive types
 * are different (XSD 1.0 Part 2 §2.2). The text is valid; the reader is where it is, for prefixes.
 */
export function valueKey(
  text: string,
  type: SimpleTypeDescriptor,
  reader: DecodeReader,
): string {
  const { whiteSpace } = reader.compiler.simple(type);
  return keyOf(applyWhiteSpace(text, whiteSpace), type, reader);
}

function keyOf(
  text: string,
  type: SimpleTypeDescriptor,
  reader: DecodeReader,
): string {
  switch (type.kind) {
    case "atomic":
      return atomicKey(text, type, reader);
    case "restriction": {
      const { base } = type;
      return keyOf(text, typeof base === "function" ? base() : base, reader);
    }
    case "list": {
      const { item } = type;
      const itemType = typeof item === "function" ? item() : item;
      const keys = splitSpace(text).map((part) => {
        return valueKey(part, itemType, reader);
      });
      return JSON.stringify(keys);
    }
    case "union": {
      const member = type
        .members()
        .find((each) => isOfType(text, each, reader));
      return member === undefined ? text : valueKey(text, member, reader);
    }
  }
}

function isOfType(
  text: string,
  type: SimpleTypeDescriptor,
  reader: DecodeReader,
): boolean {
  const { parse, whiteSpace } = reader.compiler.simple(type);
  try {
    parse(applyWhiteSpace(text, whiteSpace), reader);
    return true;
  } catch (error) {
    if (error instanceof ValueError) return false;
    throw error;
  }
}

/** Built-in types that are not what they are named after. */
const PRIMITIVES: readonly (readonly [string, RegExp])[] = [
  ["decimal", /integer$|^(?:unsigned)?(?:byte|char|int|long|short)$/i],
  ["string", /^(?:ENTITY|ID|IDREF|NCName|NMTOKEN|Name|guid|language|token)$/],
  ["string", /^normalizedString$/],
  ["dateTime", /^dateTimeStamp$/],
  ["duration", /Duration$/],
];

function atomicKey(
  text: string,
  type: AtomicTypeDescriptor,
  reader: DecodeReader,
): string {
  const [primitive] = PRIMITIVES.find(([, names]) => names.test(type.name)) ?? [
    type.name,
  ];
  return `${primitive} ${canonical(text, primitive, { type, reader })}`;
}

function canonical(
  text: string,
  primitive: string,
  {
    type,
    reader,
  }: { readonly type: AtomicTypeDescriptor; readonly reader: DecodeReader },
): string {
  switch (primitive) {
    case "decimal": {
      const { negative, whole, fraction } = decimalDigits(text);
      return `${negative ? "-" : ""}${whole}.${fraction}`;
    }
    case "float":
      return floatKey(text, Math.fround);
    case "double":
      return floatKey(text, (value) => value);
    case "boolean":
      return text === "true" || text === "1" ? "true" : "false";
    case "duration":
      return spanKey(text);
    case "base64Binary":
      return text.replaceAll(" ", "");
    case "hexBinary":
      return text.toUpperCase();
    case "QName":
    case "NOTATION": {
      const colon = text.indexOf(":");
      const namespace = reader.lookup(text.slice(0, Math.max(colon, 0)));
      return `{${namespace ?? ""}}${text.slice(colon + 1)}`;
    }
    default:
      return instantKey(text, type) ?? text;
  }
}

function floatKey(text: string, round: (value: number) => number): string {
  const value = Number(text);
  // INF, -INF and NaN are written in one way.
  return Number.isNaN(value) ? text : String(round(value));
}
