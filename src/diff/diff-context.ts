import type {
  ElementDeclaration,
  Model,
  SchemaSet,
  TypeDefinition,
} from "../model/index.js";
import { createNode, type DiffNode } from "./diff-node.js";
import { matchNames, type NameMatches } from "./name-matches.js";
import { NamespaceMoves } from "./namespace-moves.js";

export type NamedType =
  SchemaSet["types"] extends ReadonlyMap<string, infer Type> ? Type : never;

/** Two components that wait to be compared. */
export type Comparison =
  | {
      readonly kind: "type";
      readonly old: TypeDefinition;
      readonly new: TypeDefinition;
      readonly node: DiffNode;
    }
  | {
      readonly kind: "element";
      readonly old: ElementDeclaration;
      readonly new: ElementDeclaration;
      readonly node: DiffNode;
    };

/** What the functions that compare two models share. */
export interface DiffContext {
  readonly old: Model;
  readonly new: Model;
  readonly types: NameMatches<NamedType>;
  readonly elements: NameMatches<ElementDeclaration>;
  readonly moves: NamespaceMoves;
  /** All nodes, in the order in which they were met. */
  readonly nodes: DiffNode[];
  /** Instead of recursion, because types may nest deeply. */
  readonly queue: Comparison[];
  /** Named types by the key of their base. */
  readonly oldDerived: ReadonlyMap<string, readonly NamedType[]>;
  readonly newDerived: ReadonlyMap<string, readonly NamedType[]>;
  readonly known: Map<object, Map<object, DiffNode>>;
}

export function createDiffContext(old: Model, current: Model): DiffContext {
  return {
    old,
    new: current,
    types: matchNames(old.schemas.types, current.schemas.types),
    elements: matchNames(old.schemas.elements, current.schemas.elements),
    moves: new NamespaceMoves(),
    nodes: [],
    queue: [],
    oldDerived: directlyDerived(old.schemas),
    newDerived: directlyDerived(current.schemas),
    known: new Map(),
  };
}

function directlyDerived(
  schemas: SchemaSet,
): ReadonlyMap<string, readonly NamedType[]> {
  const derived = new Map<string, NamedType[]>();
  for (const type of schemas.types.values()) {
    if (type.kind !== "complex" || type.base === undefined) continue;
    const known = derived.get(type.base.key);
    if (known === undefined) derived.set(type.base.key, [type]);
    else known.push(type);
  }
  return derived;
}

/** The node of two types; it is compared later. */
export function nodeOfTypes(
  old: TypeDefinition,
  current: TypeDefinition,
  context: DiffContext,
): DiffNode {
  const known = context.known.get(old)?.get(current);
  if (known !== undefined) return known;
  const name = current.name ?? old.name;
  const node = addNode(
    createNode(`type ${name?.local ?? "defined in place"}`, {
      old,
      new: current,
    }),
    context,
  );
  if (old.name !== undefined && current.name !== undefined)
    context.moves.note(old.name, current.name, [old, current]);
  context.queue.push({ kind: "type", old, new: current, node });
  return node;
}

/** The node of two global elements; it is compared later. */
export function nodeOfElements(
  old: ElementDeclaration,
  current: ElementDeclaration,
  context: DiffContext,
): DiffNode {
  const known = context.known.get(old)?.get(current);
  if (known !== undefined) return known;
  const node = addNode(
    createNode(`element ${current.name.local}`, { old, new: current }),
    context,
  );
  context.moves.note(old.name, current.name, [old, current]);
  context.queue.push({ kind: "element", old, new: current, node });
  return node;
}

/** How many new components an old one was compared with so far. */
export function countPairs(old: object, { known }: DiffContext): number {
  return known.get(old)?.size ?? 0;
}

function addNode(node: DiffNode, { nodes, known }: DiffContext): DiffNode {
  const { old, new: current } = node;
  if (old !== undefined && current !== undefined) {
    const pairs = known.get(old) ?? new Map<object, DiffNode>();
    pairs.set(current, node);
    known.set(old, pairs);
  }
  nodes.push(node);
  return node;
}
