// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { AttributeDescriptor, KnownAttributes } from "../../descriptor.js";
import { expandedName } from "../../xml/scope.js";
import type { XmlWriter } from "../../xml/writer.js";
import { ValueError } from "../../xsd/value-error.js";
import { applyWhiteSpace } from "../../xsd/white-space.js";
import { ANY_ATTRIBUTES } from "../attributes.js";
import type { AttributeSet, CodecFeature } from "../codec-feature.js";
import type {
  Compiler,
  Members,
  SimpleCodec,
  SimpleContext,
} from "../contracts.js";
import { isObject, own } from "../own.js";
import { localOf } from "../wildcard.js";

/** Attributes with those that a wildcard admits checked against the declarations of the SDK, both ways. */
function checkedAttributes(
  attributes: AttributeSet,
  known: readonly KnownAttributes[],
  compiler: Compiler,
): AttributeSet {
  const codecs = new Map<string, SimpleCodec>();
  for (const each of known.flatMap((list) => list.attributes())) {
    const { key } = expandedName(each.namespace ?? "", each.attribute);
    codecs.set(key, codecOf(each, compiler));
  }
  const check = (
    value: Members,
    context: SimpleContext,
    refuse: (error: unknown, key: string) => void,
  ): void => {
    const any = own(value, ANY_ATTRIBUTES);
    for (const [key, text] of isObject(any) ? Object.entries(any) : []) {
      const simple = codecs.get(key);
      if (simple === undefined || typeof text !== "string") continue;
      try {
        simple.parse(applyWhiteSpace(text, simple.whiteSpace), context);
      } catch (error) {
        refuse(error, key);
      }
    }
  };
  return {
    properties: attributes.properties,
    decode(reader, into) {
      attributes.decode(reader, into);
      check(into, reader, (error, key) =>
        reader.failValue(error, reader.pos, `/@${localOf(key)}`),
      );
    },
    encode(writer, value) {
      check(value, PREFIXES, (error, key) => fail(writer, error, key));
      return attributes.encode(writer, value);
    },
  };
}

function codecOf(
  { type, fixed }: AttributeDescriptor,
  compiler: Compiler,
): SimpleCodec {
  const simple = compiler.simple(type);
  return fixed === undefined
    ? simple
    : compiler.feature("constraint")(simple, { fixed });
}

/** Texts are sent as they are: what their prefixes stand for is for the sender to see to. */
const PREFIXES: SimpleContext = { lookup: () => "", prefixFor: () => "" };

function fail(writer: XmlWriter, error: unknown, key: string): void {
  if (!(error instanceof ValueError)) throw error;
  writer.path.push(ANY_ATTRIBUTES, key);
  writer.fail(error.expected, error.received);
}

/** Attributes of wildcards that the SDK has declarations of. */
export const knownAttributes: CodecFeature = {
  knownAttributes: checkedAttributes,
};
