import type { AttributeUse } from "./attribute.js";
import type { Example, Documented } from "./documented.js";
import type { Facet } from "./facet.js";
import type { Particle, Wildcard } from "./particle.js";
import type { QName } from "./qname.js";

export type TypeDefinition = SimpleType | ComplexType;

/** How one component can stand for or be made from another (XML Schema part 1 §3.3.1, §3.4.1, part 2 §4.1.1). */
export type DerivationMethod =
  "extension" | "restriction" | "substitution" | "list" | "union";

/** A use of a type: by name, defined in place, or not known at all. */
export type TypeReference =
  | { readonly kind: "named"; readonly name: QName }
  | { readonly kind: "anonymous"; readonly type: TypeDefinition }
  | {
      readonly kind: "unknown";
      /** Why nothing is known, as a sentence for the doc comment. */
      readonly reason: string;
      /** It is known to be a complex type, only not which: a cut-off. */
      readonly isComplex?: boolean;
    };

export function named(name: QName): TypeReference {
  return { kind: "named", name };
}

export function anonymous(type: TypeDefinition): TypeReference {
  return { kind: "anonymous", type };
}

/** XML Schema part 2 §4.1: a simple type definition. */
export type SimpleType = Documented & {
  readonly kind: "simple";
  /** Absent for an anonymous type. */
  readonly name?: QName;
  /** Derivations from it that its author does not allow. */
  readonly final?: readonly DerivationMethod[];
} & (
    | {
        readonly variety: "atomic";
        /** The type it restricts. Its facets add to those of the base, and the base may itself be a list or union. */
        readonly base: TypeReference;
        readonly facets: readonly Facet[];
      }
    | { readonly variety: "list"; readonly itemType: TypeReference }
    | {
        readonly variety: "union";
        readonly memberTypes: readonly TypeReference[];
      }
  );

/** XML Schema part 1 §3.4: a complex type definition. */
export interface ComplexType extends Documented {
  readonly kind: "complex";
  readonly name?: QName;
  readonly isAbstract: boolean;
  /** The type it derives from; absent when that is `xs:anyType`. */
  readonly base?: QName;
  /** How it derives from `base`. For `extension`, `content` and `attributes` are what is added to the base's. */
  readonly derivation?: "extension" | "restriction";
  /** Derivations whose types may not stand in for this one by `xsi:type` (`{prohibited substitutions}`). */
  readonly block?: readonly DerivationMethod[];
  /** Derivations from it that its author does not allow. */
  readonly final?: readonly DerivationMethod[];
  readonly content: Content;
  readonly attributes: readonly AttributeUse[];
  readonly anyAttribute?: Wildcard;
  /** Names of attribute groups used; the linker replaces them by their attributes. */
  readonly attributeGroups: readonly QName[];
  readonly examples?: readonly Example[];
  /** Identity constraints and assertions in their own words; documentation only. */
  readonly constraints?: readonly string[];
}

export type Content =
  | { readonly contentKind: "empty" }
  /** Text of a simple type. For a restriction in place, `type` is anonymous. */
  | { readonly contentKind: "simple"; readonly type: TypeReference }
  | { readonly contentKind: "elementOnly"; readonly particle: Particle }
  /** `particle` is absent when only text is allowed. */
  | { readonly contentKind: "mixed"; readonly particle?: Particle };
