import {
  anonymous,
  named,
  qname,
  xsd,
  type ElementDeclaration,
  type QName,
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
  statedNamespace,
} from "./attribute-values.js";
import { readDerivationControls } from "./derivation-set.js";
import { readConstraint, readIdentity } from "./identity-constraint.js";
import { checkAttributes } from "./known-attributes.js";
import { errorType } from "./error-type.js";
import { readReference, readReferences } from "./reference.js";
import { IGNORED, reportVersion11 } from "./version-1-1.js";
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
  const stated = scope === "local" ? statedNamespace(element) : undefined;
  const name = qname(stated ?? (qualified ? targetNamespace : ""), local);
  // `nullable` and `equivClass` are of the drafts.
  const head =
    readHead(element, context) ?? readReference(element, "equivClass", context);
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
    ...readDerivationControls(element, "element", context),
    ...readValueConstraint(element),
    ...(head === undefined ? {} : { substitutionGroup: head }),
    ...(constraints.length === 0
      ? {}
      : { constraints, identity: readIdentity(element, context) }),
    ...readDocumented(element),
  };
}

/** Of several heads, as XML Schema 1.1 allows them, the first. */
function readHead(
  element: XmlElement,
  context: SchemaContext,
): QName | undefined {
  const [head, ...others] = readReferences(
    element,
    "substitutionGroup",
    context,
  );
  if (others.length > 0) {
    const names = others.map(({ local }) => local).join(", ");
    const construct = `Being in a second substitution group (${names})`;
    reportVersion11(construct, IGNORED, { element, context });
  }
  return head;
}

/** Without a type it is `xs:anyType`; the linker puts the type of the substitution group's head. */
function readElementType(
  element: XmlElement,
  context: SchemaContext,
): TypeReference {
  const type = readReference(element, "type", context);
  if (type === xsd("error")) return errorType(element, context);
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
    if (local === "simpleType" || local === "complexType") {
      // the type that is named holds (part 1 §3.3.3)
      const isNamed = attributeValue(element, "type") !== undefined;
      if (isNamed) reportUnknown(child, element, context);
      continue;
    }
    const constraint = readConstraint(child);
    if (constraint === undefined) reportUnknown(child, element, context);
    else constraints.push(constraint);
  }
  return constraints;
}
