// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../xml/writer.js";
import type { CodecFeature, MixedContent } from "./codec-feature.js";
import type { ElementAccess, Members, ParticleCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { CONTENT } from "./content-property.js";
import { noteOf } from "./note.js";
import type { Note } from "./note.js";
import { isObject, own } from "./own.js";
import { takeText } from "./particles/leaf-particle.js";
import { writeTree } from "./tree.js";

/** Text and elements in order; the elements follow the content model. */
class MixedContentCodec implements MixedContent {
  readonly #particles: readonly ParticleCodec[];
  readonly #elements = new Map<string, ElementAccess>();

  constructor(particles: readonly ParticleCodec[]) {
    this.#particles = particles;
    particles.forEach((particle) => this.#collect(particle));
  }

  #collect(particle: ParticleCodec): void {
    for (const [name, element] of particle.elements ?? []) {
      if (!this.#elements.has(name)) this.#elements.set(name, element);
    }
    particle.parts?.forEach((part) => this.#collect(part));
  }

  decode(reader: DecodeReader, into: Members): void {
    const content: unknown[] = [];
    for (const particle of this.#particles) {
      particle.decode(reader, into, content);
    }
    takeText(reader, content);
    if (content.length > 0) into[CONTENT] = content;
  }

  encode(writer: XmlWriter, value: Members): void {
    const content = own(value, CONTENT) ?? [];
    writer.path.push(CONTENT);
    if (!Array.isArray(content)) writer.fail("an array", content);
    const keys: string[] = [];
    content.forEach((item: unknown, index) => {
      writer.path.push(index);
      if (typeof item === "string") writer.text(item);
      else keys.push(this.#writeItem(writer, item, noteOf(content, index)));
      writer.path.pop();
    });
    this.#checkOrder(writer, keys);
    writer.path.pop();
  }

  /** The key of the element written. */
  #writeItem(writer: XmlWriter, item: unknown, note: Note | undefined): string {
    if (!isObject(item)) return writer.fail("a text or an element", item);
    const names = Object.keys(item);
    const [name = ""] = names;
    const element = names.length === 1 ? this.#elements.get(name) : undefined;
    if (element === undefined) {
      writeTree(writer, item);
      return String(own(item, "name"));
    }
    writer.path.push(name);
    element.write(writer, item[name], note);
    writer.path.pop();
    return element.key;
  }

  #checkOrder(writer: XmlWriter, keys: readonly string[]): void {
    let at = 0;
    for (const particle of this.#particles) {
      const end = particle.follow(keys, at);
      if (end < 0) {
        const names = particle.properties.join(" or ");
        writer.fail(`${names} as the schema orders it`, keys[at]);
      }
      at = end;
    }
    if (at < keys.length) writer.fail("no further element", keys[at]);
  }
}

/** Mixed content. */
export const mixed: CodecFeature = {
  mixed: (particles) => new MixedContentCodec(particles),
};
