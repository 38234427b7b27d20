import {
  builtinType,
  type Facet,
  type QName,
  type SchemaSet,
  type SimpleType,
  type TypeReference,
} from "../model/index.js";

/** The values of a simple type, with what its bases say. */
export type SimpleShape =
  | AtomicShape
  | { readonly variety: "list"; readonly item: SimpleShape }
  | { readonly variety: "union"; readonly members: readonly SimpleShape[] };

export interface AtomicShape {
  readonly variety: "atomic";
  /** Local name of the built-in type at the end of its bases. */
  readonly builtin: string;
  /** The innermost value of each facet but patterns and literals. */
  readonly limits: ReadonlyMap<Facet["kind"], string>;
  /** The patterns of each derivation step, which are alternatives; all steps hold. */
  readonly patterns: readonly string[];
  /** Literals of the innermost enumeration, if there is one. */
  readonly literals?: readonly string[];
}

/** Bases of bases, items of items: deeper than this only in attacks. */
const maxDepth = 100;

/** The shape of a reference to a simple type; undefined for types that are not simple or not known. */
export function simpleShape(
  reference: TypeReference,
  schemas: SchemaSet,
  depth = 0,
): SimpleShape | undefined {
  if (depth > maxDepth || reference.kind === "unknown") return undefined;
  const type =
    reference.kind === "named"
      ? schemas.types.get(reference.name.key)
      : reference.type;
  if (type === undefined)
    return reference.kind === "named"
      ? builtinShape(reference.name)
      : undefined;
  return type.kind === "simple" ? shapeOf(type, schemas, depth) : undefined;
}

function builtinShape(name: QName): SimpleShape | undefined {
  const type = builtinType(name);
  if (type === undefined) return plain(name.local);
  if (type.name === "anyType") return undefined;
  if (type.variety !== "list") return plain(type.name);
  return { variety: "list", item: plain(type.itemType ?? "string") };
}

function plain(builtin: string): AtomicShape {
  return { variety: "atomic", builtin, limits: new Map(), patterns: [] };
}

function shapeOf(
  type: SimpleType,
  schemas: SchemaSet,
  depth: number,
): SimpleShape | undefined {
  switch (type.variety) {
    case "atomic":
      return restrict(simpleShape(type.base, schemas, depth + 1), type.facets);
    case "list": {
      const item = simpleShape(type.itemType, schemas, depth + 1);
      return item && { variety: "list", item };
    }
    case "union":
      return { variety: "union", members: leaves(type, schemas, depth) };
  }
}

/** Lists and unions are compared without the facets that restrict them as a whole, but for literals. */
function restrict(
  base: SimpleShape | undefined,
  facets: readonly Facet[],
): SimpleShape | undefined {
  const literals = valuesOf(facets, "enumeration");
  if (base?.variety !== "atomic")
    return base === undefined || literals.length === 0
      ? base
      : { ...plain("string"), literals };
  const patterns = valuesOf(facets, "pattern");
  const limits = new Map(base.limits);
  for (const { kind, value } of facets)
    if (kind !== "pattern" && kind !== "enumeration" && kind !== "whiteSpace")
      limits.set(kind, value.trim());
  return {
    ...base,
    limits,
    patterns:
      patterns.length === 0
        ? base.patterns
        : [...base.patterns, patterns.toSorted().join(" | ")],
    ...(literals.length === 0 ? {} : { literals }),
  };
}

function valuesOf(
  facets: readonly Facet[],
  wanted: Facet["kind"],
): readonly string[] {
  return facets.flatMap(({ kind, value }) => (kind === wanted ? [value] : []));
}

/** What a union and the unions in it are made of, each named type once: unions of unions would grow without end. */
function leaves(
  union: SimpleType,
  schemas: SchemaSet,
  depth: number,
): readonly SimpleShape[] {
  const seen = new Set<SimpleType>([union]);
  const queue: SimpleType[] = [union];
  const found: SimpleShape[] = [];
  for (const type of queue) {
    if (type.variety !== "union") continue;
    for (const reference of type.memberTypes) {
      const member = simpleTypeOf(reference, schemas);
      if (member?.variety === "union") {
        if (!seen.has(member)) queue.push(member);
        seen.add(member);
        continue;
      }
      if (member !== undefined && seen.has(member)) continue;
      if (member !== undefined) seen.add(member);
      const shape = simpleShape(reference, schemas, depth + 1);
      if (shape !== undefined) found.push(shape);
    }
  }
  return found;
}

function simpleTypeOf(
  reference: TypeReference,
  schemas: SchemaSet,
): SimpleType | undefined {
  if (reference.kind === "unknown") return undefined;
  const type =
    reference.kind === "named"
      ? schemas.types.get(reference.name.key)
      : reference.type;
  return type?.kind === "simple" ? type : undefined;
}
