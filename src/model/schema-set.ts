import type { AttributeDeclaration, AttributeUse } from "./attribute.js";
import type { Documented } from "./documented.js";
import type { ElementDeclaration } from "./element-declaration.js";
import type { Particle, Wildcard } from "./particle.js";
import type { QName } from "./qname.js";
import type { TypeDefinition } from "./type-definition.js";

/** XML Schema part 1 §3.7. */
export interface ModelGroupDefinition extends Documented {
  readonly name: QName;
  readonly particle: Particle;
}

/** XML Schema part 1 §3.6. */
export interface AttributeGroupDefinition extends Documented {
  readonly name: QName;
  readonly attributes: readonly AttributeUse[];
  readonly attributeGroups: readonly QName[];
  readonly anyAttribute?: Wildcard;
}

/** Global components by `QName.key`, in document order. */
export interface SchemaSet {
  readonly types: ReadonlyMap<
    string,
    TypeDefinition & { readonly name: QName }
  >;
  readonly elements: ReadonlyMap<string, ElementDeclaration>;
  readonly attributes: ReadonlyMap<string, AttributeDeclaration>;
  readonly groups: ReadonlyMap<string, ModelGroupDefinition>;
  readonly attributeGroups: ReadonlyMap<string, AttributeGroupDefinition>;
}
