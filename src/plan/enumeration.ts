import type { SimpleType, TypeReference } from "../model/index.js";
import {
  builtinType,
  hasOneSpelling,
  isBuiltin,
  literalOf,
} from "./builtin-values.js";
import type { PlanContext } from "./context.js";
import {
  literal,
  union,
  type LiteralValue,
  type TypeExpression,
} from "./type-expression.js";

type AtomicType = Extract<SimpleType, { variety: "atomic" }>;

/** The literals of an enumeration as a union; undefined for types that are none. */
export function enumerationType(
  type: AtomicType,
  context: PlanContext,
): TypeExpression | undefined {
  const values = enumeratedValues(type);
  if (values.length === 0) return undefined;
  const literals = values.map((value) => literalIn(type.base, value, context));
  const known = literals.filter((value) => value !== undefined);
  if (known.length === literals.length) return union(known.map(literal));
  const [only, ...others] = atomsOf(type.base, context);
  return only?.kind === "builtin" && others.length === 0
    ? builtinType(only.name)
    : undefined;
}

/** The literal of a fixed value; undefined where other texts of it come back as they were written, or TypeScript has none. */
export function fixedType(
  type: TypeReference,
  fixed: string,
  context: PlanContext,
): TypeExpression | undefined {
  const isWritten = atomsOf(type, context).every(
    (atom) => atom.kind === "builtin" && hasOneSpelling(atom.name),
  );
  const value = isWritten ? literalIn(type, fixed, context) : undefined;
  return value === undefined ? undefined : literal(value);
}

/** The value of a simple type that a text stands for, as TypeScript writes it; undefined where it has no literal. */
function literalIn(
  type: TypeReference,
  lexical: string,
  context: PlanContext,
): LiteralValue | undefined {
  const atoms = atomsOf(type, context);
  for (const atom of atoms) {
    if (atom.kind === "open") return undefined;
    // Which member of a union takes the text depends on its other facets.
    if (atom.isNarrowed && atoms.length > 1) return undefined;
    const value = literalOf(atom.name, lexical);
    const isAdmitted =
      atom.values === undefined || atom.values.includes(lexical);
    if (value !== undefined && isAdmitted) return value;
  }
  return undefined;
}

/** A built-in type, with the values that a restriction leaves of it; or a type whose values are no literals. */
type Atom =
  | {
      readonly kind: "builtin";
      readonly name: string;
      readonly values?: readonly string[];
      /** By facets other than an enumeration. */
      readonly isNarrowed: boolean;
    }
  | { readonly kind: "open" };

const OPEN: readonly Atom[] = [{ kind: "open" }];

/** The built-in types that a simple type restricts in the end: several for a union, in the order in which they are tried. */
function atomsOf(
  reference: TypeReference,
  context: PlanContext,
  depth = 0,
): readonly Atom[] {
  if (reference.kind === "unknown" || depth > 100) return OPEN;
  if (reference.kind === "named" && isBuiltin(reference.name))
    return [{ kind: "builtin", name: reference.name.local, isNarrowed: false }];
  const type =
    reference.kind === "named"
      ? context.model.schemas.types.get(reference.name.key)
      : reference.type;
  if (type?.kind !== "simple" || type.variety === "list") return OPEN;
  if (type.variety === "union") {
    return type.memberTypes.flatMap((each) =>
      atomsOf(each, context, depth + 1),
    );
  }
  const values = enumeratedValues(type);
  const isNarrowed = type.facets.length > values.length;
  return atomsOf(type.base, context, depth + 1).map((atom) => {
    if (atom.kind === "open") return atom;
    const narrowed = { ...atom, isNarrowed: atom.isNarrowed || isNarrowed };
    return values.length === 0 ? narrowed : { ...narrowed, values };
  });
}

function enumeratedValues({ facets }: AtomicType): readonly string[] {
  return facets
    .filter((facet) => facet.kind === "enumeration")
    .map(({ value }) => value);
}
