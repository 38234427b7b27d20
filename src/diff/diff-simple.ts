import { builtinTypes } from "../model/index.js";
import { builtinType, type TypeExpression } from "../plan/index.js";
import { edit, type DiffSite } from "./diff-node.js";
import { diffLimits } from "./diff-limits.js";
import type { AtomicShape, SimpleShape } from "./simple-shape.js";

/** Compares the values that two simple types have. */
export function diffSimple(
  site: DiffSite,
  was: SimpleShape,
  is: SimpleShape,
): void {
  if (was.variety === "atomic" && is.variety === "atomic")
    return diffAtomic(site, was, is);
  if (was.variety === "list" && is.variety === "list")
    return diffSimple(site, was.item, is.item);
  if (was.variety !== "list" && is.variety !== "list")
    return diffUnions(site, was, is);
  edit(site, "type-changed", [describeShape(was), describeShape(is)]);
}

function diffAtomic(site: DiffSite, was: AtomicShape, is: AtomicShape): void {
  const relation = relate(was.builtin, is.builtin);
  const texts = [describeShape(was), describeShape(is)] as const;
  if (relation === "other") return edit(site, "type-changed", texts);
  diffRepresentation(site, was, is);
  if (relation !== "same")
    edit(
      site,
      relation === "wider" ? "values-widened" : "values-narrowed",
      texts,
    );
  diffLiterals(site, was, is);
  diffLimits(site, was, is);
}

/** What the SDK makes of a built-in type. */
function diffRepresentation(
  site: DiffSite,
  was: AtomicShape,
  is: AtomicShape,
): void {
  const [old, current] = [was, is].map(({ builtin }) =>
    describeType(builtinType(builtin)),
  );
  if (old === current) return;
  edit(site, "representation-changed", [
    `${describeShape(was)} (${old ?? ""})`,
    `${describeShape(is)} (${current ?? ""})`,
  ]);
}

function describeType(type: TypeExpression): string {
  if (type.kind === "keyword") return type.text;
  return "name" in type ? type.name : type.kind;
}

function diffLiterals(
  site: DiffSite,
  { literals: was, builtin: old }: AtomicShape,
  { literals: is, builtin: current }: AtomicShape,
): void {
  if (was === undefined && is === undefined) return;
  if (was === undefined)
    return edit(site, "enumeration-added", [`any xs:${old}`, quoteAll(is)]);
  if (is === undefined) {
    const texts = [quoteAll(was), `any xs:${current}`] as const;
    return edit(site, "enumeration-removed", texts);
  }
  const [before, after] = [new Set(was), new Set(is)];
  const removed = was.filter((literal) => !after.has(literal));
  const added = is.filter((literal) => !before.has(literal));
  if (removed.length > 0)
    edit(site, "literal-removed", [quoteAll(removed), ""]);
  if (added.length > 0) edit(site, "literal-added", ["", quoteAll(added)]);
}

const maxShown = 8;

function quoteAll(literals: readonly string[] = []): string {
  const shown = literals.slice(0, maxShown).map((text) => JSON.stringify(text));
  const rest = literals.length - maxShown;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

/** Unions by what they are made of; literals of all members together. */
function diffUnions(site: DiffSite, was: SimpleShape, is: SimpleShape): void {
  const [old, current] = [membersOf(was), membersOf(is)];
  const isOpen = [old, current].map((members) => members.some(isAnyString));
  // Where any text is allowed on both sides, literals only document.
  if (isOpen.every(Boolean)) return;
  const [before, after] = [keysOf(old), keysOf(current)];
  const added = current.filter((member) => !before.has(keyOf(member)));
  const removed = old.filter((member) => !after.has(keyOf(member)));
  if (added.length + removed.length > 0) {
    const isBoth = added.length > 0 && removed.length > 0;
    const direction = added.length > 0 ? "widened" : "narrowed";
    edit(site, `values-${isBoth ? "changed" : direction}`, [
      describeAll(old),
      describeAll(current),
    ]);
  }
  const both = [old, current].map(literalsOf);
  if (both.some(({ length }) => length > 0)) diffUnionLiterals(site, both);
  const kinds = [old, current].map(representations);
  if (kinds[0] !== kinds[1])
    edit(site, "representation-changed", [kinds[0] ?? "", kinds[1] ?? ""]);
}

function diffUnionLiterals(
  site: DiffSite,
  [was = [], is = []]: readonly (readonly string[])[],
): void {
  const empty = { variety: "atomic", builtin: "string" } as const;
  const shape = (literals: readonly string[]): AtomicShape => ({
    ...empty,
    limits: new Map(),
    patterns: [],
    literals,
  });
  diffLiterals(site, shape(was), shape(is));
}

function membersOf(shape: SimpleShape): readonly SimpleShape[] {
  return shape.variety === "union" ? shape.members : [shape];
}

function isAnyString(shape: SimpleShape): boolean {
  return (
    shape.variety === "atomic" &&
    shape.builtin === "string" &&
    keyOf(shape) === keyOf({ ...shape, limits: new Map(), patterns: [] }) &&
    shape.literals === undefined
  );
}

function keysOf(shapes: readonly SimpleShape[]): ReadonlySet<string> {
  return new Set(shapes.map(keyOf));
}

/** Equal for members that have the same values but for literals. */
function keyOf(shape: SimpleShape): string {
  if (shape.variety !== "atomic") return describeShape(shape);
  const { builtin, limits, patterns, literals } = shape;
  const isList = literals !== undefined;
  return JSON.stringify([builtin, [...limits], patterns, isList]);
}

function literalsOf(shapes: readonly SimpleShape[]): readonly string[] {
  return shapes.flatMap((shape) =>
    shape.variety === "atomic" ? (shape.literals ?? []) : [],
  );
}

function representations(shapes: readonly SimpleShape[]): string {
  const names = shapes.map((shape) =>
    shape.variety === "atomic"
      ? describeType(builtinType(shape.builtin))
      : "array",
  );
  return [...new Set(names)].toSorted().join(" | ");
}

function describeAll(shapes: readonly SimpleShape[]): string {
  return [...new Set(shapes.map(describeShape))].join(" | ");
}

/** `xs:int`, `list of xs:int`, `xs:int | xs:string`. */
export function describeShape(shape: SimpleShape): string {
  switch (shape.variety) {
    case "atomic":
      // guid and char are .NET's.
      return builtinTypes.has(shape.builtin)
        ? `xs:${shape.builtin}`
        : shape.builtin;
    case "list":
      return `list of ${describeShape(shape.item)}`;
    case "union":
      return describeAll(shape.members);
  }
}

type Relation = "same" | "wider" | "narrower" | "other";

/** How the texts of the new built-in type relate to those of the old one. */
function relate(was: string, is: string): Relation {
  if (was === is) return "same";
  if (admits(is, was)) return "wider";
  return admits(was, is) ? "narrower" : "other";
}

const anyText: ReadonlySet<string> = new Set([
  "string",
  "anySimpleType",
  "anyAtomicType",
]);
const floating: ReadonlySet<string> = new Set(["float", "double"]);

/** Whether every text of one type is a text of the other: derivation says so, and a string can be any of them. */
function admits(wide: string, narrow: string): boolean {
  if (anyText.has(wide)) return true;
  const type = builtinTypes.get(narrow);
  if (type === undefined || anyText.has(narrow)) return false;
  if (floating.has(wide))
    return type.primitive === "decimal" || narrow === "float";
  for (let base = type.base; base !== undefined;)
    if (base === wide) return true;
    else base = builtinTypes.get(base)?.base;
  return false;
}
