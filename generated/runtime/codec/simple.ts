// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AtomicTypeDescriptor,
  RestrictionDescriptor,
  SimpleTypeDescriptor,
} from "../descriptor.js";
import type { FacetCheck } from "./codec-feature.js";
import type { Compiler, SimpleCodec } from "./contracts.js";

/** Makes the codec of a simple type; `compiler` is for the types inside it. */
export function simpleCodec(
  descriptor: SimpleTypeDescriptor,
  compiler: Compiler,
): SimpleCodec {
  switch (descriptor.kind) {
    case "atomic":
      return atomicCodec(descriptor);
    case "restriction":
      return restrictionCodec(descriptor, compiler);
    case "list":
      return compiler.feature("list")(descriptor, compiler);
    case "union":
      return compiler.feature("union")(descriptor, compiler);
  }
}

function atomicCodec(descriptor: AtomicTypeDescriptor): SimpleCodec {
  const { whiteSpace, parse, print } = descriptor;
  if (descriptor.compare === undefined) return { whiteSpace, parse, print };
  return { whiteSpace, parse, print, compare: descriptor.compare };
}

function restrictionCodec(
  descriptor: RestrictionDescriptor,
  compiler: Compiler,
): SimpleCodec {
  const { base: given, patterns, slowPatterns } = descriptor;
  const base = compiler.simple(typeof given === "function" ? given() : given);
  const checks = compileFacets(descriptor, base, compiler);
  const others = (patterns ?? slowPatterns) && compiler.feature("texts");
  return {
    ...base,
    whiteSpace: descriptor.whiteSpace ?? base.whiteSpace,
    parse(text, context) {
      const value = base.parse(text, context);
      if (context.skipsFacets !== true) {
        for (const check of checks) check(value, text);
      }
      return value;
    },
    print(value, context) {
      const text = base.print(value, context);
      return findText(value, others?.(value, text) ?? [text], checks);
    },
  };
}

/** What a restriction says besides its facets. */
const NO_FACETS = /^(?:kind|base|name|namespace|whiteSpace)$/;

/** The facets of one restriction step. */
function compileFacets(
  restriction: RestrictionDescriptor,
  base: SimpleCodec,
  compiler: Compiler,
): readonly FacetCheck[] {
  const facets = Object.keys(restriction)
    .filter((key) => !NO_FACETS.test(key))
    // A restriction has no other keys than these and those of its facets.
    .map((key) => compiler.feature(key as "enumeration"));
  return [...new Set(facets)].flatMap((facet) => facet(restriction, base));
}

/** The first text of a value that the facets admit. */
function findText(
  value: unknown,
  texts: Iterable<string>,
  checks: readonly FacetCheck[],
): string {
  let refusal: unknown;
  for (const variant of texts) {
    try {
      for (const check of checks) check(value, variant);
      return variant;
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}
