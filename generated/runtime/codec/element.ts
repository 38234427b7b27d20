// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ElementDescriptor, TypeDescriptor } from "../descriptor.js";
import { SOAP_11, SOAP_12, XSI } from "../xml/namespaces.js";
import type { NameMatcher } from "../xml/reader.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import type { Attribute } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { Compiler, TypeCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { printNoted } from "./note.js";
import type { Note } from "./note.js";
import {
  parseSimple,
  printSimple,
  readSimple,
  simpleType,
} from "./simple-type.js";
import { readTypeName } from "./type-name.js";

/** An element with its type, ready for use; it keeps how its tag was written the last time. */
export class ElementCodec implements NameMatcher, ExpandedName {
  readonly namespace: string;
  readonly local: string;
  readonly key: string;
  /** As written where no prefix is needed. */
  readonly startTag: string;
  readonly endTag: string;
  open = "";
  prefix = "";
  close = "";
  token: object | undefined;
  readonly #descriptor: ElementDescriptor;
  /** Whether empty content stands for something else. */
  readonly #hasDefault: boolean;
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
    this.startTag = `<${element}>`;
    this.endTag = `</${element}>`;
    this.#descriptor = descriptor;
    this.#hasDefault = (descriptor.default ?? descriptor.fixed) !== undefined;
    this.#compiler = compiler;
  }

  get type(): TypeCodec {
    this.#type ??= this.#compile();
    return this.#type;
  }

  get #declared(): TypeDescriptor {
    const { type } = this.#descriptor;
    return typeof type === "function" ? type() : type;
  }

  #compile(): TypeCodec {
    const { default: empty, fixed } = this.#descriptor;
    const codec = this.#compiler.type(this.#declared);
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
    if (simple === undefined || this.#hasDefault) return undefined;
    const text = reader.leaf(this);
    return text === undefined ? undefined : parseSimple(reader, simple, text);
  }

  /** Reads the child that the reader found; undefined stands for one that is overlooked. */
  read(reader: DecodeReader): unknown {
    const at = reader.pos;
    reader.enter();
    const value = this.readEntered(reader, at);
    reader.leave();
    return value;
  }

  /** Reads the element that the reader is in; `at` is where its start tag is, for those who keep notes. */
  readEntered(reader: DecodeReader, at = -1): unknown {
    const { type, fixed } = this;
    const { attributes, pos } = reader;
    if (fixed !== undefined && type.simple === undefined) {
      this.#checkFixed(reader, fixed);
    }
    if (attributes.length === 0) {
      if (type.simple === undefined) return type.decode(reader, this);
      const value = readSimple(reader, type.simple);
      if (this.#hasDefault && reader.pos === pos) {
        this.#note(reader, { at, value, attributes, isEmpty: true });
      }
      return value;
    }
    const nil = attributes.find(isNilAttribute);
    const isTree = type.isAny === true && !this.#descriptor.nillable;
    if (nil !== undefined && !isTree && this.#readsNil(reader, nil)) {
      const value = this.#readNil(reader);
      if (attributes.length > 1) {
        const kept = attributes.filter(isOfValue);
        this.#note(reader, { at, value, attributes: kept, isEmpty: true });
      }
      return value;
    }
    return type.simple === undefined
      ? type.decode(reader, this)
      : this.#readTyped(reader, at);
  }

  /** Reads a text whose element has attributes, `xsi:type` perhaps. */
  #readTyped(reader: DecodeReader, at: number): unknown {
    const { attributes, pos, declarations } = reader;
    const mark = reader.mark();
    const value = this.type.decode(reader, this);
    const isEmpty = this.#hasDefault && reader.pos === pos;
    const name = readTypeName(reader);
    if (name !== undefined) {
      const declared = this.#declared;
      const given = { name, declared, isEmpty, element: this.#descriptor };
      declarations?.checkText(reader, mark, given);
    }
    const kept = attributes.filter(({ namespace }) => namespace === XSI);
    this.#note(reader, { at, value, attributes: kept, isEmpty });
    return value;
  }

  /** XSD 1.0 Part 1 §3.3.4: a fixed value of mixed content is its text, and there are no elements. */
  #checkFixed(reader: DecodeReader, fixed: string): void {
    const mark = reader.mark();
    const text = reader.mixedText();
    if (reader.peek() !== undefined || (text !== "" && text !== fixed)) {
      const received = JSON.stringify(text);
      reader.fail("other content than the fixed one", {
        expected: JSON.stringify(fixed),
        received,
      });
    }
    reader.reset(mark);
  }

  /** Whether the element is nil. Where it may not be, it may not even say that it is not (XSD 1.0 Part 1 §3.3.4). */
  #readsNil(reader: DecodeReader, nil: Attribute): boolean {
    if (isNil(nil)) return true;
    const text = nil.value.trim();
    if (text !== "false" && text !== "0") {
      reader.fail(`xsi:nil="${text}"`, { expected: "true, false, 1 or 0" });
    }
    if (this.#descriptor.nillable !== true) this.#tolerateNil(reader);
    return false;
  }

  #note(reader: DecodeReader, note: Omit<Note, "type">): void {
    if (note.attributes.length === 0 && !note.isEmpty) return;
    reader.note = { ...note, type: readTypeName(reader) };
  }

  #tolerateNil(reader: DecodeReader): void {
    reader.tolerate("nil", `<${this.local}> may not be nil`, {
      expected: "a value",
      received: "xsi:nil",
    });
  }

  #readNil(reader: DecodeReader): null | undefined {
    const isNillable = this.#descriptor.nillable === true;
    if (!isNillable) this.#tolerateNil(reader);
    if (this.fixed !== undefined) reader.fail("a fixed value may not be nil");
    if (reader.mixedText().trim() !== "" || reader.peek() !== undefined) {
      reader.fail("a nil element with content", { expected: "no content" });
    }
    return isNillable ? null : undefined;
  }

  write(writer: XmlWriter, value: unknown, note?: Note): void {
    if (note !== undefined && Object.is(note.value, value)) {
      return this.#writeNoted(writer, value, note);
    }
    if (value === null && this.#descriptor.nillable === true) {
      const attributes = writer.attribute(XSI, "nil", "true");
      writer.start(this.namespace, this.local, { attributes });
      writer.end();
      return;
    }
    const { type } = this;
    if (type.simple === undefined) type.encode(writer, this, value);
    // Printed first: a qualified name may ask for declarations on the start tag.
    else writer.leaf(this, printSimple(writer, type.simple, value));
  }

  #writeNoted(writer: XmlWriter, value: unknown, note: Note): void {
    const { simple } = this.type;
    const isEmpty = note.isEmpty || simple === undefined;
    const text = isEmpty ? "" : printSimple(writer, simple, value);
    const attributes = printNoted(writer, note);
    writer.start(this.namespace, this.local, { attributes });
    writer.text(text);
    writer.end();
  }

  /** Writes the fixed value for an absent one. */
  writeFixed(writer: XmlWriter): void {
    writer.start(this.namespace, this.local);
    writer.text(this.fixed ?? "");
    writer.end();
  }
}

/** Makes the codec of an element; members without namespace of their own are of the one given. */
export function elementCodec(
  descriptor: ElementDescriptor,
  namespace: string,
  compiler: Compiler,
): ElementCodec {
  const { identity, sealed } = descriptor;
  const special = identity ? "identity" : sealed && "sealed";
  return special === undefined
    ? new ElementCodec(descriptor, namespace, compiler)
    : compiler.feature(special)(descriptor, namespace, compiler);
}

/** Whether it says that its element is nil. */
export function isNil(attribute: Attribute): boolean {
  const value = attribute.value.trim();
  return isNilAttribute(attribute) && (value === "true" || value === "1");
}

function isNilAttribute({ local, namespace }: Attribute): boolean {
  return local === "nil" && namespace === XSI;
}

/** Not one that is for the nodes that a message passes. */
function isOfValue({ namespace }: Attribute): boolean {
  return namespace !== SOAP_11 && namespace !== SOAP_12;
}
