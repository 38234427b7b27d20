// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ElementDescriptor } from "../descriptor.js";
import { XSI } from "../xml/namespaces.js";
import type { NameMatcher } from "../xml/reader.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import type { Attribute } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { Compiler, TypeCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { parseSimple, readSimple, simpleType } from "./simple-type.js";

/** An element with its type, ready for use; it keeps how its tag was written the last time. */
export class ElementCodec implements NameMatcher, ExpandedName {
  readonly namespace: string;
  readonly local: string;
  readonly key: string;
  open = "";
  close = "";
  token: object | undefined;
  readonly #descriptor: ElementDescriptor;
  readonly #compiler: Compiler;
  #type: TypeCodec | undefined;

  constructor(
    descriptor: ElementDescriptor,
    defaultNamespace: string,
    compiler: Compiler,
  ) {
    const { element, namespace = defaultNamespace } = descriptor;
    this.namespace = namespace;
    this.local = element;
    this.key = expandedName(namespace, element).key;
    this.#descriptor = descriptor;
    this.#compiler = compiler;
  }

  get type(): TypeCodec {
    this.#type ??= this.#compile();
    return this.#type;
  }

  #compile(): TypeCodec {
    const { type, default: empty, fixed } = this.#descriptor;
    const resolved = typeof type === "function" ? type() : type;
    const codec = this.#compiler.type(resolved);
    const isFree = empty === undefined && fixed === undefined;
    if (isFree || codec.simple === undefined) return codec;
    const constrain = this.#compiler.feature("constraint");
    return simpleType(constrain(codec.simple, { default: empty, fixed }));
  }

  /** What is written when the value is absent. */
  get fixed(): string | undefined {
    return this.#descriptor.fixed;
  }

  /** Reads the next child, if it is this one, of simple type and plainly written; undefined where that is not so. */
  readLeaf(reader: DecodeReader): unknown {
    const { simple } = this.type;
    if (simple === undefined) return undefined;
    const text = reader.leaf(this);
    return text === undefined ? undefined : parseSimple(reader, simple, text);
  }

  /** Reads the child that the reader found; undefined stands for one that is overlooked. */
  read(reader: DecodeReader): unknown {
    reader.enter();
    const value = this.readEntered(reader);
    reader.leave();
    return value;
  }

  readEntered(reader: DecodeReader): unknown {
    const type = this.type;
    if (reader.attributes.length > 0) {
      const isTree = type.isAny === true && !this.#descriptor.nillable;
      if (!isTree && reader.attributes.some(isNil)) {
        return this.#readNil(reader);
      }
    } else if (type.simple !== undefined) {
      return readSimple(reader, type.simple);
    }
    return type.decode(reader, this);
  }

  #readNil(reader: DecodeReader): null | undefined {
    const isNillable = this.#descriptor.nillable === true;
    if (!isNillable) {
      reader.tolerate("nil", `<${this.local}> may not be nil`, {
        expected: "a value",
        received: "xsi:nil",
      });
    }
    if (reader.mixedText().trim() !== "" || reader.peek() !== undefined) {
      reader.fail("a nil element with content", { expected: "no content" });
    }
    return isNillable ? null : undefined;
  }

  write(writer: XmlWriter, value: unknown): void {
    if (value === null && this.#descriptor.nillable === true) {
      const attributes = writer.attribute(XSI, "nil", "true");
      writer.start(this.namespace, this.local, { attributes });
      writer.end();
      return;
    }
    this.type.encode(writer, this, value);
  }

  /** Writes the fixed value for an absent one. */
  writeFixed(writer: XmlWriter): void {
    writer.start(this.namespace, this.local);
    writer.text(this.fixed ?? "");
    writer.end();
  }
}

export function isNil(attribute: Attribute): boolean {
  if (attribute.local !== "nil" || attribute.namespace !== XSI) return false;
  const value = attribute.value.trim();
  return value === "true" || value === "1";
}
