// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ElementDescriptor } from "../../descriptor.js";
import { XmlWriter } from "../../xml/writer.js";
import type { CodecFeature } from "../codec-feature.js";
import type { Compiler } from "../contracts.js";
import { DecodeReader } from "../decode-reader.js";
import { ElementCodec } from "../element.js";
import type { Note } from "../note.js";
import { checkConstraints } from "./check-constraints.js";
import { readNode } from "./read-node.js";

/**
 * Readers and writers that are in an element with constraints: what is checked for the outermost one is checked for all
 * inside it.
 */
const BUSY = /* @__PURE__ */ new WeakSet<object>();

function whileBusy<Result>(key: object, work: () => Result): Result {
  BUSY.add(key);
  try {
    return work();
  } finally {
    BUSY.delete(key);
  }
}

/** What was written has passed the limits of the writer. */
const NO_LIMITS = {
  maxDepth: Infinity,
  maxAttributes: Infinity,
  maxReferences: Infinity,
  maxSize: Infinity,
};

/** An element with identity constraints (XSD 1.0 Part 1 §3.11). Few have them, so that going over it twice costs little. */
class ConstrainedElementCodec extends ElementCodec {
  readonly #element: ElementDescriptor;
  readonly #compiler: Compiler;

  constructor(
    descriptor: ElementDescriptor,
    namespace: string,
    compiler: Compiler,
  ) {
    super(descriptor, namespace, compiler);
    this.#element = descriptor;
    this.#compiler = compiler;
  }

  override readEntered(reader: DecodeReader, at?: number): unknown {
    const read = (): unknown => super.readEntered(reader, at);
    if (BUSY.has(reader)) return read();
    const mark = reader.mark();
    const { attributes } = reader;
    const value = whileBusy(reader, read);
    const end = reader.mark();
    const last = reader.attributes;
    reader.reset(mark);
    reader.attributes = attributes;
    const root = readNode(reader, { key: "", at: mark.pos }, this.#element);
    reader.reset(end);
    reader.attributes = last;
    checkConstraints(root, (position, message) =>
      reader.tolerate("identity", message, { at: position }),
    );
    return value;
  }

  override write(writer: XmlWriter, value: unknown, note?: Note): void {
    const write = (to: XmlWriter): void => super.write(to, value, note);
    if (BUSY.has(writer)) return write(writer);
    this.#checkWritten(writer, write);
    whileBusy(writer, () => write(writer));
  }

  /** Reads what would be sent, as its receiver does. */
  #checkWritten(writer: XmlWriter, write: (to: XmlWriter) => void): void {
    const copy = new XmlWriter();
    copy.path.push(...writer.path);
    whileBusy(copy, () => write(copy));
    const options = { limits: NO_LIMITS };
    const reader = new DecodeReader(copy.finish(), options, this.#compiler);
    reader.peek();
    reader.enter();
    const root = readNode(reader, { key: "", at: reader.pos }, this.#element);
    checkConstraints(root, (position, message) => {
      // The first step is the element itself, whose path the writer has.
      const [, , ...steps] = reader.pathAt(position).split("/");
      writer.path.push(...steps.flatMap(propertySteps));
      writer.fail("what its identity constraints admit", message);
    });
  }
}

/** `name[2]` of a path in XML as the steps to a value. */
function propertySteps(step: string): readonly (string | number)[] {
  const [name = "", number] = step.split(/[[\]]/);
  return number === undefined ? [name] : [name, Number(number) - 1];
}

/** Keys, references to them, and what is to be unique. */
export const identity: CodecFeature = {
  identity: (descriptor, namespace, compiler) =>
    new ConstrainedElementCodec(descriptor, namespace, compiler),
};
