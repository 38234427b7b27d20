import type { AttributeUse, QName, Wildcard } from "../../model/index.js";
import type { XmlElement } from "../../xml/index.js";
import { readAttributeUse } from "./attribute-declaration.js";
import { readReference } from "./reference.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { readWildcard } from "./wildcard.js";

export interface AttributeList {
  readonly attributes: readonly AttributeUse[];
  readonly attributeGroups: readonly QName[];
  readonly anyAttribute?: Wildcard;
}

export const ATTRIBUTE_CHILDREN: ReadonlySet<string> = new Set([
  "attribute",
  "attributeGroup",
  "anyAttribute",
]);

/** Attributes, references to attribute groups and the wildcard among the children (part 1 §3.4.2, §3.6.2). */
export function readAttributeList(
  parent: XmlElement,
  context: SchemaContext,
): AttributeList {
  const attributes: AttributeUse[] = [];
  const attributeGroups: QName[] = [];
  let anyAttribute: Wildcard | undefined;
  for (const child of parent.children) {
    if (child.kind !== "element") continue;
    const local = schemaLocal(child);
    if (local === "attribute") {
      const use = readAttributeUse(child, context);
      if (use !== undefined) attributes.push(use);
    } else if (local === "attributeGroup") {
      const name = readReference(child, "ref", context);
      if (name !== undefined) attributeGroups.push(name);
    } else if (local === "anyAttribute") {
      anyAttribute = readWildcard(child, context);
    }
  }
  const list = { attributes, attributeGroups };
  return anyAttribute === undefined ? list : { ...list, anyAttribute };
}
