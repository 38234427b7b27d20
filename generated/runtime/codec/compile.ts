// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { TypeDescriptor } from "../descriptor.js";
import type { CodecFeature } from "./codec-feature.js";
import { ComplexTypeCodec } from "./complex.js";
import type { Compiler, TypeCodec } from "./contracts.js";
import { elementCodec } from "./element.js";
import { simpleCodec } from "./simple.js";
import { simpleType } from "./simple-type.js";

/**
 * Codecs by descriptor: they say nothing but what the descriptor says, so sharing them shares no state. Whatever asks
 * for one of them names the features of all that it refers to, so that it does not matter who asks first.
 */
const CACHE = /* @__PURE__ */ new WeakMap<object, unknown>();

/** What `make` gave for a key the first time. */
function once<Made>(key: object, make: () => Made): Made {
  // Each key is of one kind, so what is kept for it is what `make` makes.
  const known = CACHE.get(key) as Made | undefined;
  if (known !== undefined) return known;
  const made = make();
  CACHE.set(key, made);
  return made;
}

/** Makes codecs with some features. */
export function compilerOf(features: readonly CodecFeature[] = NONE): Compiler {
  return once(features, () => createCompiler(features));
}

const NONE: readonly CodecFeature[] = [];

function createCompiler(features: readonly CodecFeature[]): Compiler {
  const all: CodecFeature = Object.assign({}, ...features);
  const compiler: Compiler = {
    element: (descriptor) =>
      once(descriptor, () => elementCodec(descriptor, "", compiler)),
    simple: (descriptor) =>
      once(descriptor, () => simpleCodec(descriptor, compiler)),
    type: (descriptor) => typeCodec(descriptor, compiler),
    feature(name) {
      const found = all[name];
      if (found === undefined) {
        throw new TypeError(
          `features.${name} is not in the operation's \`uses\``,
        );
      }
      return found;
    },
  };
  return compiler;
}

function typeCodec(descriptor: TypeDescriptor, compiler: Compiler): TypeCodec {
  switch (descriptor.kind) {
    case "complex":
      return once(descriptor, () => new ComplexTypeCodec(descriptor, compiler));
    case "any":
      return once(descriptor, () =>
        compiler.feature("anyType")(descriptor, compiler),
      );
    case "array":
      return once(descriptor, () =>
        compiler.feature("array")(descriptor, compiler),
      );
    default:
      return simpleType(compiler.simple(descriptor));
  }
}
