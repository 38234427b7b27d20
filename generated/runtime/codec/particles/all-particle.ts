// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../../xml/writer.js";
import type { CodecFeature } from "../codec-feature.js";
import type { Cursors, Members, ParticleCodec } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import { takeText } from "./leaf-particle.js";

/** Each particle at most once, in any order; the order of the object's properties is that of the wire. */
class AllParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[];
  readonly isEmptiable: boolean;
  readonly #isOptional: boolean;
  readonly parts: readonly ParticleCodec[];
  readonly isUnordered = true;
  readonly #byKey = new Map<string, ParticleCodec>();

  constructor(particles: readonly ParticleCodec[], isOptional: boolean) {
    this.parts = particles;
    this.#isOptional = isOptional;
    this.isEmptiable =
      isOptional || particles.every((each) => each.isEmptiable);
    this.properties = particles.flatMap((each) => each.properties);
    this.firstKeys = particles.flatMap((each) => each.firstKeys);
    for (const particle of particles) {
      for (const key of particle.firstKeys) this.#byKey.set(key, particle);
    }
  }

  #next(
    reader: DecodeReader,
    content: unknown[] | undefined,
  ): ParticleCodec | undefined {
    if (content !== undefined) takeText(reader, content);
    const name = reader.peek();
    return name === undefined ? undefined : this.#byKey.get(name.key);
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    return this.#next(reader, content) !== undefined;
  }

  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    if (this.#isOptional && !this.starts(reader, content)) return;
    const rest = new Set(this.parts);
    for (;;) {
      const particle = this.#next(reader, content);
      if (particle === undefined || !rest.delete(particle)) break;
      particle.decode(reader, into, content);
    }
    // Each says for itself whether it may be absent.
    for (const particle of rest) {
      if (!particle.isEmptiable) particle.decode(reader, into, content);
    }
  }

  isPresent(value: Members): boolean {
    return this.parts.some((each) => each.isPresent(value));
  }

  isSatisfied(value: Members): boolean {
    if (this.#isOptional && !this.isPresent(value)) return true;
    return this.parts.every((each) => each.isSatisfied(value));
  }

  encode(writer: XmlWriter, value: Members, cursors: Cursors): void {
    if (this.#isOptional && !this.isPresent(value)) return;
    const order = Object.keys(value);
    const place = (particle: ParticleCodec): number => {
      const at = order.indexOf(particle.properties[0] ?? "");
      return at < 0 ? order.length : at;
    };
    const sorted = [...this.parts];
    sorted.sort((a, b) => place(a) - place(b));
    for (const particle of sorted) particle.encode(writer, value, cursors);
  }

  follow(keys: readonly string[], at: number): number {
    const rest = new Set(this.parts);
    let end = at;
    for (;;) {
      const particle = this.#byKey.get(keys[end] ?? "");
      if (particle === undefined || !rest.delete(particle)) break;
      end = particle.follow(keys, end);
    }
    if (end === at && this.#isOptional) return at;
    return [...rest].every((each) => each.isEmptiable) ? end : -1;
  }
}

/** Members in any order. */
export const all: CodecFeature = {
  all: (parts, isOptional) => new AllParticleCodec(parts, isOptional),
};
