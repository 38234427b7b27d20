import type {
  DerivationMethod,
  Example,
  IdentityConstraint,
  MaxOccurs,
  NamespaceConstraint,
  Origin,
  QName,
} from "../../model/index.js";
import type { Expression } from "../expression.js";
import type { ValuePlan } from "../value-plan.js";

/** The content of a complex type with its property names decided: both the TypeScript type and the descriptor follow it. */
export interface ContentPlan {
  /** Simple content. */
  readonly text?: ValuePlan;
  readonly isMixed: boolean;
  readonly attributes: readonly AttributePlan[];
  readonly anyAttribute?: NamespaceConstraint;
  /** The constant that lists what is declared of the attributes that the wildcard admits. */
  readonly knownAttributes?: Expression;
  /** In sequence. */
  readonly members: readonly MemberPlan[];
}

export interface MemberDocumentation {
  readonly documentation?: string;
  readonly examples: readonly Example[];
  readonly origin: Origin;
  /** Where presence comes from. */
  readonly presenceOrigin: Origin;
  /** Why the type is unknown. */
  readonly unknownReason?: string;
}

export interface AttributePlan extends MemberDocumentation {
  readonly property: string;
  readonly name: QName;
  readonly value: ValuePlan;
  readonly isRequired: boolean;
  readonly default?: string;
  readonly fixed?: string;
}

export type MemberPlan = ElementMember | GroupMember | WildcardMember;

export interface ElementMember extends MemberDocumentation {
  readonly kind: "element";
  readonly property: string;
  readonly name: QName;
  readonly min: number;
  readonly max: MaxOccurs;
  readonly value: ValuePlan;
  readonly nillable: boolean;
  readonly default?: string;
  readonly fixed?: string;
  readonly identity?: readonly IdentityConstraint[];
  readonly block?: readonly DerivationMethod[];
  /** Elements that may stand here instead, itself included unless abstract; absent where there are none. */
  readonly substitutes?: readonly SubstitutePlan[];
}

/** An element of a substitution group. */
export interface SubstitutePlan {
  readonly name: QName;
  readonly property: string;
  readonly value: ValuePlan;
  readonly nillable: boolean;
  readonly default?: string;
  readonly fixed?: string;
  readonly identity?: readonly IdentityConstraint[];
  readonly block?: readonly DerivationMethod[];
}

export interface GroupMember {
  readonly kind: "group";
  readonly compositor: "sequence" | "choice" | "all";
  readonly min: number;
  readonly max: MaxOccurs;
  /** For `max` above 1: the property that holds the occurrences. */
  readonly property?: string;
  readonly members: readonly MemberPlan[];
}

export interface WildcardMember {
  readonly kind: "wildcard";
  readonly property: string;
  readonly min: number;
  readonly max: MaxOccurs;
  readonly namespaces: NamespaceConstraint;
  readonly processContents: "strict" | "lax" | "skip";
  /** The constant that lists what is declared of the elements that it admits. */
  readonly known?: Expression;
  readonly documentation?: string;
}

export function isRepeated(max: MaxOccurs): boolean {
  return max === "unbounded" || max > 1;
}
