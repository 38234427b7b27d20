import type { NamespaceConstraint, Wildcard } from "../../model/index.js";
import { attributeValue, type XmlElement } from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import { readEnumerated } from "./attribute-values.js";
import { checkAttributes } from "./known-attributes.js";
import type { SchemaContext } from "./schema-context.js";

const PROCESS_CONTENTS = {
  local: "processContents",
  values: ["strict", "lax", "skip"],
} as const;

/** Reads `xs:any` or `xs:anyAttribute` (part 1 §3.10.2). */
export function readWildcard(
  element: XmlElement,
  context: SchemaContext,
): Wildcard {
  checkAttributes(element, context);
  return {
    kind: "wildcard",
    ...readDocumented(element),
    namespaces: namespacesOf(
      attributeValue(element, "namespace")?.trim() ?? "##any",
      context.targetNamespace,
    ),
    processContents:
      readEnumerated(element, PROCESS_CONTENTS, context) ?? "strict",
  };
}

function namespacesOf(text: string, target: string): NamespaceConstraint {
  if (text === "##any") return { kind: "any" };
  if (text === "##other") return { kind: "not", namespace: target };
  const namespaces = new Set<string>();
  for (const token of text.split(/\s+/)) {
    if (token === "##targetNamespace") namespaces.add(target);
    else if (token === "##local") namespaces.add("");
    else if (token !== "") namespaces.add(token);
  }
  return { kind: "in", namespaces: [...namespaces] };
}
