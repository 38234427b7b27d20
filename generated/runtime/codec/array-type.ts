// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ArrayTypeDescriptor } from "../descriptor.js";
import {
  arrayTypeAttribute,
  nestRows,
  rowsOf,
  shapeIn,
} from "../encoding/array-shape.js";
import { ENCODING_11 } from "../xml/namespaces.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { CodecFeature } from "./codec-feature.js";
import type { Compiler, TypeCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { eachChild } from "./each-child.js";
import type { ElementCodec } from "./element.js";

/**
 * An array of SOAP encoding in a literal message, as CWMP and services in PHP have it: the items stand in the element,
 * whatever they are called (SOAP 1.1 §5.4.2).
 */
class ArrayTypeCodec implements TypeCodec {
  readonly hasUnqualified: boolean;
  readonly #descriptor: ArrayTypeDescriptor;
  readonly #compiler: Compiler;
  #items: ElementCodec | undefined;

  constructor(descriptor: ArrayTypeDescriptor, compiler: Compiler) {
    this.hasUnqualified = (descriptor.elementNamespace ?? "") === "";
    this.#descriptor = descriptor;
    this.#compiler = compiler;
  }

  get #item(): ElementCodec {
    const { element = "item", elementNamespace = "", item } = this.#descriptor;
    this.#items ??= this.#compiler.element({
      element,
      namespace: elementNamespace,
      type: item,
      nillable: true,
    });
    return this.#items;
  }

  decode(reader: DecodeReader, { local }: ExpandedName): unknown {
    const arrayType = reader.attributes.find(
      (each) => each.local === "arrayType" && each.namespace === ENCODING_11,
    );
    const items: unknown[] = [];
    const text = eachChild(reader, () => {
      items.push(this.#item.readEntered(reader));
    });
    if (text !== "") reader.fail(`text in the array <${local}>`);
    const { dimensions } = this.#descriptor;
    return nestRows(items, shapeIn(arrayType?.value ?? "", dimensions));
  }

  encode(writer: XmlWriter, element: ExpandedName, value: unknown): void {
    const { dimensions = 1 } = this.#descriptor;
    const rows = rowsOf(writer, value, dimensions);
    const attributes = arrayTypeAttribute(writer, this.#descriptor, rows);
    writer.start(element.namespace, element.local, { attributes });
    rows.items.forEach((item, index) => {
      writer.path.push(index);
      this.#item.write(writer, item);
      writer.path.pop();
    });
    writer.end();
  }
}

/** Arrays of SOAP encoding outside encoded messages. */
export const arrays: CodecFeature = {
  array: (descriptor, compiler) => new ArrayTypeCodec(descriptor, compiler),
};
