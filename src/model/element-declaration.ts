import type { Documented, Example } from "./documented.js";
import type { IdentityConstraint } from "./identity-constraint.js";
import type { QName } from "./qname.js";
import type { DerivationMethod, TypeReference } from "./type-definition.js";

/** XML Schema part 1 §3.3. `name.namespace` is the namespace on the wire: '' for an unqualified local element. */
export interface ElementDeclaration extends Documented {
  readonly name: QName;
  readonly scope: "global" | "local";
  readonly type: TypeReference;
  readonly nillable: boolean;
  readonly isAbstract: boolean;
  readonly default?: string;
  readonly fixed?: string;
  /** Head of the substitution group this element may stand in for. */
  readonly substitutionGroup?: QName;
  /** What may not stand in for it: elements of its substitution group, or types derived so (`{disallowed substitutions}`). */
  readonly block?: readonly DerivationMethod[];
  /** Derivations of type that members of its substitution group may not have. */
  readonly final?: readonly DerivationMethod[];
  readonly examples?: readonly Example[];
  /** Identity constraints in their own words, for the documentation. */
  readonly constraints?: readonly string[];
  /** Identity constraints as far as they can be checked. */
  readonly identity?: readonly IdentityConstraint[];
}
