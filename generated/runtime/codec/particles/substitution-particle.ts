// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../../xml/writer.js";
import type { Cursors, Members, ParticleCodec } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import type { ElementCodec } from "../element.js";
import { isObject, own, setOwn } from "../own.js";
import { failMissing, takeItems, takeText } from "./element-particle.js";
import type { MemberShape } from "./element-particle.js";

/** A member for which others may stand in: an object with one property, named after the element on the wire. */
export class SubstitutionParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[];
  readonly isEmptiable: boolean;
  readonly #shape: MemberShape;
  readonly #byKey: ReadonlyMap<string, ElementCodec>;
  readonly elements: ReadonlyMap<string, ElementCodec>;
  readonly #names = new Map<ElementCodec, string>();

  constructor(elements: readonly ElementCodec[], shape: MemberShape) {
    this.#shape = shape;
    this.properties = [shape.property];
    this.isEmptiable = shape.min === 0;
    this.#byKey = new Map(elements.map((element) => [element.key, element]));
    this.firstKeys = [...this.#byKey.keys()];
    const named = new Map<string, ElementCodec>();
    for (const element of this.#byKey.values()) {
      // Two of the same local name differ by their namespace only.
      const name = named.has(element.local) ? element.key : element.local;
      named.set(name, element);
      this.#names.set(element, name);
    }
    this.elements = named;
  }

  #next(reader: DecodeReader): ElementCodec | undefined {
    const name = reader.peek();
    return name === undefined ? undefined : this.#byKey.get(name.key);
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    if (content !== undefined) takeText(reader, content);
    return this.#next(reader) !== undefined;
  }

  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    const { property, min, max, isArray } = this.#shape;
    const found = own(into, property);
    const items: unknown[] = content ?? (Array.isArray(found) ? found : []);
    let count = 0;
    while (count < max) {
      if (content !== undefined) takeText(reader, content);
      const element = this.#next(reader);
      if (element === undefined) break;
      const item = {};
      setOwn(item, this.#names.get(element) ?? "", element.read(reader));
      items.push(item);
      count++;
    }
    if (count < min) failMissing(reader, property);
    if (content !== undefined || items.length === 0) return;
    setOwn(into, property, isArray ? items : items[0]);
  }

  isPresent(value: Members): boolean {
    return own(value, this.#shape.property) !== undefined;
  }

  isSatisfied(value: Members): boolean {
    return this.isEmptiable || this.isPresent(value);
  }

  encode(writer: XmlWriter, value: Members, cursors: Cursors): void {
    const { property, isArray } = this.#shape;
    const member = own(value, property);
    writer.path.push(property);
    if (isArray) {
      const items = takeItems(writer, member, { ...this.#shape, cursors });
      items.values.forEach((item, index) => {
        writer.path.push(items.start + index);
        this.#write(writer, item);
        writer.path.pop();
      });
    } else if (member !== undefined || !this.isEmptiable) {
      this.#write(writer, member);
    }
    writer.path.pop();
  }

  #write(writer: XmlWriter, item: unknown): void {
    const names = isObject(item)
      ? Object.keys(item).filter((key) => item[key] !== undefined)
      : [];
    const [name = ""] = names;
    const element = this.elements.get(name);
    if (!isObject(item) || names.length !== 1 || element === undefined) {
      const known = [...this.elements.keys()].join(", ");
      return writer.fail(`an object with one of ${known}`, item);
    }
    writer.path.push(name);
    element.write(writer, item[name]);
    writer.path.pop();
  }

  follow(keys: readonly string[], at: number): number {
    const { min, max } = this.#shape;
    let count = 0;
    while (count < max && this.#byKey.has(keys[at + count] ?? "")) count++;
    return count < min ? -1 : at + count;
  }
}
