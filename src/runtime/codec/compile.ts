import type {
  ElementDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../descriptor.js";
import { AnyTypeCodec } from "./any-type.js";
import { ComplexTypeCodec } from "./complex.js";
import type { Compiler, SimpleCodec, TypeCodec } from "./contracts.js";
import { ElementCodec } from "./element.js";
import { simpleCodec } from "./simple.js";
import { simpleType } from "./simple-type.js";

interface Cache {
  readonly types: WeakMap<TypeDescriptor, TypeCodec>;
  readonly simples: WeakMap<SimpleTypeDescriptor, SimpleCodec>;
  readonly elements: WeakMap<ElementDescriptor, ElementCodec>;
}

/** Codecs by descriptor: they say nothing but what the descriptor says, so sharing them shares no state. */
function createCache(): Cache {
  return {
    types: new WeakMap(),
    simples: new WeakMap(),
    elements: new WeakMap(),
  };
}

const CACHE = /* @__PURE__ */ createCache();

/** The codec of a simple type. */
export function compileSimple(descriptor: SimpleTypeDescriptor): SimpleCodec {
  const known = CACHE.simples.get(descriptor);
  if (known !== undefined) return known;
  const codec = simpleCodec(descriptor, compileSimple);
  CACHE.simples.set(descriptor, codec);
  return codec;
}

function createType(descriptor: TypeDescriptor): TypeCodec {
  if (descriptor.kind === "complex") {
    return new ComplexTypeCodec(descriptor, COMPILER);
  }
  if (descriptor.kind === "any") return new AnyTypeCodec(descriptor, COMPILER);
  // Arrays mean something in encoded bodies only; elsewhere they are what is on the wire.
  if (descriptor.kind === "array") return createType({ kind: "any" });
  return simpleType(compileSimple(descriptor));
}

function compileType(descriptor: TypeDescriptor): TypeCodec {
  const known = CACHE.types.get(descriptor);
  if (known !== undefined) return known;
  const codec = createType(descriptor);
  CACHE.types.set(descriptor, codec);
  return codec;
}

const COMPILER: Compiler = { type: compileType, simple: compileSimple };

/** The codec of a global element; members without namespace of their own belong to none. */
export function compileElement(descriptor: ElementDescriptor): ElementCodec {
  const known = CACHE.elements.get(descriptor);
  if (known !== undefined) return known;
  const codec = new ElementCodec(descriptor, "", COMPILER);
  CACHE.elements.set(descriptor, codec);
  return codec;
}
