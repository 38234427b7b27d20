import {
  MICROSOFT_TYPES_NAMESPACE,
  XSD_NAMESPACE,
  type Certainty,
  type MaxOccurs,
} from "../model/index.js";
import type { ElementShape, LeafShape } from "./shape.js";

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

/**
 * How often a member occurs. What a page does not show follows the priors measured on real services (sample grammar
 * A8): value types and enumerations once, everything else optional.
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
  const isValue =
    shape.content.kind === "leaf" &&
    isValueType(shape.content.leaf) &&
    shape.examples.length === 0;
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

function isValueType(leaf: LeafShape): boolean {
  if (leaf.kind === "enumeration") return leaf.literals.length > 0;
  if (leaf.certainty === "ambiguous") return false;
  const { namespace, local } = leaf.name;
  if (namespace === MICROSOFT_TYPES_NAMESPACE) return true;
  return namespace === XSD_NAMESPACE && valueTypes.has(local);
}
