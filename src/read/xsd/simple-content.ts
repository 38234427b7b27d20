import {
  anonymous,
  declared,
  named,
  xsd,
  type QName,
  type TypeReference,
} from "../../model/index.js";
import { childElements, type XmlElement } from "../../xml/index.js";
import { ATTRIBUTE_CHILDREN, readAttributeList } from "./attribute-list.js";
import { readFacets } from "./facets.js";
import { checkAttributes } from "./known-attributes.js";
import { readReference } from "./reference.js";
import { schemaChild, schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { readSimpleType } from "./simple-type.js";
import type { TypeBody } from "./type-body.js";
import { reportUnknown } from "./unknown-construct.js";

/** Reads `xs:simpleContent` (part 1 §3.4.2). */
export function readSimpleDerivation(
  element: XmlElement,
  context: SchemaContext,
): TypeBody {
  for (const child of childElements(element)) {
    const derivation = schemaLocal(child);
    if (derivation === "extension" || derivation === "restriction") {
      checkAttributes(child, context);
      const base = readReference(child, "base", context);
      return readSimpleBody(child, { base, derivation }, context);
    }
    reportUnknown(child, element, context);
  }
  return readSimpleBody(
    element,
    { base: undefined, derivation: "extension" },
    context,
  );
}

interface SimpleDerivation {
  readonly base: QName | undefined;
  readonly derivation: "extension" | "restriction";
}

const BESIDE_FACETS: ReadonlySet<string> = new Set([
  ...ATTRIBUTE_CHILDREN,
  "simpleType",
  "annotation",
]);

/**
 * Text and attributes. The base may be a simple type or a complex one with simple content: the linker tells them apart and
 * puts the simple type in place.
 */
export function readSimpleBody(
  element: XmlElement,
  { base = xsd("anySimpleType"), derivation }: SimpleDerivation,
  context: SchemaContext,
): TypeBody {
  const type =
    derivation === "extension"
      ? readExtended(element, base, context)
      : readRestricted(element, base, context);
  return {
    base,
    derivation,
    content: { contentKind: "simple", type },
    ...readAttributeList(element, context),
  };
}

function readExtended(
  element: XmlElement,
  base: QName,
  context: SchemaContext,
): TypeReference {
  for (const child of childElements(element)) {
    if (!ATTRIBUTE_CHILDREN.has(schemaLocal(child))) {
      reportUnknown(child, element, context);
    }
  }
  return named(base);
}

function readRestricted(
  element: XmlElement,
  base: QName,
  context: SchemaContext,
): TypeReference {
  const inner = schemaChild(element, "simpleType");
  const restricted =
    inner === undefined
      ? named(base)
      : anonymous(readSimpleType(inner, undefined, context));
  const facets = readFacets(element, BESIDE_FACETS, context);
  if (facets.length === 0) return restricted;
  const origin = declared(element.span);
  return anonymous({
    kind: "simple",
    variety: "atomic",
    base: restricted,
    facets,
    origin,
  });
}
