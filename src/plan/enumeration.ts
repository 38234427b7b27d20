import type { SimpleType, TypeReference } from "../model/index.js";
import { builtinType, isBuiltin, literalOf } from "./builtin-values.js";
import type { PlanContext } from "./context.js";
import { literal, union, type TypeExpression } from "./type-expression.js";

type AtomicType = Extract<SimpleType, { variety: "atomic" }>;

/** The literals of an enumeration as a union; undefined for types that are none. */
export function enumerationType(
  type: AtomicType,
  context: PlanContext,
): TypeExpression | undefined {
  const values = type.facets.filter((facet) => facet.kind === "enumeration");
  if (values.length === 0) return undefined;
  const primitive = primitiveOf(type.base, context);
  if (primitive === undefined) return undefined;
  const literals = values.map((facet) => literalOf(primitive, facet.value));
  const known = literals.filter((value) => value !== undefined);
  return known.length < literals.length
    ? builtinType(primitive)
    : union(known.map(literal));
}

/** The built-in type a reference restricts in the end; undefined for lists, unions and what is not known. */
function primitiveOf(
  type: TypeReference,
  context: PlanContext,
): string | undefined {
  let current = type;
  for (let depth = 0; depth < 100; depth++) {
    if (current.kind === "unknown") return undefined;
    if (current.kind === "named" && isBuiltin(current.name))
      return current.name.local;
    const definition =
      current.kind === "named"
        ? context.model.schemas.types.get(current.name.key)
        : current.type;
    if (definition?.kind !== "simple" || definition.variety !== "atomic")
      return undefined;
    current = definition.base;
  }
  return undefined;
}
