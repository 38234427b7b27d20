// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ComplexTypeDescriptor } from "../descriptor.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { CodecFeature } from "./codec-feature.js";
import type { ComplexTypeCodec } from "./complex.js";
import { TYPE } from "./content-property.js";
import type { DecodeReader } from "./decode-reader.js";

/** The type itself and those derived from it. */
function variantsOf({
  descriptor,
}: ComplexTypeCodec): readonly ComplexTypeDescriptor[] {
  return [descriptor, ...(descriptor.derived?.() ?? [])];
}

function concrete(
  variants: readonly ComplexTypeDescriptor[],
): readonly ComplexTypeDescriptor[] {
  return variants.filter((each) => each.abstract !== true);
}

function variantCodec(
  codec: ComplexTypeCodec,
  found: ComplexTypeDescriptor | undefined,
): ComplexTypeCodec {
  if (found === undefined || found === codec.descriptor) return codec;
  // The codec of a complex type is one; its class may be that of another copy of the runtime.
  return codec.compiler.type(found) as ComplexTypeCodec;
}

function keyOf({ namespace, name }: ComplexTypeDescriptor): string | undefined {
  return name === undefined ? undefined : expandedName(namespace, name).key;
}

function decode(
  codec: ComplexTypeCodec,
  reader: DecodeReader,
  name: ExpandedName | undefined,
): ComplexTypeCodec {
  const variants = variantsOf(codec);
  const shown = (): string =>
    concrete(variants)
      .map((each) => each.name ?? "no name")
      .join(", ");
  let found: ComplexTypeDescriptor | undefined;
  if (name !== undefined) {
    found = variants.find((each) => keyOf(each) === name.key);
    if (found === undefined) {
      reader.tolerate("types", `unknown type ${name.key}`, {
        expected: `one of ${shown()}`,
        received: name.key,
      });
    }
  }
  const { descriptor } = variantCodec(codec, found);
  if (descriptor.abstract === true) {
    reader.fail(`the type ${descriptor.name} is abstract`, {
      expected: `xsi:type: one of ${shown()}`,
      received: name === undefined ? "none" : name.key,
    });
  }
  return variantCodec(codec, found);
}

function encode(
  codec: ComplexTypeCodec,
  writer: XmlWriter,
  tag: unknown,
): ComplexTypeCodec {
  const variants = variantsOf(codec);
  const shown = (): string =>
    concrete(variants)
      .map((each) => each.tag ?? each.name)
      .join(", ");
  const found =
    tag === undefined
      ? codec.descriptor
      : variants.find((each) => (each.tag ?? each.name) === tag);
  if (found === undefined) {
    writer.path.push(TYPE);
    return writer.fail(`one of ${shown()}`, tag);
  }
  if (found.abstract === true) writer.fail(`$type: one of ${shown()}`, tag);
  return variantCodec(codec, found);
}

/** Derived and abstract types: `xsi:type`. */
export const derivation: CodecFeature = { derived: { decode, encode } };
