import type { Span } from "../../source/index.js";
import type { AttributeShape, ElementShape } from "../shape.js";

/** What real messages show of one member, beyond what is known or against it. */
export interface MemberObservation {
  nil?: Seen;
  missing?: Seen;
  repeated?: Seen;
  /** Literals that the enumeration does not have, by value. */
  readonly literals: Map<string, Seen>;
  /** Several literals in one value: flags. */
  combined?: Seen;
  /** Values that its type does not admit, as what they look like. */
  mistyped?: SeenShape;
  /** What a member is of which nothing was known. */
  content?: SeenShape;
  /** That content names its type by `xsi:type`: it may be anything. */
  isUntyped?: boolean;
}

/** How often something was seen, and where first. */
export interface Seen {
  readonly count: number;
  readonly span: Span;
}

export interface SeenShape extends Seen {
  readonly shape: ElementShape;
}

/** Members that messages have and the type has not. */
export interface HiddenMembers {
  readonly elements: Map<string, HiddenElement>;
  readonly attributes: Map<string, HiddenAttribute>;
  /** Text of a type that shows attributes only. */
  text?: SeenShape;
}

export interface HiddenElement extends SeenShape {
  /** The sibling before it in the first message; '' for none. */
  readonly after: string;
}

export interface HiddenAttribute extends Seen {
  readonly attribute: AttributeShape;
}

/** A type that messages name by `xsi:type` and nothing declares. */
export interface DerivedType extends Seen {
  /** Name of the type it stands in for. */
  readonly base: string;
}

/** Everything seen, by the paths that overrides files use. */
export interface ObservationLog {
  readonly members: Map<string, MemberObservation>;
  /** By path of a type, or of a member whose type is defined in place. */
  readonly hidden: Map<string, HiddenMembers>;
  readonly derived: Map<string, DerivedType>;
  /** Name of an operation → root elements of responses it was not known to give. */
  readonly responses: Map<string, Seen & { readonly element: string }>;
  /** Roots of messages that belong to nothing known. */
  readonly strangers: Map<string, Seen>;
  messages: number;
}

export function createLog(): ObservationLog {
  return {
    members: new Map(),
    hidden: new Map(),
    derived: new Map(),
    responses: new Map(),
    strangers: new Map(),
    messages: 0,
  };
}

export function memberAt(log: ObservationLog, path: string): MemberObservation {
  const known = log.members.get(path);
  if (known !== undefined) return known;
  const created: MemberObservation = { literals: new Map() };
  log.members.set(path, created);
  return created;
}

export function hiddenAt(log: ObservationLog, path: string): HiddenMembers {
  const known = log.hidden.get(path);
  if (known !== undefined) return known;
  const created: HiddenMembers = { elements: new Map(), attributes: new Map() };
  log.hidden.set(path, created);
  return created;
}

/** Once more. */
export function again(seen: Seen | undefined, span: Span): Seen {
  return { count: (seen?.count ?? 0) + 1, span: seen?.span ?? span };
}
