import type { XmlWriter } from "../../xml/writer.js";
import type { Cursors, Members, ParticleCodec } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import type { ElementCodec } from "../element.js";
import { own, setOwn } from "../own.js";

export interface MemberShape {
  readonly property: string;
  readonly min: number;
  readonly max: number;
  /** The value is an array: the property may come more than once in the object around. */
  readonly isArray: boolean;
}

/** An element as a member: one property, or items of an array. */
export class ElementParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[];
  readonly isEmptiable: boolean;
  readonly element: ElementCodec;
  readonly elements: ReadonlyMap<string, ElementCodec>;
  readonly shape: MemberShape;

  constructor(element: ElementCodec, shape: MemberShape) {
    this.element = element;
    this.elements = new Map([[shape.property, element]]);
    this.shape = shape;
    this.properties = [shape.property];
    this.firstKeys = [element.key];
    this.isEmptiable = shape.min === 0;
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    if (content !== undefined) takeText(reader, content);
    return reader.at(this.element);
  }

  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    if (content !== undefined) return this.#decodeMixed(reader, content);
    const { isArray, property } = this.shape;
    if (isArray) return this.#decodeItems(reader, into);
    if (reader.at(this.element)) {
      const value = this.element.read(reader);
      if (value !== undefined) setOwn(into, property, value);
    } else if (!this.isEmptiable) {
      failMissing(reader, this.element.local);
    }
  }

  #decodeItems(reader: DecodeReader, into: Members): void {
    const { element } = this;
    const { property, min, max } = this.shape;
    const found = own(into, property);
    const items: unknown[] = Array.isArray(found) ? found : [];
    let count = 0;
    while (count < max && reader.at(element)) {
      const value = element.read(reader);
      if (value !== undefined) items.push(value);
      count++;
    }
    if (count < min) failMissing(reader, element.local);
    if (items.length > 0) setOwn(into, property, items);
  }

  #decodeMixed(reader: DecodeReader, content: unknown[]): void {
    const { element } = this;
    const { property, min, max } = this.shape;
    let count = 0;
    while (count < max && this.starts(reader, content)) {
      const item = {};
      setOwn(item, property, element.read(reader));
      content.push(item);
      count++;
    }
    if (count < min) failMissing(reader, element.local);
  }

  isPresent(value: Members): boolean {
    return own(value, this.shape.property) !== undefined;
  }

  isSatisfied(value: Members): boolean {
    return this.isEmptiable || this.isPresent(value);
  }

  encode(writer: XmlWriter, value: Members, cursors: Cursors): void {
    const { property, isArray } = this.shape;
    const member = own(value, property);
    writer.path.push(property);
    if (isArray) {
      this.#encodeItems(writer, member, cursors);
    } else if (member !== undefined) {
      this.element.write(writer, member);
    } else if (!this.isEmptiable) {
      if (this.element.fixed === undefined) writer.fail("a value", member);
      this.element.writeFixed(writer);
    }
    writer.path.pop();
  }

  #encodeItems(writer: XmlWriter, member: unknown, cursors: Cursors): void {
    const items = takeItems(writer, member, { ...this.shape, cursors });
    items.values.forEach((item, index) => {
      writer.path.push(items.start + index);
      this.element.write(writer, item);
      writer.path.pop();
    });
  }

  follow(keys: readonly string[], at: number): number {
    const { min, max } = this.shape;
    let count = 0;
    while (count < max && keys[at + count] === this.element.key) count++;
    return count < min ? -1 : at + count;
  }
}

/** Moves the text before the next child of mixed content. */
export function takeText(reader: DecodeReader, content: unknown[]): void {
  const text = reader.mixedText();
  if (text !== "") content.push(text);
}

/** Reports that an element that has to be here is not. */
export function failMissing(reader: DecodeReader, name: string): void {
  const next = reader.peek();
  const received = next === undefined ? "the end" : `<${next.local}>`;
  reader.tolerate("missing", `expected <${name}>, received ${received}`, {
    expected: `<${name}>`,
    received,
  });
}

export interface ItemRange extends MemberShape {
  readonly cursors: Cursors;
}

interface TakenItems {
  readonly values: readonly unknown[];
  readonly start: number;
}

/** The items of an array that are this particle's; those after them are left for others with the same property. */
export function takeItems(
  writer: XmlWriter,
  member: unknown,
  range: ItemRange,
): TakenItems {
  const { property, min, max, cursors } = range;
  if (member !== undefined && !Array.isArray(member)) {
    return writer.fail("an array", member);
  }
  const all: readonly unknown[] = member ?? [];
  const start = cursors.get(property) ?? 0;
  const values = all.slice(start, start + max);
  if (values.length < min) {
    writer.fail(`at least ${start + min} items`, member);
  }
  cursors.set(property, start + values.length);
  return { values, start };
}
