// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { TypeDescriptor } from "../descriptor.js";
import { XSD } from "../xml/namespaces.js";
import { expandedName } from "../xml/scope.js";
import type { CodecFeature } from "./codec-feature.js";
import type { DecodeReader } from "./decode-reader.js";
import { ElementCodec } from "./element.js";
import { readTypeName } from "./type-name.js";

/** An element whose type no other one may stand for. */
class SealedElementCodec extends ElementCodec {
  readonly #type: TypeDescriptor | (() => TypeDescriptor);

  constructor(...given: ConstructorParameters<typeof ElementCodec>) {
    super(...given);
    this.#type = given[0].type;
  }

  override readEntered(reader: DecodeReader, at?: number): unknown {
    const given = readTypeName(reader);
    const type = this.#type;
    const key = keyOf(typeof type === "function" ? type() : type);
    if (given !== undefined && given.key !== key) {
      reader.tolerate("types", `${given.key} may not stand here`, {
        expected: key ?? "no xsi:type",
        received: given.key,
      });
    }
    return super.readEntered(reader, at);
  }
}

function keyOf(type: TypeDescriptor): string | undefined {
  if (type.kind === "any") return expandedName(XSD, "anyType").key;
  const { name } = type;
  if (name === undefined) return undefined;
  const namespace = type.kind === "atomic" ? XSD : (type.namespace ?? "");
  return expandedName(namespace, name).key;
}

/** Elements of simple or any type that block derived types. */
export const sealed: CodecFeature = {
  sealed: (...given) => new SealedElementCodec(...given),
};
