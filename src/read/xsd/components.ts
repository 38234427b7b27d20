import { qname, type SchemaFragment } from "../../model/index.js";
import type { XmlElement } from "../../xml/index.js";
import { readGlobalAttribute } from "./attribute-declaration.js";
import { readName } from "./attribute-values.js";
import { readElement } from "./element-declaration.js";
import { readAttributeGroup, readModelGroup } from "./group-definitions.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { readSimpleType } from "./simple-type.js";

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : List;
export type OpenFragment = {
  -readonly [Key in keyof SchemaFragment]: Mutable<SchemaFragment[Key]>;
};

export function openFragment(namespace: string): OpenFragment {
  return {
    namespace,
    types: [],
    elements: [],
    attributes: [],
    groups: [],
    attributeGroups: [],
  };
}

/** Reads a global component into the fragment; false when the element is none. */
export function readComponent(
  element: XmlElement,
  fragment: OpenFragment,
  context: SchemaContext,
): boolean {
  switch (schemaLocal(element)) {
    case "element":
      push(fragment.elements, readElement(element, "global", context));
      return true;
    case "complexType":
    case "simpleType":
      readNamedType(element, fragment, context);
      return true;
    case "attribute":
      push(fragment.attributes, readGlobalAttribute(element, context));
      return true;
    case "group":
      push(fragment.groups, readModelGroup(element, context));
      return true;
    case "attributeGroup":
      push(fragment.attributeGroups, readAttributeGroup(element, context));
      return true;
    // Notations name formats for programs; no value depends on them (part 1 §3.12).
    case "notation":
    case "annotation":
      return true;
    default:
      return false;
  }
}

function readNamedType(
  element: XmlElement,
  fragment: OpenFragment,
  context: SchemaContext,
): void {
  const local = readName(element, context);
  if (local === undefined) return;
  const name = qname(context.targetNamespace, local);
  const type =
    element.local === "complexType"
      ? context.readComplexType(element, name, context)
      : readSimpleType(element, name, context);
  fragment.types.push({ ...type, name });
}

function push<Item>(list: Item[], item: Item | undefined): void {
  if (item !== undefined) list.push(item);
}
