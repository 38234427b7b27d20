import type { ElementDeclaration } from "./element-declaration.js";
import type { QName } from "./qname.js";
import type { SchemaSet } from "./schema-set.js";
import type { TypeDefinition } from "./type-definition.js";

type NamedType = TypeDefinition & { readonly name: QName };

interface SchemaIndex {
  readonly derived: ReadonlyMap<string, readonly NamedType[]>;
  readonly members: ReadonlyMap<string, readonly ElementDeclaration[]>;
  readonly allDerived: Map<string, readonly NamedType[]>;
  readonly allMembers: Map<string, readonly ElementDeclaration[]>;
}

const indexes = new WeakMap<SchemaSet, SchemaIndex>();

/** Named types that derive from a type, directly or not, in document order within each step. */
export function derivedTypes(
  schemas: SchemaSet,
  name: QName,
): readonly NamedType[] {
  const { derived, allDerived } = indexOf(schemas);
  return closure(name.key, { direct: derived, memo: allDerived });
}

/** Elements that may stand in for the head of a substitution group, directly or not; the head is not among them. */
export function substitutionMembers(
  schemas: SchemaSet,
  head: QName,
): readonly ElementDeclaration[] {
  const { members, allMembers } = indexOf(schemas);
  return closure(head.key, { direct: members, memo: allMembers });
}

function indexOf(schemas: SchemaSet): SchemaIndex {
  const known = indexes.get(schemas);
  if (known !== undefined) return known;
  const index = {
    derived: groupBy(schemas.types.values(), baseKey),
    members: groupBy(
      schemas.elements.values(),
      (element) => element.substitutionGroup?.key,
    ),
    allDerived: new Map(),
    allMembers: new Map(),
  };
  indexes.set(schemas, index);
  return index;
}

function baseKey(type: NamedType): string | undefined {
  if (type.kind === "complex") return type.base?.key;
  if (type.variety !== "atomic" || type.base.kind !== "named") return undefined;
  return type.base.name.key;
}

function groupBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

interface Relation<Item> {
  readonly direct: ReadonlyMap<string, readonly Item[]>;
  readonly memo: Map<string, readonly Item[]>;
}

/** Breadth first; a component met twice (a cycle the linker reported) is taken once. */
function closure<Item extends { readonly name: QName }>(
  start: string,
  { direct, memo }: Relation<Item>,
): readonly Item[] {
  const known = memo.get(start);
  if (known !== undefined) return known;
  const found = new Map<string, Item>();
  const queue = [start];
  for (const key of queue) {
    for (const item of direct.get(key) ?? []) {
      if (item.name.key === start || found.has(item.name.key)) continue;
      found.set(item.name.key, item);
      queue.push(item.name.key);
    }
  }
  const all = [...found.values()];
  memo.set(start, all);
  return all;
}
