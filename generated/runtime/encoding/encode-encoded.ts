// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  ArrayTypeDescriptor,
  ComplexTypeDescriptor,
  TypeDescriptor,
} from "../descriptor.js";
import { SIMPLE } from "./simple-compiler.js";
import { checkKnown } from "../codec/known-properties.js";
import { isObject, own } from "../codec/own.js";
import { printSimple } from "../codec/simple-type.js";
import { writeTree } from "../codec/tree.js";
import { ENCODING_11, XSI } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import { arrayTypeAttribute, rowsOf } from "./array-shape.js";
import { membersOf, resolveType, typeNameOf } from "./encoded-members.js";

/** What an accessor holds. */
interface Held<Type> {
  readonly type: Type;
  readonly value: unknown;
  /** Only for elements of the body itself. */
  readonly namespace?: string | undefined;
}

/** Writes an accessor: an element without namespace that says its type (SOAP 1.1 §5.1). */
export function encodeAccessor(
  writer: XmlWriter,
  name: string,
  accessor: Held<TypeDescriptor>,
): void {
  const { type, value, namespace } = accessor;
  if (value === null) {
    const attributes = writer.attribute(XSI, "nil", "true");
    writer.start("", name, { attributes });
    writer.end();
  } else if (type.kind === "any") {
    writeTree(writer, value, expandedName("", name));
  } else if (type.kind === "array") {
    encodeArray(writer, name, { type, value });
  } else if (type.kind === "complex") {
    encodeStruct(writer, name, { type, value, namespace });
  } else {
    const text = printSimple(writer, SIMPLE.simple(type), value);
    writer.start("", name, { attributes: typeAttribute(writer, type) });
    writer.text(text);
    writer.end();
  }
}

function typeAttribute(writer: XmlWriter, type: TypeDescriptor): string {
  const name = typeNameOf(type);
  if (name === undefined) return "";
  const prefix = writer.prefixFor(name.namespace);
  return writer.attribute(XSI, "type", `${prefix}:${name.local}`);
}

function encodeStruct(
  writer: XmlWriter,
  name: string,
  struct: Held<ComplexTypeDescriptor>,
): void {
  const { value, namespace = "" } = struct;
  if (!isObject(value)) return writer.fail("an object", value);
  const tag = own(value, "$type");
  const variants = [struct.type, ...(struct.type.derived?.() ?? [])];
  const type = variants.find(
    (each) => tag === undefined || (each.tag ?? each.name) === tag,
  );
  if (type === undefined || type.abstract === true) {
    return writer.fail("$type: a type that is not abstract", tag);
  }
  const members = membersOf(type);
  const names = members.map(({ element, property = element }) => property);
  checkKnown(writer, value, new Set(["$type", "$value", ...names]));
  const text =
    type.text === undefined
      ? ""
      : printSimple(writer, SIMPLE.simple(type.text()), own(value, "$value"));
  writer.start(namespace, name, { attributes: typeAttribute(writer, type) });
  writer.text(text);
  for (const { element, property = element, max = 1, ...member } of members) {
    const given = own(value, property);
    const isList = max > 1 && Array.isArray(given);
    const items: readonly unknown[] = isList ? given : [given];
    writer.path.push(property);
    for (const item of items) {
      if (item === undefined) continue;
      const inner = resolveType(member.type);
      encodeAccessor(writer, element, { type: inner, value: item });
    }
    writer.path.pop();
  }
  writer.end();
}

/** SOAP 1.1 §5.4.2: `arrayType` has the sizes; items go row by row. */
function encodeArray(
  writer: XmlWriter,
  name: string,
  array: { readonly type: ArrayTypeDescriptor; readonly value: unknown },
): void {
  const { type } = array;
  const rows = rowsOf(writer, array.value, type.dimensions ?? 1);
  const attributes =
    writer.attribute(XSI, "type", `${writer.prefixFor(ENCODING_11)}:Array`) +
    arrayTypeAttribute(writer, type, rows);
  writer.start("", name, { attributes });
  rows.items.forEach((item, index) => {
    writer.path.push(index);
    const value = item === undefined ? null : item;
    encodeAccessor(writer, "item", { type: type.item(), value });
    writer.path.pop();
  });
  writer.end();
}
