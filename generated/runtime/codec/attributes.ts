// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AttributeDescriptor,
  ComplexTypeDescriptor,
  WildcardRule,
} from "../descriptor.js";
import { XSI } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import type { Attribute } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import { ValueError } from "../xsd/value-error.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import type { AttributeSet, CodecFeature } from "./codec-feature.js";
import type { Compiler, Members, SimpleCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import { own, setOwn } from "./own.js";
import { refuseAttribute } from "./refuse-attribute.js";
import { printAttributes } from "./tree.js";
import { admits } from "./wildcard.js";

interface AttributeCodec {
  readonly namespace: string;
  readonly local: string;
  readonly key: string;
  readonly property: string;
  readonly isRequired: boolean;
  readonly fixed: string | undefined;
  readonly simple: SimpleCodec;
}

/** Property of the attributes that a wildcard admits. */
export const ANY_ATTRIBUTES = "$attributes";

/** The attributes of a complex type. */
class AttributesCodec implements AttributeSet {
  readonly properties: readonly string[];
  readonly #byKey: ReadonlyMap<string, AttributeCodec>;
  readonly #required: readonly AttributeCodec[];
  readonly #any: readonly WildcardRule[];

  constructor(levels: readonly ComplexTypeDescriptor[], compiler: Compiler) {
    const codecs = levels
      .flatMap((level) => level.attributes?.() ?? [])
      .map((each) => attributeCodec(each, compiler));
    // XSD 1.0 Part 1 §3.4.2: an extension admits what it names and what its base does.
    const any = levels.flatMap((level) => level.anyAttribute ?? []);
    this.#byKey = new Map(codecs.map((codec) => [codec.key, codec]));
    this.#required = [...this.#byKey.values()].filter(
      (codec) => codec.isRequired,
    );
    this.#any = any;
    this.properties = [
      ...[...this.#byKey.values()].map((codec) => codec.property),
      ...(any.length === 0 ? [] : [ANY_ATTRIBUTES]),
    ];
  }

  decode(reader: DecodeReader, into: Members): void {
    const { attributes } = reader;
    if (attributes.length > 0) this.#decodeGiven(reader, into);
    for (const { key, local } of this.#required) {
      if (attributes.some((attribute) => attribute.key === key)) continue;
      reader.tolerate("missing", `attribute ${local} is missing`, {
        expected: `attribute ${local}`,
        received: "none",
      });
    }
  }

  #decodeGiven(reader: DecodeReader, into: Members): void {
    const rest: Record<string, string> = {};
    let hasRest = false;
    for (const attribute of reader.attributes) {
      const codec = this.#byKey.get(attribute.key);
      if (codec !== undefined) {
        setOwn(into, codec.property, readAttribute(reader, codec, attribute));
      } else if (attribute.namespace !== XSI && this.#admits(attribute)) {
        setOwn(rest, attribute.key, attribute.value);
        hasRest = true;
      } else {
        refuseAttribute(reader, attribute);
      }
    }
    if (hasRest) into[ANY_ATTRIBUTES] = rest;
  }

  #admits(attribute: Attribute): boolean {
    return this.#any.some((rule) => admits(rule, attribute.namespace));
  }

  /** As text for the start tag. */
  encode(writer: XmlWriter, value: Members): string {
    let text = "";
    for (const codec of this.#byKey.values()) {
      text += printAttribute(writer, codec, own(value, codec.property));
    }
    const any = own(value, ANY_ATTRIBUTES);
    if (any === undefined) return text;
    writer.path.push(ANY_ATTRIBUTES);
    text += printAttributes(writer, any);
    writer.path.pop();
    return text;
  }
}

function attributeCodec(
  descriptor: AttributeDescriptor,
  compiler: Compiler,
): AttributeCodec {
  const { attribute, namespace = "", property = attribute } = descriptor;
  const { fixed } = descriptor;
  const simple = compiler.simple(descriptor.type);
  return {
    ...expandedName(namespace, attribute),
    property,
    isRequired: descriptor.required === true,
    fixed,
    simple:
      fixed === undefined
        ? simple
        : compiler.feature("constraint")(simple, { fixed }),
  };
}

function readAttribute(
  reader: DecodeReader,
  codec: AttributeCodec,
  attribute: Attribute,
): unknown {
  const text = applyWhiteSpace(attribute.value, codec.simple.whiteSpace);
  try {
    return codec.simple.parse(text, reader);
  } catch (error) {
    return reader.failValue(error, reader.pos, `/@${codec.local}`);
  }
}

function printAttribute(
  writer: XmlWriter,
  codec: AttributeCodec,
  value: unknown,
): string {
  const { namespace, local, property, simple } = codec;
  writer.path.push(property);
  let text: string | undefined;
  if (value !== undefined) {
    try {
      text = simple.print(value, writer);
    } catch (error) {
      if (error instanceof ValueError) writer.fail(error.expected, value);
      throw error;
    }
  } else if (codec.isRequired) {
    text = codec.fixed ?? writer.fail("a value", value);
  }
  const printed =
    text === undefined ? "" : writer.attribute(namespace, local, text);
  writer.path.pop();
  return printed;
}

/** Attributes, and wildcards for them. */
export const attributes: CodecFeature = {
  attributes(levels, compiler) {
    const all = new AttributesCodec(levels, compiler);
    const known = levels.flatMap((level) => level.knownAttributes?.() ?? []);
    return known.length === 0
      ? all
      : compiler.feature("knownAttributes")(all, known, compiler);
  },
};
