import {
  MICROSOFT_TYPES_NAMESPACE,
  XSD_NAMESPACE,
  type Certainty,
  type MaxOccurs,
} from "../model/index.js";
import {
  elementMembers,
  type AttributeShape,
  type ElementShape,
  type LeafShape,
} from "./shape.js";

export interface Occurrence {
  readonly min: number;
  readonly max: MaxOccurs;
  readonly how: "sampled" | "assumed";
  readonly certainty: Certainty;
  readonly note: string;
}

/** Types whose .NET and PHP counterparts cannot be absent: value types. */
const valueTypes: ReadonlySet<string> = new Set([
  ...["boolean", "decimal", "float", "double", "dateTime", "date", "time"],
  ...[
    "long",
    "int",
    "short",
    "byte",
    "unsignedLong",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
  ],
]);

const binaryNumbers: ReadonlySet<string> = new Set(["float", "double"]);

/**
 * How often a member occurs. What a page does not show follows the priors measured on real services (sample grammar
 * A8): value types and enumerations once, everything else optional. Points, boxes and the like, which consist of value
 * types with binary floating-point numbers among them, count as value types: .NET programs declare them as structs.
 * Other structures of value types are mostly classes: keys, ranges of dates, requests.
 */
export function occurrenceOf(shape: ElementShape): Occurrence {
  if (shape.occurrence !== undefined) {
    // Words about presence say nothing about repetition, which another sample may show.
    const { max } = shape.occurrence;
    return {
      ...shape.occurrence,
      max: shape.isRepeated && max === 1 ? "unbounded" : max,
      how: "sampled",
    };
  }
  if (shape.isRepeated) {
    return {
      min: 0,
      max: "unbounded",
      how: "sampled",
      certainty: "certain",
      note: "shown more than once; the bounds are assumed",
    };
  }
  if (shape.isMissingSomewhere) {
    return {
      min: 0,
      max: 1,
      how: "sampled",
      certainty: "certain",
      note: "absent in another sample",
    };
  }
  return usualOccurrence(shape);
}

function usualOccurrence(shape: ElementShape): Occurrence {
  const isValue = isScalar(shape) || isMeasure(shape);
  return {
    min: isValue ? 1 : 0,
    max: 1,
    how: "assumed",
    certainty: "likely",
    note: isValue
      ? "value types are usually required"
      : "only value types are usually required",
  };
}

/** Attributes of value types are required by what .NET declares, and others never are. */
export function isUsuallyRequired({ leaf, examples }: AttributeShape): boolean {
  return isValueType(leaf) && examples.length === 0;
}

function isScalar({ content, examples }: ElementShape): boolean {
  return (
    content.kind === "leaf" &&
    isValueType(content.leaf) &&
    examples.length === 0
  );
}

/** Whether it consists of value types, binary floating-point numbers among them. */
function isMeasure(shape: ElementShape): boolean {
  const scalars = scalarsIn(shape);
  return scalars?.some((leaf) => isBinaryNumber(leaf)) ?? false;
}

/** The value types that a structure consists of; undefined where it has anything else. */
function scalarsIn(shape: ElementShape): LeafShape[] | undefined {
  const { content } = shape;
  if (isScalar(shape) && content.kind === "leaf") return [content.leaf];
  if (!isPlain(shape)) return undefined;
  const found: LeafShape[] = [];
  for (const member of elementMembers(content)) {
    const inner = member.isRepeated ? undefined : scalarsIn(member);
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}

/** Elements one after the other, and nothing else. */
function isPlain({ content, attributes }: ElementShape): boolean {
  return (
    content.kind === "members" &&
    content.isChoice !== true &&
    content.array === undefined &&
    attributes.length === 0 &&
    content.members.every(({ kind }) => kind === "element")
  );
}

function isBinaryNumber(leaf: LeafShape): boolean {
  return leaf.kind === "type" && binaryNumbers.has(leaf.name.local);
}

function isValueType(leaf: LeafShape): boolean {
  if (leaf.kind === "enumeration") return leaf.literals.length > 0;
  if (leaf.certainty === "ambiguous") return false;
  const { namespace, local } = leaf.name;
  if (namespace === MICROSOFT_TYPES_NAMESPACE) return true;
  return namespace === XSD_NAMESPACE && valueTypes.has(local);
}
