// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  ElementDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../../descriptor.js";
import { XSI } from "../../xml/namespaces.js";
import { ValueError } from "../../xsd/value-error.js";
import type { DecodeReader } from "../decode-reader.js";
import { isNil } from "../element.js";
import { readTypeName } from "../type-name.js";
import {
  declaredInside,
  simpleTypeOf,
  typeNamed,
  type DeclaredInside,
} from "./declared-inside.js";
import type { Node } from "./node.js";
import { valueKey } from "./value-key.js";

interface Place {
  readonly key: string;
  readonly at: number;
}

const NOTHING: DeclaredInside = { elements: new Map(), attributes: new Map() };

/** Reads the content of the element that the reader is in; `declared` is what is known about it. */
export function readNode(
  reader: DecodeReader,
  place: Place,
  declared: ElementDescriptor | undefined,
): Node {
  const typeName = readTypeName(reader);
  const type = declared && typeNamed(typeOf(declared), typeName);
  const inside = type?.kind === "complex" ? declaredInside(type) : NOTHING;
  const isNull = reader.attributes.some(isNil);
  const attributes = readAttributes(reader, place.at, inside);
  const { text, children } = readChildren(reader, inside);
  const given =
    text === "" ? (declared?.default ?? declared?.fixed ?? "") : text;
  const value =
    type === undefined || children.length > 0
      ? undefined
      : contentKey(reader, given, type);
  return {
    ...place,
    text: given,
    value: value ?? JSON.stringify([place.key, typeName?.key, given]),
    isTyped: value !== undefined,
    isNil: isNull,
    attributes,
    children,
    constraints: declared?.identity ?? [],
  };
}

function typeOf({ type }: ElementDescriptor): TypeDescriptor {
  return typeof type === "function" ? type() : type;
}

function readChildren(
  reader: DecodeReader,
  inside: DeclaredInside,
): { readonly text: string; readonly children: readonly Node[] } {
  const children: Node[] = [];
  let text = "";
  for (;;) {
    text += reader.mixedText();
    const name = reader.peek();
    if (name === undefined) return { text, children };
    // Behind the `<`: that is in the element.
    const place = { key: name.key, at: reader.pos + 1 };
    reader.enter();
    children.push(readNode(reader, place, inside.elements.get(name.key)));
    reader.leave();
  }
}

/** Those given, and those that have a value without being there (XSD 1.0 Part 1 §3.4.5). */
function readAttributes(
  reader: DecodeReader,
  at: number,
  { attributes: declared }: DeclaredInside,
): readonly Node[] {
  const texts = new Map<string, string>();
  for (const { namespace, key, value } of reader.attributes) {
    if (namespace !== XSI) texts.set(key, value);
  }
  for (const [key, { default: given, fixed }] of declared) {
    const text = given ?? fixed;
    if (text !== undefined && !texts.has(key)) texts.set(key, text);
  }
  return [...texts].map(([key, text]) => {
    const value = tryKey(reader, text, declared.get(key)?.type);
    return {
      key,
      at,
      text,
      value: value ?? JSON.stringify([key, text]),
      isTyped: value !== undefined,
      isNil: false,
      attributes: [],
      children: [],
      constraints: [],
    };
  });
}

function contentKey(
  reader: DecodeReader,
  text: string,
  type: TypeDescriptor,
): string | undefined {
  // Nothing but text, of a type that admits anything, is compared as it is written.
  if (type.kind === "any") return text;
  return tryKey(reader, text, simpleTypeOf(type));
}

/** A text that its type does not admit was overlooked before, if it comes here. */
function tryKey(
  reader: DecodeReader,
  text: string,
  type: SimpleTypeDescriptor | undefined,
): string | undefined {
  if (type === undefined) return undefined;
  try {
    return valueKey(text, type, reader);
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}
