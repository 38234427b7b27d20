import type { Span } from "../source/index.js";
import type {
  AttributeShape,
  ContentShape,
  ElementShape,
  LeafShape,
  MemberShape,
  OccurrenceShape,
  TypeNameEvidence,
} from "./shape.js";

/** Two samples that state different things about one member. */
export interface ShapeConflict {
  /** Names of the elements from the merged root down. */
  readonly path: readonly string[];
  readonly first: { readonly text: string; readonly span: Span };
  readonly second: { readonly text: string; readonly span: Span };
}

export interface MergeContext {
  readonly path: readonly string[];
  readonly onConflict: (conflict: ShapeConflict) => void;
  /** The second sample shows `string` for every leaf (HTTP GET and POST), so its leaf types say nothing. */
  readonly ignoreSecondLeaves?: boolean;
  /** Both samples are placeholders of the same type: a member that only one has is a contradiction. */
  readonly expectSameMembers?: boolean;
}

const silent: MergeContext = { path: [], onConflict: () => undefined };

/** Adjacent or scattered siblings of one name are one repeated member. */
export function mergeSiblings(
  siblings: readonly ElementShape[],
): readonly ElementShape[] {
  const merged = new Map<string, ElementShape>();
  for (const sibling of siblings) {
    const known = merged.get(sibling.name.key);
    merged.set(
      sibling.name.key,
      known === undefined
        ? sibling
        : { ...mergeShapes(known, sibling, silent), isRepeated: true },
    );
  }
  return [...merged.values()];
}

/** Everything both samples show of one element; a cut-off is a wildcard, disagreements are reported and the first wins. */
export function mergeShapes(
  first: ElementShape,
  second: ElementShape,
  context: MergeContext,
): ElementShape {
  const here = { ...context, path: [...context.path, first.name.local] };
  const occurrence = mergeOccurrence(first.occurrence, second.occurrence);
  const typeName = betterName(first.typeName, second.typeName);
  const documentation = first.documentation ?? second.documentation;
  return {
    name: first.name,
    content: mergeContent(first, second, here),
    attributes: mergeAttributes(first.attributes, second.attributes, here),
    isRepeated: first.isRepeated || second.isRepeated,
    isMissingSomewhere: first.isMissingSomewhere || second.isMissingSomewhere,
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(typeName === undefined ? {} : { typeName }),
    ...(documentation === undefined ? {} : { documentation }),
    examples: mergeExamples(first.examples, second.examples),
    isNilSeen: first.isNilSeen || second.isNilSeen,
    span: first.span,
  };
}

function mergeContent(
  first: ElementShape,
  second: ElementShape,
  context: MergeContext,
): ContentShape {
  const [left, right] = [first.content, second.content];
  if (left.kind === "cut") return right;
  if (right.kind === "cut" || right.kind === "empty") return left;
  if (left.kind === "empty") return right;
  if (left.kind === "leaf" && right.kind === "leaf") {
    return {
      kind: "leaf",
      leaf: mergeLeaves(
        [left.leaf, first.span],
        [right.leaf, second.span],
        context,
      ),
    };
  }
  if (left.kind === "members" && right.kind === "members") {
    const isChoice = left.isChoice === true || right.isChoice === true;
    const array = left.array ?? right.array;
    return {
      kind: "members",
      members: mergeMembers(left.members, right.members, context),
      ...(isChoice ? { isChoice } : {}),
      ...(array === undefined ? {} : { array }),
    };
  }
  reportConflict(
    context,
    [describeContent(left), first.span],
    [describeContent(right), second.span],
  );
  return left.kind === "members" ? left : right;
}

function mergeLeaves(
  [first, firstSpan]: readonly [LeafShape, Span],
  [second, secondSpan]: readonly [LeafShape, Span],
  context: MergeContext,
): LeafShape {
  if (context.ignoreSecondLeaves === true || sameLeaf(first, second))
    return first;
  const [firstSure, secondSure] = [sureness(first), sureness(second)];
  if (firstSure !== secondSure) return firstSure > secondSure ? first : second;
  if (first.certainty === "certain") {
    reportConflict(
      context,
      [describeLeaf(first), firstSpan],
      [describeLeaf(second), secondSpan],
    );
    return first;
  }
  return widerLeaf(first, second);
}

/** Two example values of different forms: the type that admits both. */
function widerLeaf(first: LeafShape, second: LeafShape): LeafShape {
  if (first.kind === "enumeration") return first;
  if (second.kind === "enumeration") return second;
  const order = ["int", "long", "decimal"];
  const ranks = [
    order.indexOf(first.name.local),
    order.indexOf(second.name.local),
  ] as const;
  if (ranks[0] >= 0 && ranks[1] >= 0)
    return ranks[0] > ranks[1] ? first : second;
  return first.name.local === "string"
    ? first
    : second.name.local === "string"
      ? second
      : first;
}

function sureness(leaf: LeafShape): number {
  return ["unknown", "ambiguous", "likely", "certain"].indexOf(leaf.certainty);
}

export function sameLeaf(first: LeafShape, second: LeafShape): boolean {
  if (first.kind === "type")
    return second.kind === "type" && first.name === second.name;
  return (
    second.kind === "enumeration" &&
    first.literals.join("\n") === second.literals.join("\n")
  );
}

/** Members in the order of the first sample; what only the second has follows its predecessor there. */
function mergeMembers(
  first: readonly MemberShape[],
  second: readonly MemberShape[],
  context: MergeContext,
): readonly MemberShape[] {
  const others = elementsByName(second);
  const additions = newMembersByAnchor(second, elementsByName(first), context);
  const result: MemberShape[] = [...(additions.get("") ?? [])];
  for (const member of first) {
    if (member.kind === "wildcard") {
      result.push(member);
      continue;
    }
    const { element } = member;
    const other = others.get(element.name.key);
    if (other === undefined) reportMissing(element, context);
    result.push({
      kind: "element",
      element:
        other === undefined
          ? { ...element, isMissingSomewhere: true }
          : mergeShapes(element, other, context),
    });
    result.push(...(additions.get(element.name.key) ?? []));
  }
  const hasWildcard = first.some((member) => member.kind === "wildcard");
  return hasWildcard
    ? result
    : [...result, ...second.filter((member) => member.kind === "wildcard")];
}

function elementsByName(
  members: readonly MemberShape[],
): ReadonlyMap<string, ElementShape> {
  return new Map(
    members.flatMap((member) =>
      member.kind === "element"
        ? [[member.element.name.key, member.element]]
        : [],
    ),
  );
}

/** Elements only the second sample has, by the name of the common element before them ("" = before all). */
function newMembersByAnchor(
  second: readonly MemberShape[],
  known: ReadonlyMap<string, ElementShape>,
  context: MergeContext,
): ReadonlyMap<string, readonly MemberShape[]> {
  const additions = new Map<string, MemberShape[]>();
  let anchor = "";
  for (const member of second) {
    if (member.kind === "wildcard") continue;
    if (known.has(member.element.name.key)) {
      anchor = member.element.name.key;
      continue;
    }
    reportMissing(member.element, context);
    const list = additions.get(anchor) ?? [];
    list.push({
      kind: "element",
      element: { ...member.element, isMissingSomewhere: true },
    });
    additions.set(anchor, list);
  }
  return additions;
}

function reportMissing(element: ElementShape, context: MergeContext): void {
  if (context.expectSameMembers !== true) return;
  const where = { ...context, path: [...context.path, element.name.local] };
  reportConflict(where, ["present", element.span], ["absent", element.span]);
}

function mergeAttributes(
  first: readonly AttributeShape[],
  second: readonly AttributeShape[],
  context: MergeContext,
): readonly AttributeShape[] {
  const merged = new Map(
    first.map((attribute) => [attribute.name.key, attribute]),
  );
  for (const attribute of second) {
    const known = merged.get(attribute.name.key);
    if (known === undefined) merged.set(attribute.name.key, attribute);
    else {
      const leaf = mergeLeaves(
        [known.leaf, known.span],
        [attribute.leaf, attribute.span],
        context,
      );
      merged.set(attribute.name.key, {
        ...known,
        leaf,
        examples: mergeExamples(known.examples, attribute.examples),
      });
    }
  }
  return [...merged.values()];
}

/** Fixtures and JSDoc need a few; a recorded message may have thousands. */
const maxExamples = 20;

function mergeExamples(
  first: ElementShape["examples"],
  second: ElementShape["examples"],
): ElementShape["examples"] {
  if (first.length >= maxExamples) return first;
  const known = new Set(first.map((example) => example.text));
  return [...first, ...second.filter((example) => !known.has(example.text))];
}

function mergeOccurrence(
  first: OccurrenceShape | undefined,
  second: OccurrenceShape | undefined,
): OccurrenceShape | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (first.certainty !== second.certainty)
    return first.certainty === "certain" ? first : second;
  return first.min <= second.min ? first : second;
}

export function betterName(
  first: TypeNameEvidence | undefined,
  second: TypeNameEvidence | undefined,
): TypeNameEvidence | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return second.rank < first.rank ? second : first;
}

function reportConflict(
  context: MergeContext,
  [first, firstSpan]: readonly [string, Span],
  [second, secondSpan]: readonly [string, Span],
): void {
  context.onConflict({
    path: context.path,
    first: { text: first, span: firstSpan },
    second: { text: second, span: secondSpan },
  });
}

export function describeLeaf(leaf: LeafShape): string {
  return leaf.kind === "type" ? leaf.name.local : leaf.literals.join(" | ");
}

function describeContent(content: ContentShape): string {
  return content.kind === "leaf"
    ? describeLeaf(content.leaf)
    : "an element with members";
}
