import type { Facet } from "../../model/index.js";
import { attribute, attributeValue, type XmlElement } from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import { readBoolean } from "./attribute-values.js";
import type { SchemaContext } from "./schema-context.js";
import { schemaLocal } from "./schema-children.js";
import { reportUnknown } from "./unknown-construct.js";

type ValueFacet = Exclude<Facet["kind"], "enumeration" | "pattern">;

/** Facets with one value (part 2 §4.3); `precision` and `scale` are how the drafts named two of them. */
const VALUE_FACETS: ReadonlyMap<string, ValueFacet> = new Map([
  ["length", "length"],
  ["minLength", "minLength"],
  ["maxLength", "maxLength"],
  ["minInclusive", "minInclusive"],
  ["maxInclusive", "maxInclusive"],
  ["minExclusive", "minExclusive"],
  ["maxExclusive", "maxExclusive"],
  ["totalDigits", "totalDigits"],
  ["precision", "totalDigits"],
  ["fractionDigits", "fractionDigits"],
  ["scale", "fractionDigits"],
  ["whiteSpace", "whiteSpace"],
]);

/** Facets of the drafts that say nothing about the lexical form. */
const MEANINGLESS: ReadonlySet<string> = new Set([
  "encoding",
  "period",
  "duration",
]);

/** Facets among the children of a restriction; `others` names the children that are not facets but belong there. */
export function readFacets(
  restriction: XmlElement,
  others: ReadonlySet<string>,
  context: SchemaContext,
): readonly Facet[] {
  const facets: Facet[] = [];
  for (const child of restriction.children) {
    if (child.kind !== "element") continue;
    const local = schemaLocal(child);
    if (others.has(local) || MEANINGLESS.has(local)) continue;
    const facet = readFacet(child, local, context);
    if (facet === undefined) reportUnknown(child, restriction, context);
    else facets.push(facet);
  }
  return facets;
}

function readFacet(
  element: XmlElement,
  local: string,
  context: SchemaContext,
): Facet | undefined {
  if (attribute(element, "value") === undefined) return undefined;
  const value = attributeValue(element, "value") ?? "";
  const documented = readDocumented(element);
  if (local === "enumeration" || local === "pattern") {
    return { ...documented, kind: local, value };
  }
  const kind = VALUE_FACETS.get(local);
  if (kind === undefined) return undefined;
  const isFixed = readBoolean(element, "fixed", context);
  const facet: Facet = { ...documented, kind, value: value.trim() };
  return isFixed === true ? { ...facet, isFixed } : facet;
}
