import {
  qname,
  type AttributeGroupDefinition,
  type ModelGroupDefinition,
} from "../../model/index.js";
import { childElements, type XmlElement } from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import { ATTRIBUTE_CHILDREN, readAttributeList } from "./attribute-list.js";
import { readName } from "./attribute-values.js";
import { checkAttributes } from "./known-attributes.js";
import { GROUP_CHILDREN, readParticle } from "./particle.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { reportUnknown } from "./unknown-construct.js";

/** Reads a global `xs:group` (part 1 §3.7.2). */
export function readModelGroup(
  element: XmlElement,
  context: SchemaContext,
): ModelGroupDefinition | undefined {
  checkAttributes(element, context);
  const local = readName(element, context);
  if (local === undefined) return undefined;
  const name = qname(context.targetNamespace, local);
  const documented = readDocumented(element);
  for (const child of childElements(element)) {
    if (!GROUP_CHILDREN.has(schemaLocal(child))) {
      reportUnknown(child, element, context);
      continue;
    }
    const particle = readParticle(child, context);
    if (particle !== undefined) return { name, particle, ...documented };
  }
  const term = {
    kind: "group",
    compositor: "sequence",
    particles: [],
  } as const;
  const particle = { min: 1, max: 1, term, origin: documented.origin };
  return { name, particle, ...documented };
}

/** Reads a global `xs:attributeGroup` (part 1 §3.6.2). */
export function readAttributeGroup(
  element: XmlElement,
  context: SchemaContext,
): AttributeGroupDefinition | undefined {
  checkAttributes(element, context);
  const local = readName(element, context);
  if (local === undefined) return undefined;
  for (const child of childElements(element)) {
    if (!ATTRIBUTE_CHILDREN.has(schemaLocal(child))) {
      reportUnknown(child, element, context);
    }
  }
  const name = qname(context.targetNamespace, local);
  const list = readAttributeList(element, context);
  return { name, ...list, ...readDocumented(element) };
}
