import {
  xsd,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
  type QName,
  type SampleElement,
} from "../model/index.js";
import { isEncodingNamespace } from "./inline-references.js";
import type { LeafContext } from "./leaf.js";
import { resolveQName } from "./resolve-qname.js";
import {
  typeNameRanks,
  type ContentShape,
  type LeafShape,
  type TypeNameEvidence,
} from "./shape.js";

export function isInstanceNamespace(namespace: string): boolean {
  return (
    namespace === XSI_NAMESPACE || namespace.endsWith("/XMLSchema-instance")
  );
}

function instanceAttribute(
  element: SampleElement,
  ...locals: readonly string[]
): string | undefined {
  return element.attributes.find(
    ({ name }) =>
      isInstanceNamespace(name.namespace) && locals.includes(name.local),
  )?.value;
}

export function hasNil(element: SampleElement): boolean {
  const value = instanceAttribute(element, "nil", "null");
  return value === "true" || value === "1";
}

export function explicitTypeName(element: SampleElement): QName | undefined {
  const value = instanceAttribute(element, "type");
  return value === undefined ? undefined : resolveQName(value, element);
}

export function explicitType(
  element: SampleElement,
): TypeNameEvidence | undefined {
  const name = explicitTypeName(element);
  if (name === undefined || name.namespace === XSD_NAMESPACE) return undefined;
  if (isEncodingNamespace(name.namespace)) return undefined;
  return { name, rank: typeNameRanks.xsiType };
}

/** `xsi:type` of a built-in type says what a leaf is, whatever its text; the word `type` stands for any of them. */
export function explicitSimpleType(
  element: SampleElement,
  { isPlaceholderPage }: LeafContext,
): ContentShape | undefined {
  const isAny =
    isPlaceholderPage && instanceAttribute(element, "type") === "type";
  const name = isAny ? xsd("anyType") : explicitTypeName(element);
  if (name?.namespace !== XSD_NAMESPACE) return undefined;
  return { kind: "leaf", leaf: statedType(name) };
}

export function statedType(name: QName): LeafShape {
  return { kind: "type", name, certainty: "certain", note: "xsi:type" };
}
