import { nearest } from "../../diagnostics/index.js";
import { elementName, type XmlElement } from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";
import { HONOURED, IGNORED, reportVersion11 } from "./version-1-1.js";

const OCCURS = ["minOccurs", "maxOccurs"];
const VALUE = ["default", "fixed"];

/** Attributes of XML Schema 1.0 by element; `id` is allowed everywhere. The last ones of complexType and simpleType are of the drafts. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "schema",
    [
      "targetNamespace",
      "version",
      "elementFormDefault",
      "attributeFormDefault",
      "blockDefault",
      "finalDefault",
    ],
  ],
  [
    "element",
    [
      "name",
      "ref",
      "type",
      "substitutionGroup",
      "nillable",
      "abstract",
      "final",
      "block",
      "form",
      ...OCCURS,
      ...VALUE,
      "equivClass",
      "nullable",
    ],
  ],
  [
    "attribute",
    ["name", "ref", "type", "use", "form", ...VALUE, ...OCCURS, "value"],
  ],
  [
    "complexType",
    [
      "name",
      "mixed",
      "abstract",
      "final",
      "block",
      "base",
      "derivedBy",
      "content",
      "exact",
    ],
  ],
  ["simpleType", ["name", "final", "base", "derivedBy", "abstract"]],
  ["group", ["name", "ref", ...OCCURS, "order"]],
  ["attributeGroup", ["name", "ref"]],
  ["sequence", OCCURS],
  ["choice", OCCURS],
  ["all", OCCURS],
  ["any", ["namespace", "processContents", ...OCCURS]],
  ["anyAttribute", ["namespace", "processContents"]],
  ["restriction", ["base"]],
  ["extension", ["base"]],
  ["complexContent", ["mixed"]],
  ["simpleContent", []],
  ["list", ["itemType"]],
  ["union", ["memberTypes"]],
]);

/** Attributes of XML Schema 1.1, and what becomes of them. */
const VERSION_1_1: ReadonlyMap<string, string> = new Map([
  ["targetNamespace", HONOURED],
  ["defaultAttributes", HONOURED],
  ["defaultAttributesApply", HONOURED],
  ["inheritable", IGNORED],
  ["xpathDefaultNamespace", IGNORED],
  ["notNamespace", IGNORED],
  ["notQName", IGNORED],
]);

/** Reports attributes that mean nothing at their place: a slip there silently changes what is valid. */
export function checkAttributes(
  element: XmlElement,
  context: SchemaContext,
): void {
  const known = KNOWN.get(element.local);
  if (known === undefined) return;
  for (const { namespace, local, span } of element.attributes) {
    if (namespace !== "" || local === "id" || known.includes(local)) continue;
    const treatment = VERSION_1_1.get(local);
    if (treatment !== undefined) {
      const place = { element, context, span };
      reportVersion11(`The attribute ${local}`, treatment, place);
      continue;
    }
    const near = nearest(local, known);
    const suggestion = near === undefined ? "" : `; did you mean "${near}"?`;
    const parameters = {
      name: local,
      parent: elementName(element),
      suggestion,
    };
    context.sink.report("xsd/unknown-attribute", parameters, { span });
  }
}
