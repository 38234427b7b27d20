import type { Documented, Example } from "./documented.js";
import type { QName } from "./qname.js";
import type { TypeReference } from "./type-definition.js";

/** XML Schema part 1 §3.2. `name.namespace` is '' for an unqualified attribute. */
export interface AttributeDeclaration extends Documented {
  readonly name: QName;
  readonly type: TypeReference;
  readonly default?: string;
  readonly fixed?: string;
  readonly examples?: readonly Example[];
}

/** XML Schema part 1 §3.5: an attribute of a complex type. */
export interface AttributeUse extends Documented {
  readonly use: "required" | "optional" | "prohibited";
  readonly attribute:
    | { readonly kind: "attribute"; readonly declaration: AttributeDeclaration }
    /** A reference to a global attribute declaration. */
    | { readonly kind: "attributeRef"; readonly name: QName };
  /** Of the use; they win over those of the declaration. */
  readonly default?: string;
  readonly fixed?: string;
  /** The value of `wsdl:arrayType` on a reference to `soapenc:arrayType` (WSDL 1.1 §2.2). */
  readonly arrayType?: {
    readonly itemType: QName;
    readonly dimensions: string;
  };
}
