import type { Example, Certainty, QName } from "../model/index.js";
import type { Span } from "../source/index.js";

/**
 * What samples show of an element: the intermediate form between a sample's XML and schema components. Shapes of the
 * same element from several samples are merged; equal struct shapes become one type.
 */
export interface ElementShape {
  readonly name: QName;
  readonly content: ContentShape;
  readonly attributes: readonly AttributeShape[];
  /** Seen more than once among its siblings. */
  readonly isRepeated: boolean;
  /** Absent in some instance of its parent. */
  readonly isMissingSomewhere: boolean;
  /** What comments or prose say of its occurrence. */
  readonly occurrence?: OccurrenceShape;
  readonly typeName?: TypeNameEvidence;
  readonly documentation?: string;
  readonly examples: readonly Example[];
  /** `xsi:nil` in a real message, where it means null. */
  readonly isNilSeen: boolean;
  readonly span: Span;
}

export interface OccurrenceShape {
  readonly min: number;
  readonly max: number | "unbounded";
  readonly certainty: Certainty;
  readonly note: string;
}

export interface AttributeShape {
  readonly name: QName;
  readonly leaf: LeafShape;
  readonly documentation?: string;
  readonly examples: readonly Example[];
  readonly span: Span;
}

export type ContentShape =
  /** A complex type whose content the documentation cuts off. */
  | { readonly kind: "cut" }
  /** Nothing shown: anything from an empty class to an untyped object. */
  | { readonly kind: "empty" }
  | { readonly kind: "leaf"; readonly leaf: LeafShape }
  | {
      readonly kind: "members";
      readonly members: readonly MemberShape[];
      /** The members are alternatives of one choice, in any number. */
      readonly isChoice?: boolean;
      /** A SOAP-encoded array: what is repeated are its items, whose name means nothing. */
      readonly array?: ArrayShape;
    };

export interface ArrayShape {
  readonly itemType: QName;
  /** One pair of brackets for each level of arrays, as in `wsdl:arrayType`: `[]`, `[][]`, `[,]`. */
  readonly dimensions: string;
}

export type MemberShape =
  | { readonly kind: "element"; readonly element: ElementShape }
  | {
      readonly kind: "wildcard";
      /** Of a schema document (DataSet), of the rows of a typed DataSet, or of anything. */
      readonly role: "any" | "schema" | "dataSet";
      readonly span: Span;
    };

export type LeafShape =
  | {
      readonly kind: "type";
      readonly name: QName;
      /** The page shows that the type is written in place, without a name or literals. */
      readonly isAnonymous?: true;
      readonly certainty: Certainty;
      readonly note: string;
    }
  | {
      readonly kind: "enumeration";
      readonly literals: readonly string[];
      /** Where the sample names the type. */
      readonly name?: QName;
      readonly certainty: Certainty;
      readonly note: string;
    };

/** Why a type is called so; lower ranks are better evidence. */
export interface TypeNameEvidence {
  readonly name: QName;
  readonly rank: TypeNameRank;
}

export const typeNameRanks = {
  xsiType: 1,
  httpRoot: 2,
} as const;
export type TypeNameRank = (typeof typeNameRanks)[keyof typeof typeNameRanks];

export function isStruct(shape: ElementShape): shape is ElementShape & {
  content: Extract<ContentShape, { kind: "members" }>;
} {
  return shape.content.kind === "members";
}

export function elementMembers(content: ContentShape): readonly ElementShape[] {
  if (content.kind !== "members") return [];
  return content.members.flatMap((member) =>
    member.kind === "element" ? [member.element] : [],
  );
}
