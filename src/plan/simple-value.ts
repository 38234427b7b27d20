import type { Facet, SimpleType, TypeReference } from "../model/index.js";
import { builtinType, literalOf } from "./builtin-values.js";
import type { PlanContext } from "./context.js";
import {
  number,
  object,
  reference,
  strings,
  text,
  thunk,
  array,
  type Expression,
} from "./expression.js";
import { translatePattern } from "./pattern.js";
import { isBuiltin, planReference, type AnonymousUse } from "./references.js";
import {
  arrayOf,
  literal,
  union,
  type TypeExpression,
} from "./type-expression.js";
import type { ValuePlan } from "./value-plan.js";

/** The value of a simple type where it stands: TypeScript type and descriptor spelt out. */
export function planSimpleValue(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): ValuePlan {
  return {
    type: simpleTypeExpression(type, use, context),
    descriptor: simpleDescriptor(type, use, context),
    sample: sampleOf(type, use, context),
  };
}

function sampleOf(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): ValuePlan["sample"] {
  const key = type.name?.key ?? `${use.ownerKey}/${use.local}`;
  context.anonymousSimpleTypes.set(key, type);
  return { kind: "simple", key };
}

/** `"a" | "b"` for enumerations, the base's type for other restrictions, arrays for lists. */
export function simpleTypeExpression(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): TypeExpression {
  switch (type.variety) {
    case "list":
      return arrayOf(
        planReference(type.itemType, memberUse(use, "Item"), context).type,
      );
    case "union":
      return union(
        type.memberTypes.map(
          (member, index) =>
            planReference(member, memberUse(use, `Member${index + 1}`), context)
              .type,
        ),
      );
    case "atomic":
      return (
        enumerationType(type, context) ??
        planReference(type.base, memberUse(use, "Base"), context).type
      );
  }
}

/** Types written inside a simple type are named after it. */
function memberUse(use: AnonymousUse, suffix: string): AnonymousUse {
  return { ...use, local: `${use.local}${suffix}`, documentation: undefined };
}

function enumerationType(
  type: Extract<SimpleType, { variety: "atomic" }>,
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
export function primitiveOf(
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

export function simpleDescriptor(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): Expression {
  const member = (reference: TypeReference, suffix: string): Expression =>
    planReference(reference, memberUse(use, suffix), context).descriptor;
  const identity = {
    name: type.name === undefined ? undefined : text(type.name.local),
    namespace:
      type.name === undefined
        ? undefined
        : reference("namespaces", type.name.namespace),
  };
  switch (type.variety) {
    case "list":
      return object({
        kind: text("list"),
        ...identity,
        item: lazily(member(type.itemType, "Item")),
      });
    case "union": {
      const members = type.memberTypes.map((each, index) =>
        member(each, `Member${index + 1}`),
      );
      return object({
        kind: text("union"),
        ...identity,
        members: thunk(array(members)),
      });
    }
    case "atomic":
      return object({
        kind: text("restriction"),
        ...identity,
        base: lazily(member(type.base, "Base")),
        ...facetEntries(type.facets),
      });
  }
}

/** Descriptors of this SDK may be declared later in the module: referred to from a thunk. */
function lazily(descriptor: Expression): Expression {
  return descriptor.kind === "reference" && descriptor.module === "xsd"
    ? descriptor
    : thunk(descriptor);
}

function facetEntries(
  facets: readonly Facet[],
): Readonly<Record<string, Expression | undefined>> {
  const valueOf = (kind: Facet["kind"]): string | undefined =>
    facets.find((facet) => facet.kind === kind)?.value.trim();
  const count = (kind: Facet["kind"]): Expression | undefined => {
    const value = valueOf(kind);
    return value === undefined || !/^\+?\d+$/.test(value)
      ? undefined
      : number(Number(value));
  };
  const bound = (kind: Facet["kind"]): Expression | undefined => {
    const value = valueOf(kind);
    return value === undefined ? undefined : text(value);
  };
  const enumeration = facets
    .filter((facet) => facet.kind === "enumeration")
    .map((facet) => facet.value);
  const patterns = facets
    .filter((facet) => facet.kind === "pattern")
    .map((facet) => translatePattern(facet.value));
  return {
    enumeration: enumeration.length === 0 ? undefined : strings(enumeration),
    // Patterns of one derivation step are alternatives (XML Schema part 2 §4.3.4.3).
    patterns:
      patterns.length === 0 || patterns.includes(undefined)
        ? undefined
        : array([strings(patterns.filter((pattern) => pattern !== undefined))]),
    length: count("length"),
    minLength: count("minLength"),
    maxLength: count("maxLength"),
    minInclusive: bound("minInclusive"),
    maxInclusive: bound("maxInclusive"),
    minExclusive: bound("minExclusive"),
    maxExclusive: bound("maxExclusive"),
    totalDigits: count("totalDigits"),
    fractionDigits: count("fractionDigits"),
    whiteSpace: bound("whiteSpace"),
  };
}
