// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ComplexTypeDescriptor } from "../descriptor.js";
import { XSI } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { Derivation } from "./codec-feature.js";
import { complexContent } from "./complex-content.js";
import type { ComplexContent } from "./complex-content.js";
import { TYPE } from "./content-property.js";
import type { Compiler, Members, TypeCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { isObject, own } from "./own.js";
import { readTypeName } from "./type-name.js";

/** A complex type; its content is compiled when it is first used. */
export class ComplexTypeCodec implements TypeCodec {
  readonly descriptor: ComplexTypeDescriptor;
  readonly compiler: Compiler;
  /** Set where others may stand in, or have to. */
  readonly #derivation: Derivation | undefined;
  #content: ComplexContent | undefined;

  constructor(descriptor: ComplexTypeDescriptor, compiler: Compiler) {
    this.descriptor = descriptor;
    this.compiler = compiler;
    const { derived, abstract } = descriptor;
    if (derived ?? abstract) this.#derivation = compiler.feature("derived");
  }

  get content(): ComplexContent {
    this.#content ??= complexContent(this.descriptor, this.compiler);
    return this.#content;
  }

  get hasUnqualified(): boolean {
    return this.content.hasUnqualified;
  }

  /** Value of `$type`. */
  get tag(): string | undefined {
    return this.descriptor.tag ?? this.descriptor.name;
  }

  decode(reader: DecodeReader): unknown {
    const name =
      reader.attributes.length > 0 ? readTypeName(reader) : undefined;
    const variant = this.#derivation?.decode(this, reader, name);
    const { content } = variant ?? this;
    const into: Members = new content.Value();
    if (variant === undefined) this.#checkName(reader, name);
    else if (name !== undefined) into[TYPE] = variant.tag;
    content.decode(reader, into);
    return into;
  }

  /** Where no other type may stand in. */
  #checkName(reader: DecodeReader, name: ExpandedName | undefined): void {
    if (name === undefined || name.key === this.#key) return;
    const expected = this.#key ?? "no xsi:type";
    const received = name.key;
    const detail = { expected, received };
    reader.tolerate("types", `unknown type ${received}`, detail);
  }

  get #key(): string | undefined {
    const { namespace, name } = this.descriptor;
    return name === undefined ? undefined : expandedName(namespace, name).key;
  }

  encode(writer: XmlWriter, element: ExpandedName, value: unknown): void {
    if (!isObject(value)) return writer.fail("an object", value);
    const tag = own(value, TYPE);
    const variant = this.#derivation?.encode(this, writer, tag);
    if (variant === undefined && tag !== undefined && tag !== this.tag) {
      writer.path.push(TYPE);
      writer.fail(`${this.tag}`, tag);
    }
    const { descriptor, content } = variant ?? this;
    const { namespace, name } = descriptor;
    let attributes = "";
    if (tag !== undefined && name !== undefined) {
      const typeName = writer.qualify(expandedName(namespace, name));
      attributes = writer.attribute(XSI, "type", typeName);
    }
    content.encode(writer, element, { value, attributes });
  }
}
