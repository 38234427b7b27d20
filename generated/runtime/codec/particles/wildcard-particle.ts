// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { WildcardRule } from "../../descriptor.js";
import type { XmlWriter } from "../../xml/writer.js";
import type { Cursors, Members, ParticleCodec } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import { isObject, own, setOwn } from "../own.js";
import { readTree, writeTree } from "../tree.js";
import { admits, namespaceOf } from "../wildcard.js";
import { failMissing, takeItems, takeText } from "./element-particle.js";
import type { MemberShape } from "./element-particle.js";

/** Elements of other vocabularies, kept as trees. */
export class WildcardParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[] = [];
  readonly isEmptiable: boolean;
  readonly #rule: WildcardRule;
  readonly #shape: MemberShape;

  constructor(rule: WildcardRule, shape: MemberShape) {
    this.#rule = rule;
    this.#shape = shape;
    this.properties = [shape.property];
    this.isEmptiable = shape.min === 0;
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    if (content !== undefined) takeText(reader, content);
    const name = reader.peek();
    return name !== undefined && admits(this.#rule, name.namespace);
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
    while (count < max && this.starts(reader, content)) {
      const name = reader.peek();
      if (name === undefined) break;
      reader.enter();
      const tree = readTree(reader, name);
      reader.leave();
      // Among declared elements, `children` tells a tree from a member called "name".
      items.push(content === undefined ? tree : { children: [], ...tree });
      count++;
    }
    if (count < min) failMissing(reader, "any element");
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
    const name = isObject(item) ? own(item, "name") : undefined;
    if (typeof name === "string" && !admits(this.#rule, namespaceOf(name))) {
      writer.fail("an element of a namespace admitted here", name);
    }
    writeTree(writer, item);
  }

  follow(keys: readonly string[], at: number): number {
    const { min, max } = this.#shape;
    let count = 0;
    for (; count < max && at + count < keys.length; count++) {
      if (!admits(this.#rule, namespaceOf(keys[at + count] ?? ""))) break;
    }
    return count < min ? -1 : at + count;
  }
}
