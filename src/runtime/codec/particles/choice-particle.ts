import type { XmlWriter } from "../../xml/writer.js";
import type { CodecFeature } from "../codec-feature.js";
import type { Cursors, Members, ParticleCodec } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import { localOf } from "../wildcard.js";
import { failMissing, takeText } from "./leaf-particle.js";

/** One of several branches, flattened into the object around. */
class ChoiceParticleCodec implements ParticleCodec {
  readonly properties: readonly string[];
  readonly firstKeys: readonly string[];
  readonly isEmptiable: boolean;
  readonly parts: readonly ParticleCodec[];
  readonly #byKey = new Map<string, ParticleCodec>();

  constructor(branches: readonly ParticleCodec[], isOptional: boolean) {
    this.parts = branches;
    this.isEmptiable = isOptional || branches.some((each) => each.isEmptiable);
    this.properties = [...new Set(branches.flatMap((each) => each.properties))];
    this.firstKeys = branches.flatMap((each) => each.firstKeys);
    for (const branch of branches) {
      for (const key of branch.firstKeys) {
        if (!this.#byKey.has(key)) this.#byKey.set(key, branch);
      }
    }
  }

  #branch(
    reader: DecodeReader,
    content: unknown[] | undefined,
  ): ParticleCodec | undefined {
    if (content !== undefined) takeText(reader, content);
    const name = reader.peek();
    if (name === undefined) return undefined;
    const branch = this.#byKey.get(name.key);
    // What no branch names may still be for a wildcard.
    return branch ?? this.parts.find((each) => each.starts(reader, content));
  }

  starts(reader: DecodeReader, content: unknown[] | undefined): boolean {
    return this.#branch(reader, content) !== undefined;
  }

  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void {
    const branch = this.#branch(reader, content);
    if (branch !== undefined) branch.decode(reader, into, content);
    else if (!this.isEmptiable) failMissing(reader, this.#names("> or <"));
  }

  #names(separator: string): string {
    return this.firstKeys.map(localOf).join(separator) || "any element";
  }

  isPresent(value: Members): boolean {
    return this.parts.some((each) => each.isPresent(value));
  }

  isSatisfied(value: Members): boolean {
    if (!this.isPresent(value)) return this.isEmptiable;
    return this.parts.some((each) => each.isSatisfied(value));
  }

  encode(writer: XmlWriter, value: Members, cursors: Cursors): void {
    const present = this.parts.filter((each) => each.isPresent(value));
    const [first] = present;
    if (first === undefined) {
      if (!this.isEmptiable) {
        const names = [...this.properties].join(", ");
        writer.fail(`one of ${names}`, undefined);
      }
      return;
    }
    const branch = present.length === 1 ? first : this.#widest(writer, value);
    branch.encode(writer, value, cursors);
  }

  /** Branches may share properties; the one that is meant has all that are given. */
  #widest(writer: XmlWriter, value: Members): ParticleCodec {
    const given = this.properties.filter(
      (property) =>
        Object.hasOwn(value, property) && value[property] !== undefined,
    );
    const wide = this.parts.filter((each) =>
      given.every((property) => each.properties.includes(property)),
    );
    const branch = wide.find((each) => each.isSatisfied(value)) ?? wide[0];
    if (branch !== undefined) return branch;
    const names = [...this.properties].join(", ");
    return writer.fail(`only one of ${names}`, given.join(" and "));
  }

  follow(keys: readonly string[], at: number): number {
    for (const branch of this.parts) {
      const end = branch.follow(keys, at);
      if (end > at) return end;
    }
    return this.isEmptiable ? at : -1;
  }
}

/** Choices. */
export const choice: CodecFeature = {
  choice: (parts, isOptional) => new ChoiceParticleCodec(parts, isOptional),
};
