import {
  anonymous,
  named,
  xsd,
  type QName,
  type SimpleType,
  type TypeReference,
} from "../../model/index.js";
import { attribute, childElements, type XmlElement } from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import { readFacets } from "./facets.js";
import { readDerivationControls } from "./derivation-set.js";
import { checkAttributes } from "./known-attributes.js";
import { readReference, readReferences } from "./reference.js";
import { schemaChild, schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { reportUnknown } from "./unknown-construct.js";

const ANY_SIMPLE_TYPE = named(xsd("anySimpleType"));
const BESIDE_FACETS: ReadonlySet<string> = new Set([
  "simpleType",
  "annotation",
]);

/** Reads `xs:simpleType` (part 2 §4.1.2). */
export function readSimpleType(
  element: XmlElement,
  name: QName | undefined,
  context: SchemaContext,
): SimpleType {
  checkAttributes(element, context);
  const common = {
    kind: "simple",
    ...readDocumented(element),
    ...(name === undefined ? {} : { name }),
    ...finalOf(element, context),
  } as const;
  for (const child of childElements(element)) {
    const local = schemaLocal(child);
    if (local === "list") {
      const itemType = readItemType(child, context);
      return { ...common, variety: "list", itemType };
    }
    if (local === "union") {
      const memberTypes = readMemberTypes(child, context);
      return { ...common, variety: "union", memberTypes };
    }
    if (local === "restriction") {
      return { ...common, ...readRestriction(child, context) };
    }
    // The draft of 1999 put base and facets on simpleType itself.
    if (attribute(element, "base") !== undefined) break;
    reportUnknown(child, element, context);
  }
  return { ...common, ...readRestriction(element, context) };
}

function finalOf(
  element: XmlElement,
  context: SchemaContext,
): Pick<SimpleType, "final"> {
  const { final } = readDerivationControls(element, "simpleType", context);
  return final === undefined ? {} : { final };
}

/** Base and facets of `xs:restriction`. */
export function readRestriction(
  restriction: XmlElement,
  context: SchemaContext,
): Pick<
  Extract<SimpleType, { variety: "atomic" }>,
  "variety" | "base" | "facets"
> {
  const inner = schemaChild(restriction, "simpleType");
  const base = readReference(restriction, "base", context);
  const facets = readFacets(restriction, BESIDE_FACETS, context);
  return { variety: "atomic", base: baseOf(base, inner, context), facets };
}

function baseOf(
  base: QName | undefined,
  inner: XmlElement | undefined,
  context: SchemaContext,
): TypeReference {
  if (base !== undefined) return named(base);
  if (inner === undefined) return ANY_SIMPLE_TYPE;
  return anonymous(readSimpleType(inner, undefined, context));
}

function readItemType(list: XmlElement, context: SchemaContext): TypeReference {
  const itemType = readReference(list, "itemType", context);
  const inner = schemaChild(list, "simpleType");
  checkAttributes(list, context);
  return baseOf(itemType, inner, context);
}

/** Those of `memberTypes` come first (part 2 §4.1.2). */
function readMemberTypes(
  union: XmlElement,
  context: SchemaContext,
): readonly TypeReference[] {
  checkAttributes(union, context);
  const members = readReferences(union, "memberTypes", context).map(named);
  for (const child of childElements(union)) {
    if (schemaLocal(child) === "simpleType") {
      members.push(anonymous(readSimpleType(child, undefined, context)));
    } else {
      reportUnknown(child, union, context);
    }
  }
  return members;
}
