import {
  MICROSOFT_TYPES_NAMESPACE,
  qname,
  XSD_NAMESPACE,
  type SchemaSet,
  type SimpleType,
  type TypeDefinition,
  type TypeReference,
} from "../../model/index.js";
import type { WrittenText } from "./written-element.js";

/** Where the placeholder of an `xs:QName` is said to be declared. */
const QNAME_PLACEHOLDER = qname("http://tempuri.org/SampleNamespace", "QName");

/** How a use of a type is shown. */
export type Shown =
  | { readonly kind: "text"; readonly text: WrittenText }
  | { readonly kind: "empty" }
  | { readonly kind: "cut" }
  | { readonly kind: "complex"; readonly type: TypeDefinition };

/** What the page shows for an element of this type (sample grammar A4, rules 1 to 10). */
export function showElement(schemas: SchemaSet, type: TypeReference): Shown {
  switch (type.kind) {
    case "unknown":
      return { kind: type.isComplex === true ? "cut" : "empty" };
    case "anonymous":
      return type.type.kind === "complex"
        ? { kind: "complex", type: type.type }
        : showSimple(schemas, type.type, "bytes");
    case "named": {
      const { name } = type;
      if (name.namespace === MICROSOFT_TYPES_NAMESPACE)
        return { kind: "text", text: name.local };
      if (name.namespace === XSD_NAMESPACE) return showBuiltin(name.local);
      const definition = schemas.types.get(name.key);
      if (definition === undefined) return { kind: "empty" };
      if (definition.kind === "complex")
        return { kind: "complex", type: definition };
      return showSimple(schemas, definition, "");
    }
  }
}

/** What an attribute of this type is given (rules 18 to 20). */
export function showAttribute(
  schemas: SchemaSet,
  type: TypeReference,
): WrittenText {
  if (type.kind === "anonymous" && type.type.kind === "simple")
    return literals(schemas, type.type).join(" or ");
  const shown = showElement(schemas, type);
  return shown.kind === "text" ? shown.text : "";
}

function showBuiltin(local: string): Shown {
  if (local === "anyType") return { kind: "empty" };
  if (local === "QName")
    return { kind: "text", text: { qname: QNAME_PLACEHOLDER } };
  return { kind: "text", text: local };
}

function showSimple(
  schemas: SchemaSet,
  type: SimpleType,
  otherwise: string,
): Shown {
  const text = literals(schemas, type).join(" or ") || otherwise;
  return text === "" ? { kind: "empty" } : { kind: "text", text };
}

/** The enumeration of a type, or of the items of a list. */
function literals(schemas: SchemaSet, type: SimpleType): readonly string[] {
  if (type.variety === "union") return openedLiterals(schemas, type);
  if (type.variety === "atomic") {
    return type.facets.flatMap((facet) =>
      facet.kind === "enumeration" ? [facet.value] : [],
    );
  }
  const { itemType } = type;
  const item =
    itemType.kind === "anonymous"
      ? itemType.type
      : itemType.kind === "named"
        ? schemas.types.get(itemType.name.key)
        : undefined;
  // A list of lists is no valid type (XML Schema part 2 §4.1.2.2).
  return item?.kind === "simple" && item.variety === "atomic"
    ? literals(schemas, item)
    : [];
}

/** A union shows nothing, but where an override left an enumeration open, the page shows its literals. */
function openedLiterals(
  schemas: SchemaSet,
  { memberTypes, origin }: Extract<SimpleType, { variety: "union" }>,
): readonly string[] {
  const [first] = memberTypes;
  return origin.how === "override" &&
    first?.kind === "anonymous" &&
    first.type.kind === "simple" &&
    first.type.variety === "atomic"
    ? literals(schemas, first.type)
    : [];
}
