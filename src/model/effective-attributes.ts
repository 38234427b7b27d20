import type { AttributeUse } from "./attribute.js";
import { baseChain } from "./base-chain.js";
import type { Wildcard } from "./particle.js";
import type { QName } from "./qname.js";
import type { SchemaSet } from "./schema-set.js";
import type { ComplexType } from "./type-definition.js";

export interface EffectiveAttributes {
  /** Without prohibited ones; the base's first. */
  readonly attributes: readonly AttributeUse[];
  readonly anyAttribute?: Wildcard;
}

const memo = new WeakMap<ComplexType, EffectiveAttributes>();

/** All attributes of a linked type, those of its bases included (part 1 §3.4.2). */
export function effectiveAttributes(
  schemas: SchemaSet,
  type: ComplexType,
): EffectiveAttributes {
  const known = memo.get(type);
  if (known !== undefined) return known;
  const uses = new Map<string, AttributeUse>();
  let wildcard: Wildcard | undefined;
  for (const step of baseChain(schemas, type)) {
    for (const use of step.attributes) {
      const key = attributeName(use).key;
      if (use.use === "prohibited") uses.delete(key);
      else uses.set(key, use);
    }
    // A restriction has the wildcard it states, an extension also that of its base.
    const isKept = step.derivation !== "restriction";
    wildcard = step.anyAttribute ?? (isKept ? wildcard : undefined);
  }
  const attributes = [...uses.values()];
  const effective =
    wildcard === undefined
      ? { attributes }
      : { attributes, anyAttribute: wildcard };
  memo.set(type, effective);
  return effective;
}

/** The name of the attribute, declared in place or referred to. */
export function attributeName({ attribute }: AttributeUse): QName {
  return attribute.kind === "attribute"
    ? attribute.declaration.name
    : attribute.name;
}
