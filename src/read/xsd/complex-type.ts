import {
  xsd,
  XSD_NAMESPACE,
  type ComplexType,
  type QName,
} from "../../model/index.js";
import {
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import { readBoolean } from "./attribute-values.js";
import { readComplexDerivation, readDerivedBody } from "./complex-content.js";
import { readDerivationControls } from "./derivation-set.js";
import { checkAttributes } from "./known-attributes.js";
import { readReference } from "./reference.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { readSimpleBody, readSimpleDerivation } from "./simple-content.js";
import { readPlainBody, type TypeBody } from "./type-body.js";

/** Reads `xs:complexType` (part 1 §3.4.2). */
export function readComplexType(
  element: XmlElement,
  name: QName | undefined,
  context: SchemaContext,
): ComplexType {
  checkAttributes(element, context);
  return {
    kind: "complex",
    ...(name === undefined ? {} : { name }),
    isAbstract: readBoolean(element, "abstract", context) ?? false,
    ...readDerivationControls(element, "complexType", context),
    ...withDefaultAttributes(readBody(element, context), element, context),
    ...readDocumented(element),
  };
}

function withDefaultAttributes(
  body: TypeBody,
  element: XmlElement,
  context: SchemaContext,
): TypeBody {
  const { defaultAttributes } = context;
  if (defaultAttributes === undefined) return body;
  if (readBoolean(element, "defaultAttributesApply", context) === false)
    return body;
  const attributeGroups = [...body.attributeGroups, defaultAttributes];
  return { ...body, attributeGroups };
}

function readBody(element: XmlElement, context: SchemaContext): TypeBody {
  const isMixed =
    readBoolean(element, "mixed", context) ??
    attributeValue(element, "content") === "mixed";
  for (const child of childElements(element)) {
    const local = schemaLocal(child);
    if (local === "simpleContent") return readSimpleDerivation(child, context);
    if (local === "complexContent") {
      return readComplexDerivation(child, isMixed, context);
    }
  }
  const base = readReference(element, "base", context);
  if (base !== undefined) return readDraftBody(element, base, context);
  return readPlainBody(element, isMixed, context);
}

/** The drafts put `base` and `derivedBy` on complexType itself. */
function readDraftBody(
  element: XmlElement,
  base: QName,
  context: SchemaContext,
): TypeBody {
  const isBuiltIn = base.namespace === XSD_NAMESPACE && base !== xsd("anyType");
  if (isBuiltIn)
    return readSimpleBody(element, { base, derivation: "extension" }, context);
  const isRestriction = attributeValue(element, "derivedBy") === "restriction";
  const derivation = isRestriction ? "restriction" : "extension";
  return readDerivedBody(
    element,
    { base, derivation, isMixed: false },
    context,
  );
}
