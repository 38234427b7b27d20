import type { IdentityDescriptor } from "../../descriptor.js";
import type { Node } from "./node.js";
import { selectNodes } from "./select-nodes.js";

/** Reports what is wrong at a position of the message. */
export type Refuse = (at: number, message: string) => void;

/** What the fields of a selected element say. */
interface Tuple {
  readonly at: number;
  readonly texts: readonly string[];
  readonly key: string;
  /** Where a type is not known, other texts may have the same value. */
  readonly isTyped: boolean;
}

/** What a key or unique constraint found in an element and those inside it: whether there is one such tuple. */
interface Table {
  readonly isSingle: Map<string, boolean>;
  /** All tuples are. */
  isTyped: boolean;
}

/** Tables by the name of the constraint (XSD 1.0 Part 1 §3.11.5, node tables). */
type Tables = Map<string, Table>;

/** Checks the constraints of an element and of all inside it (XSD 1.0 Part 1 §3.11.4). */
export function checkConstraints(
  node: Node,
  refuse: Refuse,
): Tables | undefined {
  const inner = mergeTables(
    node.children.map((child) => checkConstraints(child, refuse)),
  );
  const { constraints } = node;
  if (constraints.length === 0) return inner;
  const tables: Tables = inner ?? new Map();
  const found = constraints.map((constraint) => ({
    constraint,
    tuples: tuplesOf(node, constraint, refuse),
  }));
  for (const { constraint, tuples } of found) {
    if (constraint.kind === "keyref") continue;
    const own = checkUnique(constraint, tuples, refuse);
    addOwn(tables, constraint.name, own);
  }
  for (const { constraint, tuples } of found) {
    if (constraint.kind !== "keyref") continue;
    checkReferences(constraint, tuples, { tables, refuse });
  }
  return tables;
}

/** The tuples of the elements that have all fields. */
function tuplesOf(
  root: Node,
  { kind, name, selector, fields }: IdentityDescriptor,
  refuse: Refuse,
): readonly Tuple[] {
  return selectNodes(root, selector).flatMap((node) => {
    const found = fields.map((field) => selectNodes(node, field));
    if (found.some((nodes) => nodes.length > 1)) {
      refuse(node.at, `${name}: a field that is there twice`);
    }
    const nodes = found.flat().filter((each) => !each.isNil);
    if (nodes.length !== fields.length) {
      if (kind === "key") refuse(node.at, `${name}: a part is missing`);
      return [];
    }
    const texts = nodes.map(({ text }) => text);
    const key = JSON.stringify(nodes.map(({ value }) => value));
    const isTyped = nodes.every((each) => each.isTyped);
    return [{ at: node.at, texts, key, isTyped }];
  });
}

function checkUnique(
  { name }: IdentityDescriptor,
  tuples: readonly Tuple[],
  refuse: Refuse,
): Table {
  const table: Table = { isSingle: new Map(), isTyped: true };
  for (const { at, texts, key, isTyped } of tuples) {
    table.isTyped &&= isTyped;
    if (table.isSingle.has(key)) {
      refuse(at, `${name}: ${texts.join(", ")} is there twice`);
    }
    table.isSingle.set(key, true);
  }
  return table;
}

function checkReferences(
  { name, refer = "" }: IdentityDescriptor,
  tuples: readonly Tuple[],
  { tables, refuse }: { readonly tables: Tables; readonly refuse: Refuse },
): void {
  const table = tables.get(refer);
  for (const { at, texts, key, isTyped } of tuples) {
    if (!isTyped || table?.isTyped === false) continue;
    if (table?.isSingle.get(key) === true) continue;
    refuse(at, `${name}: there is no ${texts.join(", ")}`);
  }
}

/** What children say differently counts for none of them; what the element itself says does. */
function addOwn(tables: Tables, name: string, own: Table): void {
  const inner = tables.get(name);
  if (inner === undefined) {
    tables.set(name, own);
    return;
  }
  for (const key of own.isSingle.keys()) inner.isSingle.set(key, true);
  inner.isTyped &&= own.isTyped;
}

/** Said, because TypeScript before 5.5 does not see it. */
function isThere(tables: Tables | undefined): tables is Tables {
  return tables !== undefined;
}

/** The tables of children in one; undefined where there are none. */
function mergeTables(all: readonly (Tables | undefined)[]): Tables | undefined {
  const [first, ...rest] = all.filter(isThere);
  if (first === undefined) return undefined;
  for (const tables of rest) {
    for (const [name, table] of tables) {
      const known = first.get(name);
      first.set(name, known === undefined ? table : mergeTable(known, table));
    }
  }
  return first;
}

function mergeTable(one: Table, other: Table): Table {
  const isLarger = one.isSingle.size >= other.isSingle.size;
  const [into, from] = isLarger ? [one, other] : [other, one];
  for (const [key, isSingle] of from.isSingle) {
    into.isSingle.set(key, isSingle && !into.isSingle.has(key));
  }
  into.isTyped &&= from.isTyped;
  return into;
}
