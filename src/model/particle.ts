import type { Documented } from "./documented.js";
import type { ElementDeclaration } from "./element-declaration.js";
import type { QName } from "./qname.js";

export type MaxOccurs = number | "unbounded";

/** XML Schema part 1 §3.9: a term and how often it occurs. */
export interface Particle extends Documented {
  readonly min: number;
  readonly max: MaxOccurs;
  readonly term: Term;
}

export type Term =
  /** A local element declaration. */
  | { readonly kind: "element"; readonly declaration: ElementDeclaration }
  /** A reference to a global element declaration. */
  | { readonly kind: "elementRef"; readonly name: QName }
  | ModelGroup
  /** A reference to a model group definition; gone after linking. */
  | { readonly kind: "groupRef"; readonly name: QName }
  | Wildcard;

export type Compositor = "sequence" | "choice" | "all";

/** XML Schema part 1 §3.8. */
export interface ModelGroup {
  readonly kind: "group";
  readonly compositor: Compositor;
  readonly particles: readonly Particle[];
}

/** XML Schema part 1 §3.10. */
export interface Wildcard extends Documented {
  readonly kind: "wildcard";
  readonly namespaces: NamespaceConstraint;
  readonly processContents: "strict" | "lax" | "skip";
  /** The documentation says that it is the rows of a typed DataSet, whose namespace it does not show. */
  readonly isDataSet?: boolean;
}

export type NamespaceConstraint =
  | { readonly kind: "any" }
  /** Any but this one and none (`##other`). */
  | { readonly kind: "not"; readonly namespace: string }
  /** One of these; '' stands for no namespace. */
  | { readonly kind: "in"; readonly namespaces: readonly string[] };
