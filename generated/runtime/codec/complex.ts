// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ComplexTypeDescriptor } from "../descriptor.js";
import { XSI } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import { complexContent } from "./complex-content.js";
import type { ComplexContent } from "./complex-content.js";
import type { Compiler, Members, TypeCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { isObject, own } from "./own.js";
import { readTypeName } from "./type-name.js";

/** Property that says which derived type a value is of. */
export const TYPE = "$type";

/** A complex type with the types derived from it; its content is compiled when it is first used. */
export class ComplexTypeCodec implements TypeCodec {
  readonly descriptor: ComplexTypeDescriptor;
  readonly #compiler: Compiler;
  #content: ComplexContent | undefined;
  #variants: readonly ComplexTypeDescriptor[] | undefined;

  constructor(descriptor: ComplexTypeDescriptor, compiler: Compiler) {
    this.descriptor = descriptor;
    this.#compiler = compiler;
  }

  get content(): ComplexContent {
    this.#content ??= complexContent(this.descriptor, this.#compiler);
    return this.#content;
  }

  get hasUnqualified(): boolean {
    return this.content.hasUnqualified;
  }

  get #tag(): string | undefined {
    return this.descriptor.tag ?? this.descriptor.name;
  }

  /** The type itself and those derived from it. */
  get variants(): readonly ComplexTypeDescriptor[] {
    this.#variants ??= [
      this.descriptor,
      ...(this.descriptor.derived?.() ?? []),
    ];
    return this.#variants;
  }

  decode(reader: DecodeReader): unknown {
    const name =
      reader.attributes.length > 0 ? readTypeName(reader) : undefined;
    const into: Members = {};
    const variant = name === undefined ? this : this.#named(reader, name);
    if (name !== undefined && this.variants.length > 1) {
      into[TYPE] = variant.#tag;
    }
    if (variant.descriptor.abstract === true) {
      const names = this.#concrete().map((each) => each.name);
      reader.fail(`the type ${variant.descriptor.name} is abstract`, {
        expected: `xsi:type: one of ${names.join(", ")}`,
        received: name === undefined ? "none" : name.key,
      });
    }
    variant.content.decode(reader, into);
    return into;
  }

  #concrete(): readonly ComplexTypeDescriptor[] {
    return this.variants.filter((each) => each.abstract !== true);
  }

  #named(reader: DecodeReader, name: ExpandedName): ComplexTypeCodec {
    const found = this.variants.find(
      (each) =>
        each.name !== undefined &&
        expandedName(each.namespace, each.name).key === name.key,
    );
    if (found === undefined) {
      const names = this.#concrete().map((each) => each.name ?? "no name");
      reader.tolerate("types", `unknown type ${name.key}`, {
        expected: `one of ${names.join(", ")}`,
        received: name.key,
      });
    }
    return this.#codec(found);
  }

  #codec(descriptor: ComplexTypeDescriptor | undefined): ComplexTypeCodec {
    if (descriptor === undefined || descriptor === this.descriptor) return this;
    const codec = this.#compiler.type(descriptor);
    return codec instanceof ComplexTypeCodec ? codec : this;
  }

  encode(writer: XmlWriter, element: ExpandedName, value: unknown): void {
    if (!isObject(value)) return writer.fail("an object", value);
    const tag = own(value, TYPE);
    const variant = tag === undefined ? this : this.#tagged(writer, tag);
    const { descriptor } = variant;
    if (descriptor.abstract === true) {
      const tags = this.#concrete().map((each) => each.tag ?? each.name);
      writer.fail(`$type: one of ${tags.join(", ")}`, tag);
    }
    let attributes = "";
    if (tag !== undefined && descriptor.name !== undefined) {
      const prefix = writer.prefixFor(descriptor.namespace);
      const name = prefix === "" ? "" : `${prefix}:`;
      attributes = writer.attribute(XSI, "type", name + descriptor.name);
    }
    variant.content.encode(writer, element, { value, attributes });
  }

  #tagged(writer: XmlWriter, tag: unknown): ComplexTypeCodec {
    const found = this.variants.find((each) => (each.tag ?? each.name) === tag);
    if (found !== undefined) return this.#codec(found);
    const tags = this.#concrete().map((each) => each.tag ?? each.name);
    writer.path.push(TYPE);
    return writer.fail(`one of ${tags.join(", ")}`, tag);
  }
}
