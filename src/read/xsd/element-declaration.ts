import {
  anonymous,
  named,
  qname,
  xsd,
  type ElementDeclaration,
  type TypeReference,
} from "../../model/index.js";
import {
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import {
  isQualified,
  readBoolean,
  readName,
  readValueConstraint,
} from "./attribute-values.js";
import { readConstraint } from "./identity-constraint.js";
import { checkAttributes } from "./known-attributes.js";
import { readReference } from "./reference.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { readSimpleType } from "./simple-type.js";
import { reportUnknown } from "./unknown-construct.js";

/** Reads an `xs:element` that declares (part 1 §3.3.2). */
export function readElement(
  element: XmlElement,
  scope: ElementDeclaration["scope"],
  context: SchemaContext,
): ElementDeclaration | undefined {
  checkAttributes(element, context);
  const local = readName(element, context);
  if (local === undefined) return undefined;
  const { targetNamespace, isElementQualified } = context;
  const qualified =
    scope === "global" || isQualified(element, isElementQualified, context);
  const name = qname(qualified ? targetNamespace : "", local);
  // `nullable` and `equivClass` are of the drafts.
  const head =
    readReference(element, "substitutionGroup", context) ??
    readReference(element, "equivClass", context);
  const nillable =
    readBoolean(element, "nillable", context) ??
    readBoolean(element, "nullable", context);
  const constraints = readConstraints(element, context);
  return {
    name,
    scope,
    type: readElementType(element, context),
    nillable: nillable ?? false,
    isAbstract: readBoolean(element, "abstract", context) ?? false,
    ...readValueConstraint(element),
    ...(head === undefined ? {} : { substitutionGroup: head }),
    ...(constraints.length === 0 ? {} : { constraints }),
    ...readDocumented(element),
  };
}

/** Without a type it is `xs:anyType`; the linker puts the type of the substitution group's head. */
function readElementType(
  element: XmlElement,
  context: SchemaContext,
): TypeReference {
  const type = readReference(element, "type", context);
  if (type !== undefined) return named(type);
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    const local = schemaLocal(child);
    if (local === "simpleType") {
      return anonymous(readSimpleType(child, undefined, context));
    }
    if (local === "complexType") {
      return anonymous(context.readComplexType(child, undefined, context));
    }
  }
  const isUnreadable = attributeValue(element, "type") !== undefined;
  return isUnreadable
    ? { kind: "unknown", reason: "The prefix of its type is not declared." }
    : named(xsd("anyType"));
}

function readConstraints(
  element: XmlElement,
  context: SchemaContext,
): readonly string[] {
  const constraints: string[] = [];
  for (const child of childElements(element)) {
    const local = schemaLocal(child);
    if (local === "simpleType" || local === "complexType") continue;
    const constraint = readConstraint(child);
    if (constraint === undefined) reportUnknown(child, element, context);
    else constraints.push(constraint);
  }
  return constraints;
}
