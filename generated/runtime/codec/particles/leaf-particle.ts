// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../../xml/writer.js";
import type {
  Cursors,
  ElementAccess,
  Members,
  ParticleCodec,
} from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import { keepNote, noteOf } from "../note.js";
import type { Note } from "../note.js";
import { own, setOwn } from "../own.js";
import type { LeafKind } from "./leaf-kind.js";

export interface MemberShape {
  readonly property: string;
  readonly min: number;
  readonly max: number;
  /** The value is an array: the property may come more than once in the object around. */
  readonly isArray: boolean;
}

/** A member: one property, or items of an array. */
export class LeafParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[];
  readonly elements: ReadonlyMap<string, ElementAccess>;
  readonly isEmptiable: boolean;
  readonly kind: LeafKind;
  readonly shape: MemberShape;

  constructor(kind: LeafKind, shape: MemberShape) {
    this.kind = kind;
    this.shape = shape;
    this.properties = [shape.property];
    this.firstKeys = kind.keys;
    this.elements = kind.elements;
    this.isEmptiable = shape.min === 0;
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    if (content !== undefined) takeText(reader, content);
    return this.kind.at(reader);
  }

  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    const { isArray, property } = this.shape;
    if (isArray || content !== undefined) {
      this.#decodeItems(reader, into, content);
      return;
    }
    let value = this.kind.element?.readLeaf(reader);
    if (value === undefined) {
      if (this.kind.at(reader)) {
        const at = reader.pos;
        value = this.kind.read(reader);
        if (reader.note !== undefined) {
          keepNote(reader, at, { object: into, key: property });
        }
      } else if (!this.isEmptiable) {
        this.#failMissing(reader);
      }
    }
    if (value !== undefined) setOwn(into, property, value);
  }

  #decodeItems(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    const { kind } = this;
    const { property, min, max } = this.shape;
    const found = content ?? own(into, property);
    const items: unknown[] = Array.isArray(found) ? found : [];
    const element = content === undefined ? kind.element : undefined;
    let isNoted = false;
    let count = 0;
    while (count < max) {
      let item = element?.readLeaf(reader);
      if (item === undefined) {
        if (!this.starts(reader, content)) break;
        const at = reader.pos;
        item = kind.read(reader);
        if (reader.note !== undefined) {
          keepNote(reader, at, { object: items, key: items.length });
          isNoted = true;
        }
      }
      if (content !== undefined) items.push(kind.toContent(item));
      else if (item !== undefined) items.push(item);
      count++;
    }
    if (count < min) this.#failMissing(reader);
    if (content === undefined && items.length > 0) {
      // A copy has no room for more: a growing array keeps a lot of it.
      const exact = isNoted || items.length > 16 ? items : items.slice();
      setOwn(into, property, exact);
    }
  }

  #failMissing(reader: DecodeReader): void {
    failMissing(reader, this.kind.element?.local ?? this.shape.property);
  }

  isPresent(value: Members): boolean {
    return own(value, this.shape.property) !== undefined;
  }

  isSatisfied(value: Members): boolean {
    return this.isEmptiable || this.isPresent(value);
  }

  encode(writer: XmlWriter, value: Members, cursors: Cursors): void {
    const { property, isArray } = this.shape;
    const { element, write } = this.kind;
    const member = own(value, property);
    if (member === undefined && this.isEmptiable) return;
    writer.path.push(property);
    if (isArray) {
      writeItems(writer, member, { shape: this.shape, cursors, write });
    } else if (member === undefined) {
      if (element?.fixed === undefined) writer.fail("a value", member);
      element.writeFixed(writer);
    } else if (element !== undefined) {
      element.write(writer, member, noteOf(value, property));
    } else {
      write(writer, member, noteOf(value, property));
    }
    writer.path.pop();
  }

  follow(keys: readonly string[], at: number): number {
    const { min, max } = this.shape;
    let end = at;
    while (end < keys.length && end - at < max) {
      if (!this.kind.hasKey(keys[end] ?? "")) break;
      end++;
    }
    return end - at < min ? -1 : end;
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

export interface ItemRange {
  readonly shape: MemberShape;
  readonly cursors: Cursors;
  readonly write: (writer: XmlWriter, item: unknown, note?: Note) => void;
}

/** Writes the items that are one particle's; those after them are left for others with the same property. */
export function writeItems(
  writer: XmlWriter,
  member: unknown,
  range: ItemRange,
): void {
  const { shape, cursors, write } = range;
  const { property, min, max } = shape;
  if (member !== undefined && !Array.isArray(member)) {
    writer.fail("an array", member);
  }
  const items: readonly unknown[] = Array.isArray(member) ? member : [];
  const start = cursors?.get(property) ?? 0;
  const end = Math.min(items.length, start + max);
  if (cursors === undefined && end < items.length) {
    writer.fail(`at most ${max} items`, member);
  }
  if (end < start + min) writer.fail(`at least ${start + min} items`, member);
  for (let index = start; index < end; index++) {
    writer.path.push(index);
    write(writer, items[index], noteOf(items, index));
    writer.path.pop();
  }
  cursors?.set(property, end);
}

/** Refuses items that no particle took. */
export function checkTaken(
  writer: XmlWriter,
  value: Members,
  cursors: Cursors,
): void {
  for (const [property, taken] of cursors ?? []) {
    const items = own(value, property);
    if (!Array.isArray(items) || items.length <= taken) continue;
    writer.path.push(property);
    writer.fail(`at most ${taken} items`, items);
  }
}
