// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  ComplexTypeDescriptor,
  SimpleTypeDescriptor,
} from "../descriptor.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { AttributeSet, MixedContent } from "./codec-feature.js";
import { CONTENT, VALUE } from "./content-property.js";
import type {
  Compiler,
  Cursors,
  Members,
  ParticleCodec,
  SimpleCodec,
} from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { checkKnown } from "./known-properties.js";
import { own, plainObjects } from "./own.js";
import {
  compileParticle,
  countProperties,
} from "./particles/compile-particle.js";
import { checkTaken } from "./particles/leaf-particle.js";
import { refuseAttribute } from "./refuse-attribute.js";
import { printSimple, readSimple } from "./simple-type.js";
import { namespaceOf } from "./wildcard.js";

/** Of types that have none. */
const NO_ATTRIBUTES: AttributeSet = {
  properties: [],
  decode(reader) {
    for (const attribute of reader.attributes) {
      refuseAttribute(reader, attribute);
    }
  },
  encode: () => "",
};

interface EncodedContent {
  readonly value: Members;
  /** Printed before those of the type. */
  readonly attributes: string;
}

/** Attributes and content of one complex type, what it extends included. */
export class ComplexContent {
  /** What a value is read into. */
  readonly Value = plainObjects();
  readonly hasUnqualified: boolean;
  readonly #attributes: AttributeSet;
  readonly #particles: readonly ParticleCodec[];
  readonly #known: ReadonlySet<string>;
  readonly #text: SimpleCodec | undefined;
  readonly #mixed: MixedContent | undefined;
  readonly #isAssumed: boolean;
  readonly #sharesProperties: boolean;

  constructor(parts: {
    readonly attributes: AttributeSet;
    readonly particles: readonly ParticleCodec[];
    readonly text: SimpleCodec | undefined;
    readonly mixed: MixedContent | undefined;
    readonly isAssumed: boolean;
  }) {
    const { attributes, particles, text, mixed } = parts;
    this.#attributes = attributes;
    this.#particles = particles;
    this.#text = text;
    this.#isAssumed = parts.isAssumed;
    this.#mixed = mixed;
    this.#known = new Set([
      "$type",
      ...attributes.properties,
      ...(text === undefined ? [] : [VALUE]),
      ...(mixed ? [CONTENT] : particles.flatMap((each) => each.properties)),
    ]);
    const properties = particles.flatMap((each) => each.properties);
    // Parts of a group may share some too.
    this.#sharesProperties =
      new Set(properties).size < properties.length ||
      particles.some((each) => each.parts !== undefined);
    this.hasUnqualified = particles
      .flatMap((each) => each.firstKeys)
      .some((key) => namespaceOf(key) === "");
  }

  /** Reads the element just entered. */
  decode(reader: DecodeReader, into: Members): void {
    const outer = reader.isAssumed;
    reader.isAssumed = this.#isAssumed;
    this.#attributes.decode(reader, into);
    if (this.#text !== undefined) into[VALUE] = readSimple(reader, this.#text);
    else if (this.#mixed !== undefined) this.#mixed.decode(reader, into);
    else this.#decodeMembers(reader, into);
    const rest = reader.peek();
    if (rest !== undefined) {
      reader.fail(`unexpected element <${rest.local}>`, {
        expected: this.#expected(into),
        received: `<${rest.key}>`,
      });
    }
    reader.isAssumed = outer;
  }

  #decodeMembers(reader: DecodeReader, into: Members): void {
    if (reader.breaksModel) {
      reader.tolerance.decode(reader, this.#particles, into);
      return;
    }
    for (const particle of this.#particles) {
      particle.decode(reader, into, undefined);
    }
  }

  /** What could still come, as far as the members show. */
  #expected(into: Members): string {
    const open = this.#particles.filter((each) => !each.isPresent(into));
    const names = open.flatMap((each) => each.properties).slice(0, 12);
    return names.length === 0 ? "the end" : `${names.join(", ")} or the end`;
  }

  encode(
    writer: XmlWriter,
    element: ExpandedName,
    content: EncodedContent,
  ): void {
    const { value } = content;
    checkKnown(writer, value, this.#known);
    const attributes =
      content.attributes + this.#attributes.encode(writer, value);
    let text = "";
    if (this.#text !== undefined) {
      writer.path.push(VALUE);
      text = printSimple(writer, this.#text, own(value, VALUE));
      writer.path.pop();
    }
    writer.start(element.namespace, element.local, { attributes });
    writer.text(text);
    if (this.#mixed !== undefined) this.#mixed.encode(writer, value);
    else this.#encodeMembers(writer, value);
    writer.end();
  }

  #encodeMembers(writer: XmlWriter, value: Members): void {
    const cursors: Cursors = this.#sharesProperties ? new Map() : undefined;
    for (const particle of this.#particles) {
      particle.encode(writer, value, cursors);
    }
    checkTaken(writer, value, cursors);
  }
}

/** Compiles a type with those it extends, the outermost first. */
export function complexContent(
  descriptor: ComplexTypeDescriptor,
  compiler: Compiler,
): ComplexContent {
  const levels = extensionLevels(descriptor);
  const members = levels.map((level) => ({
    namespace: level.namespace,
    particles: (level.members?.() ?? []).filter((each) => each.max !== 0),
  }));
  const counts = countProperties(members.flatMap((each) => each.particles));
  const particles = members.flatMap((level) =>
    level.particles.map((particle) =>
      compileParticle(particle, { ...level, compiler, counts }),
    ),
  );
  // Simple content of the innermost type that says so; a derived one narrows it.
  const text = levels.reduce<SimpleTypeDescriptor | undefined>(
    (outer, level) => level.text?.() ?? outer,
    undefined,
  );
  return new ComplexContent({
    attributes: attributesOf(levels, compiler),
    particles,
    text: text === undefined ? undefined : compiler.simple(text),
    mixed: levels.some((level) => level.mixed === true)
      ? compiler.feature("mixed")(particles)
      : undefined,
    isAssumed: descriptor.assumed === true,
  });
}

function attributesOf(
  levels: readonly ComplexTypeDescriptor[],
  compiler: Compiler,
): AttributeSet {
  return levels.some((level) => level.attributes ?? level.anyAttribute)
    ? compiler.feature("attributes")(levels, compiler)
    : NO_ATTRIBUTES;
}

function extensionLevels(
  descriptor: ComplexTypeDescriptor,
): ComplexTypeDescriptor[] {
  const levels = [descriptor];
  const seen = new Set(levels);
  let base = descriptor.base?.();
  while (base !== undefined && !seen.has(base)) {
    seen.add(base);
    levels.unshift(base);
    base = base.base?.();
  }
  return levels;
}
