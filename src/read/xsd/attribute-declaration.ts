import {
  anonymous,
  named,
  qname,
  xsd,
  type AttributeDeclaration,
  type AttributeUse,
  type QName,
  type TypeReference,
} from "../../model/index.js";
import { attribute, type XmlElement } from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import {
  isQualified,
  readEnumerated,
  readName,
  readValueConstraint,
  statedNamespace,
} from "./attribute-values.js";
import { errorType } from "./error-type.js";
import { checkAttributes } from "./known-attributes.js";
import { readReference, referenceOf } from "./reference.js";
import { schemaChild } from "./schema-children.js";
import { WSDL_NAMESPACE } from "./adopt-unprefixed.js";
import type { SchemaContext } from "./schema-context.js";
import { readSimpleType } from "./simple-type.js";

const USE = {
  local: "use",
  values: ["required", "optional", "prohibited"],
} as const;

/** Reads a global `xs:attribute` (part 1 §3.2.2). */
export function readGlobalAttribute(
  element: XmlElement,
  context: SchemaContext,
): AttributeDeclaration | undefined {
  checkAttributes(element, context);
  const local = readName(element, context);
  if (local === undefined) return undefined;
  const name = qname(context.targetNamespace, local);
  return {
    name,
    type: readAttributeType(element, context),
    ...readValueConstraint(element),
    ...readDocumented(element),
  };
}

/** Reads an `xs:attribute` inside a type or group: a declaration or a reference. */
export function readAttributeUse(
  element: XmlElement,
  context: SchemaContext,
): AttributeUse | undefined {
  checkAttributes(element, context);
  const use = readUse(element, context);
  const documented = readDocumented(element);
  const constraint = readValueConstraint(element);
  if (attribute(element, "ref") !== undefined) {
    const name = readReference(element, "ref", context);
    if (name === undefined) return undefined;
    const arrayType = readArrayType(element, context);
    return {
      use,
      attribute: { kind: "attributeRef", name },
      ...constraint,
      ...documented,
      ...(arrayType === undefined ? {} : { arrayType }),
    };
  }
  const local = readName(element, context);
  if (local === undefined) return undefined;
  const qualified = isQualified(element, context.isAttributeQualified, context);
  const name = qname(
    statedNamespace(element) ?? (qualified ? context.targetNamespace : ""),
    local,
  );
  const type = readAttributeType(element, context);
  const declaration = { name, type, ...constraint, ...documented };
  return { use, attribute: { kind: "attribute", declaration }, ...documented };
}

/** The draft of 2000 wrote `use="default" value="…"` and `use="fixed"`; both mean optional. */
function readUse(
  element: XmlElement,
  context: SchemaContext,
): AttributeUse["use"] {
  const value = attribute(element, "use")?.value;
  if (value === "default" || value === "fixed") return "optional";
  return readEnumerated(element, USE, context) ?? "optional";
}

function readAttributeType(
  element: XmlElement,
  context: SchemaContext,
): TypeReference {
  const type = readReference(element, "type", context);
  if (type === xsd("error")) return errorType(element, context);
  if (type !== undefined) return named(type);
  const inner = schemaChild(element, "simpleType");
  if (inner === undefined) return named(xsd("anySimpleType"));
  return anonymous(readSimpleType(inner, undefined, context));
}

/** `wsdl:arrayType="tns:Item[][5]"` (WSDL 1.1 §2.2, SOAP 1.1 §5.4.2). */
function readArrayType(
  element: XmlElement,
  context: SchemaContext,
): { itemType: QName; dimensions: string } | undefined {
  const found = attribute(element, "arrayType", WSDL_NAMESPACE);
  if (found === undefined) return undefined;
  const bracket = found.value.indexOf("[");
  const dimensions = bracket === -1 ? "" : found.value.slice(bracket).trim();
  const name = bracket === -1 ? found.value : found.value.slice(0, bracket);
  const isValid = ARRAY_DIMENSIONS.test(dimensions);
  if (!isValid) {
    const parameters = { value: found.value };
    context.sink.report("xsd/invalid-array-type", parameters, {
      span: found.span,
    });
  }
  const place = { element, attribute: found, context };
  const itemType = referenceOf(name, place);
  return itemType === undefined
    ? undefined
    : { itemType, dimensions: isValid ? dimensions : "[]" };
}

/** Arrays of arrays of arrays: no service nests them deeper than this by far. */
const ARRAY_DIMENSIONS = /^(?:\[[\d, ]{0,100}\]){1,16}$/;
