// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../../xml/writer.js";
import type { CodecFeature } from "../codec-feature.js";
import type { Cursors, Members, ParticleCodec } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import { checkKnown } from "../known-properties.js";
import { isObject, own, setOwn } from "../own.js";
import { checkTaken, failMissing, writeItems } from "./leaf-particle.js";
import type { MemberShape } from "./leaf-particle.js";

/** A group that may occur more than once: an array with one object for each time, so that the order is kept. */
class RepeatedParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[];
  readonly isEmptiable: boolean;
  readonly parts: readonly ParticleCodec[];
  readonly #group: ParticleCodec;
  readonly #shape: MemberShape;
  readonly #known: ReadonlySet<string>;

  constructor(group: ParticleCodec, shape: MemberShape) {
    this.#group = group;
    this.parts = [group];
    this.#shape = shape;
    this.properties = [shape.property];
    this.firstKeys = group.firstKeys;
    this.isEmptiable = shape.min === 0 || group.isEmptiable;
    this.#known = new Set(group.properties);
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    return this.#group.starts(reader, content);
  }

  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    const { property, min, max } = this.#shape;
    const found = own(into, property);
    const items: unknown[] = Array.isArray(found) ? found : [];
    let count = 0;
    while (count < max && this.starts(reader, content)) {
      const item: Members = {};
      this.#group.decode(reader, item, content);
      items.push(item);
      count++;
    }
    if (count < min && !this.#group.isEmptiable) {
      failMissing(reader, this.firstKeys.join("> or <"));
    }
    if (content === undefined && items.length > 0) {
      setOwn(into, property, items);
    }
  }

  isPresent(value: Members): boolean {
    return own(value, this.#shape.property) !== undefined;
  }

  isSatisfied(value: Members): boolean {
    return this.isEmptiable || this.isPresent(value);
  }

  encode(writer: XmlWriter, value: Members, cursors: Cursors): void {
    const min = this.#group.isEmptiable ? 0 : this.#shape.min;
    const shape = { ...this.#shape, min };
    writer.path.push(shape.property);
    writeItems(writer, own(value, shape.property), {
      shape,
      cursors,
      write: (_writer, item) => this.#write(writer, item),
    });
    writer.path.pop();
  }

  #write(writer: XmlWriter, item: unknown): void {
    if (!isObject(item)) return writer.fail("an object", item);
    checkKnown(writer, item, this.#known);
    const cursors: Cursors = new Map();
    this.#group.encode(writer, item, cursors);
    checkTaken(writer, item, cursors);
  }

  follow(keys: readonly string[], at: number): number {
    const { min, max } = this.#shape;
    let end = at;
    let count = 0;
    while (count < max) {
      const next = this.#group.follow(keys, end);
      if (next <= end) break;
      end = next;
      count++;
    }
    return count < min && !this.#group.isEmptiable ? -1 : end;
  }
}

/** Groups that may occur more than once. */
export const repetition: CodecFeature = {
  repeated: (group, shape) => new RepeatedParticleCodec(group, shape),
};
