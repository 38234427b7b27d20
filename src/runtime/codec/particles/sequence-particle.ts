import type { XmlWriter } from "../../xml/writer.js";
import type { CodecFeature } from "../codec-feature.js";
import type { Cursors, Members, ParticleCodec } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";

/** Particles one after the other, flattened into the object around. */
class SequenceParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[];
  readonly isEmptiable: boolean;
  readonly #isOptional: boolean;
  readonly parts: readonly ParticleCodec[];
  /** Those that it can begin with. */
  readonly #first: readonly ParticleCodec[];

  constructor(particles: readonly ParticleCodec[], isOptional: boolean) {
    this.parts = particles;
    this.#isOptional = isOptional;
    const required = particles.findIndex((each) => !each.isEmptiable);
    this.#first = required < 0 ? particles : particles.slice(0, required + 1);
    this.isEmptiable = isOptional || required < 0;
    this.properties = particles.flatMap((each) => each.properties);
    this.firstKeys = this.#first.flatMap((each) => each.firstKeys);
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    return this.#first.some((each) => each.starts(reader, content));
  }

  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    if (this.#isOptional && !this.starts(reader, content)) return;
    for (const particle of this.parts) {
      particle.decode(reader, into, content);
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
    for (const particle of this.parts) {
      particle.encode(writer, value, cursors);
    }
  }

  follow(keys: readonly string[], at: number): number {
    let end = at;
    for (const particle of this.parts) {
      end = particle.follow(keys, end);
      if (end < 0) break;
    }
    return end < 0 && this.#isOptional ? at : end;
  }
}

/** Sequences inside others. */
export const sequence: CodecFeature = {
  sequence: (parts, isOptional) => new SequenceParticleCodec(parts, isOptional),
};
