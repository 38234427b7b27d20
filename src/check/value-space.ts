import {
  MICROSOFT_TYPES_NAMESPACE,
  XSD_NAMESPACE,
  type Facet,
  type QName,
  type SchemaSet,
  type SimpleType,
  type TypeReference,
} from "../model/index.js";
import { checkablePattern } from "../plan/index.js";
import { compilerOf } from "../runtime/codec/compile.js";
import type { SimpleCodec, SimpleContext } from "../runtime/codec/contracts.js";
import { SIMPLE_FEATURES } from "../runtime/codec/simple-features.js";
import type {
  RestrictionDescriptor,
  SimpleTypeDescriptor,
  SlowPattern,
} from "../runtime/descriptor.js";
import * as builtIns from "../runtime/xsd.js";
import { ValueError } from "../runtime/xsd/value-error.js";
import { applyWhiteSpace } from "../runtime/xsd/white-space.js";

/** The values of simple types, as the codec has them. */
export interface ValueSpaces {
  /** The codec of a simple type; undefined where the type is not known or admits anything. */
  codecOf(type: TypeReference): SimpleCodec | undefined;
}

/** Prefixes of QNames are those of the schema document, which is not at hand: any will do. */
const CONTEXT: SimpleContext = { lookup: () => "", prefixFor: () => "" };

/** The value of a text, or what was expected instead of it. */
export function readValue(
  codec: SimpleCodec,
  text: string,
): { readonly value: unknown } | { readonly expected: string } {
  try {
    const normalized = applyWhiteSpace(text, codec.whiteSpace);
    return { value: codec.parse(normalized, CONTEXT) };
  } catch (error) {
    if (error instanceof ValueError) return { expected: error.expected };
    throw error;
  }
}

const atoms: ReadonlyMap<string, unknown> = new Map(Object.entries(builtIns));

export function createValueSpaces(schemas: SchemaSet): ValueSpaces {
  const known = new Map<SimpleType, SimpleTypeDescriptor | undefined>();
  const compiler = compilerOf(SIMPLE_FEATURES);
  const describe = (
    reference: TypeReference,
  ): SimpleTypeDescriptor | undefined => {
    if (reference.kind === "unknown") return undefined;
    const builtIn =
      reference.kind === "named" ? builtInOf(reference.name) : undefined;
    if (builtIn !== undefined) return builtIn;
    const type =
      reference.kind === "named"
        ? schemas.types.get(reference.name.key)
        : reference.type;
    if (type?.kind !== "simple") return undefined;
    if (known.has(type)) return known.get(type);
    // While it is being described, and for good where it leads back to itself.
    known.set(type, undefined);
    const descriptor = describeSimple(type, describe);
    known.set(type, descriptor);
    return descriptor;
  };
  return {
    codecOf(type) {
      const descriptor = describe(type);
      return descriptor && compiler.simple(descriptor);
    },
  };
}

function builtInOf({
  namespace,
  local,
}: QName): SimpleTypeDescriptor | undefined {
  const isBuiltIn =
    namespace === XSD_NAMESPACE || namespace === MICROSOFT_TYPES_NAMESPACE;
  const found = isBuiltIn ? atoms.get(local) : undefined;
  return isSimple(found) ? found : undefined;
}

function isSimple(found: unknown): found is SimpleTypeDescriptor {
  if (typeof found !== "object" || found === null || !("kind" in found))
    return false;
  return found.kind === "atomic" || found.kind === "list";
}

type Describe = (type: TypeReference) => SimpleTypeDescriptor | undefined;

function describeSimple(
  type: SimpleType,
  describe: Describe,
): SimpleTypeDescriptor | undefined {
  switch (type.variety) {
    case "list": {
      const item = describe(type.itemType);
      return item && { kind: "list", item };
    }
    case "union": {
      const members = type.memberTypes.map(describe);
      const all = members.filter((member) => member !== undefined);
      return all.length < members.length
        ? undefined
        : { kind: "union", members: () => all };
    }
    case "atomic": {
      const base = describe(type.base);
      return base && { kind: "restriction", base, ...facetsOf(type.facets) };
    }
  }
}

/** Facets that are well-formed; the others are reported where they stand. */
function facetsOf(
  facets: readonly Facet[],
): Omit<RestrictionDescriptor, "kind" | "base"> {
  const entries: Record<string, unknown> = {};
  const enumeration: string[] = [];
  const patterns: SlowPattern[] = [];
  let isChecked = true;
  for (const { kind, value } of facets) {
    if (kind === "enumeration") enumeration.push(value);
    else if (kind === "pattern") {
      const pattern = checkablePattern(value);
      if (pattern.kind === "unchecked") isChecked = false;
      else patterns.push(pattern);
    } else if (kind === "whiteSpace" || /clusive$/.test(kind)) {
      entries[kind] = value;
    } else if (/^\+?\d+$/.test(value)) {
      entries[kind] = Number(value);
    }
  }
  return {
    ...entries,
    ...(enumeration.length === 0 ? {} : { enumeration }),
    ...(isChecked && patterns.length > 0 ? { slowPatterns: patterns } : {}),
  };
}
