// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AnyTypeDescriptor,
  ComplexTypeDescriptor,
  SimpleTypeDescriptor,
} from "../descriptor.js";
import { XSD, XSI } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { CodecFeature } from "./codec-feature.js";
import type { Compiler, SimpleCodec, TypeCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { isObject, own } from "./own.js";
import { printSimple, readSimple } from "./simple-type.js";
import { readTree, writeTree } from "./tree.js";
import { readTypeName } from "./type-name.js";

interface KnownType {
  readonly name: ExpandedName;
  readonly tag: string;
  readonly codec: TypeCodec;
}

/** Anything: a typed value where `xsi:type` names a known type, else a tree. */
class AnyTypeCodec implements TypeCodec {
  readonly isAny = true;
  readonly #descriptor: AnyTypeDescriptor;
  readonly #compiler: Compiler;
  #known: readonly KnownType[] | undefined;

  constructor(descriptor: AnyTypeDescriptor, compiler: Compiler) {
    this.#descriptor = descriptor;
    this.#compiler = compiler;
  }

  get #types(): readonly KnownType[] {
    this.#known ??= (this.#descriptor.types?.() ?? []).flatMap((type) =>
      this.#knownType(type),
    );
    return this.#known;
  }

  #knownType(type: ComplexTypeDescriptor | SimpleTypeDescriptor): KnownType[] {
    if (type.name === undefined) return [];
    const namespace = type.kind === "atomic" ? XSD : (type.namespace ?? XSD);
    const tag = (type.kind === "complex" ? type.tag : undefined) ?? type.name;
    const codec = this.#compiler.type(type);
    return [{ name: expandedName(namespace, type.name), tag, codec }];
  }

  decode(reader: DecodeReader, element: ExpandedName): unknown {
    const name =
      reader.attributes.length > 0 ? readTypeName(reader) : undefined;
    const type = name && this.#types.find((each) => each.name.key === name.key);
    if (type === undefined) {
      if (name !== undefined) {
        const types = { name, declared: this.#descriptor };
        reader.declarations?.checkContent(reader, element, types);
      }
      // Any content is that of a lax wildcard (XSD 1.0 Part 1 §3.4.7).
      if (reader.declarations?.checkAny(reader) === true) return undefined;
      return readTree(reader, element);
    }
    const { simple } = type.codec;
    if (simple !== undefined) {
      return { $type: type.tag, $value: readSimple(reader, simple) };
    }
    const value = type.codec.decode(reader, element);
    return isObject(value) ? { ...value, $type: type.tag } : value;
  }

  encode(writer: XmlWriter, element: ExpandedName, value: unknown): void {
    const tag = isObject(value) ? own(value, "$type") : undefined;
    if (tag === undefined) return writeTree(writer, value, element);
    const type = this.#types.find((each) => each.tag === tag);
    if (type === undefined) {
      const tags = this.#types.map((each) => each.tag).join(", ");
      return writer.fail(`$type: one of ${tags}`, tag);
    }
    const { simple } = type.codec;
    if (simple === undefined) return type.codec.encode(writer, element, value);
    const content = isObject(value) ? own(value, "$value") : undefined;
    encodeSimple(writer, element, { type, simple, content });
  }
}

function encodeSimple(
  writer: XmlWriter,
  element: ExpandedName,
  typed: {
    readonly type: KnownType;
    readonly simple: SimpleCodec;
    readonly content: unknown;
  },
): void {
  const { namespace, local } = typed.type.name;
  const text = printSimple(writer, typed.simple, typed.content);
  const name = `${writer.prefixFor(namespace)}:${local}`;
  const attributes = writer.attribute(XSI, "type", name);
  writer.start(element.namespace, element.local, { attributes });
  writer.text(text);
  writer.end();
}

/** `xs:anyType`. */
export const anyTypes: CodecFeature = {
  anyType: (descriptor, compiler) => new AnyTypeCodec(descriptor, compiler),
};
