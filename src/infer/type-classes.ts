import { mergeShapes, sameLeaf } from "./merge-shapes.js";
import {
  isStruct,
  typeNameRanks,
  type ElementShape,
  type MemberShape,
} from "./shape.js";

/** Struct shapes that are one type: equal members, with cut-offs as wildcards (sample grammar A10, rule 2). */
export interface TypeClass {
  /** Everything its members show together. */
  readonly shape: ElementShape;
  /** Class of each member that is a struct in some sample, by member name. */
  readonly members: ReadonlyMap<string, TypeClass>;
  /** Class or root in which it was first seen; for names. */
  readonly parent: ElementShape;
  /** Its name where it is the only child of its parent and repeated: an array item, usually named after its type. */
  readonly itemName?: string;
}

export interface TypeClasses {
  /** In document order. */
  readonly classes: readonly TypeClass[];
  /** The class of a struct shape below a root, by identity of the shape. */
  readonly classOf: ReadonlyMap<ElementShape, TypeClass>;
}

interface Node {
  readonly shape: ElementShape;
  readonly parent: ElementShape;
  readonly isArrayItem: boolean;
}

interface GrowingClass {
  shape: ElementShape;
  readonly members: Map<string, TypeClass>;
  readonly parent: ElementShape;
  itemName?: string;
  readonly nodes: ElementShape[];
}

/** Partitions the structs below the given roots into types; outer occurrences first, so they lead recursive types. */
export function classifyTypes(roots: readonly ElementShape[]): TypeClasses {
  const classOf = new Map<ElementShape, GrowingClass>();
  const bySignature = new Map<string, GrowingClass[]>();
  const classes: GrowingClass[] = [];
  for (const node of collectStructs(roots)) {
    const signature = classKey(node.shape);
    const candidates = bySignature.get(signature) ?? [];
    bySignature.set(signature, candidates);
    const isNamed = node.shape.typeName?.rank === typeNameRanks.xsiType;
    let home = candidates.find(
      (candidate) => isNamed || compatible(candidate.shape, node.shape),
    );
    if (home === undefined) {
      const { shape, parent } = node;
      home = { shape, parent, members: new Map(), nodes: [] };
      candidates.push(home);
      classes.push(home);
    } else {
      home.shape = join(home.shape, node.shape);
    }
    if (node.isArrayItem) home.itemName ??= node.shape.name.local;
    home.nodes.push(node.shape);
    classOf.set(node.shape, home);
  }
  for (const root of roots) {
    const home = homeOfRoot(root, bySignature);
    if (home === undefined) continue;
    home.shape = join(home.shape, root);
    home.nodes.push(root);
    classOf.set(root, home);
  }
  for (const each of classes) linkMembers(each, classOf);
  return { classes, classOf };
}

function join(first: ElementShape, second: ElementShape): ElementShape {
  const joining = { path: [], onConflict: () => undefined };
  return mergeShapes(first, second, joining);
}

/** Where all members of a root are of one other namespace, so is its type (sample grammar A4, rule 30). */
function homeOfRoot(
  root: ElementShape,
  bySignature: ReadonlyMap<string, readonly GrowingClass[]>,
): GrowingClass | undefined {
  const [first, ...others] = childElements(root).map(
    ({ name }) => name.namespace,
  );
  if (first === undefined || first === "" || first === root.name.namespace)
    return undefined;
  if (others.some((other) => other !== first)) return undefined;
  return bySignature
    .get(classKey(root))
    ?.find((candidate) => compatible(candidate.shape, root));
}

function linkMembers(
  home: GrowingClass,
  classOf: ReadonlyMap<ElementShape, TypeClass>,
): void {
  for (const node of home.nodes) {
    for (const child of childElements(node)) {
      const target = classOf.get(child);
      if (target !== undefined && !home.members.has(child.name.key))
        home.members.set(child.name.key, target);
    }
  }
}

/** Breadth first: shallow occurrences show the most. */
function collectStructs(roots: readonly ElementShape[]): readonly Node[] {
  const nodes: Node[] = [];
  let level: readonly ElementShape[] = roots;
  while (level.length > 0) {
    const next: ElementShape[] = [];
    for (const parent of level) {
      const members = childElements(parent);
      for (const shape of members) {
        if (!isStruct(shape)) continue;
        nodes.push({
          shape,
          parent,
          isArrayItem: members.length === 1 && shape.isRepeated,
        });
        next.push(shape);
      }
    }
    level = next;
  }
  return nodes;
}

function childElements(shape: ElementShape): readonly ElementShape[] {
  if (shape.content.kind !== "members") return [];
  return shape.content.members.flatMap((member) =>
    member.kind === "element" ? [member.element] : [],
  );
}

/** A type that samples name is one type, whatever each of them shows of it; others are told apart by their members. */
function classKey(shape: ElementShape): string {
  const { typeName } = shape;
  return typeName?.rank === typeNameRanks.xsiType
    ? `type ${typeName.name.key}`
    : flatSignature(shape);
}

/** Names and kinds of the members, one level deep: equal for equal types, whatever is cut off below. */
function flatSignature(shape: ElementShape): string {
  if (shape.content.kind !== "members") return "";
  const { members, array } = shape.content;
  const attributes = shape.attributes
    .map((attribute) => `@${attribute.name.key}`)
    .sort();
  const items =
    array === undefined ? [] : [`${array.itemType.key}${array.dimensions}`];
  return [...attributes, ...items, ...members.map(memberSignature)].join("\n");
}

function memberSignature(member: MemberShape): string {
  if (member.kind === "wildcard") return `*${member.role}`;
  const { name, content, isRepeated } = member.element;
  // what is cut off deeper may be empty, or only have attributes, where more is shown
  const kind = content.kind === "leaf" ? "leaf" : "complex";
  const leaf =
    content.kind === "leaf" && content.leaf.kind === "enumeration"
      ? content.leaf.literals.join("|")
      : "";
  return [name.key, isRepeated ? "+" : "1", kind, leaf].join(" ");
}

/** Equal where both show something; the depth of samples bounds the recursion. */
function compatible(first: ElementShape, second: ElementShape): boolean {
  if (contradictNames(first, second)) return false;
  const others = childElements(second);
  return childElements(first).every((member, index) => {
    const other = others[index];
    return other !== undefined && compatibleContent(member, other);
  });
}

function compatibleContent(first: ElementShape, second: ElementShape): boolean {
  const [left, right] = [first.content, second.content];
  if (left.kind === "cut" || right.kind === "cut") return true;
  if (left.kind === "leaf" && right.kind === "leaf") {
    const isSure =
      left.leaf.certainty === "certain" && right.leaf.certainty === "certain";
    return !isSure || sameLeaf(left.leaf, right.leaf);
  }
  if (left.kind === "members" && right.kind === "members") {
    return (
      flatSignature(first) === flatSignature(second) &&
      compatible(first, second)
    );
  }
  return left.kind === right.kind;
}

/** Equal structure under two different certain names is two types. */
function contradictNames(first: ElementShape, second: ElementShape): boolean {
  const [left, right] = [first.typeName, second.typeName];
  return left !== undefined && right !== undefined && left.name !== right.name;
}
