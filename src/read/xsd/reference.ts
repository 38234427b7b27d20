import type { QName } from "../../model/index.js";
import {
  attribute,
  resolveQName,
  type XmlAttribute,
  type XmlElement,
} from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";
import { modernName } from "./schema-namespaces.js";

/** The component that an attribute refers to; undefined when it is absent or its prefix is not declared (reported). */
export function readReference(
  element: XmlElement,
  local: string,
  context: SchemaContext,
): QName | undefined {
  const found = attribute(element, local);
  if (found === undefined) return undefined;
  return referenceOf(found.value, { element, attribute: found, context });
}

export interface ReferencePlace {
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  readonly context: SchemaContext;
}

/** The component that a QName in an attribute value refers to. */
export function referenceOf(
  text: string,
  place: ReferencePlace,
): QName | undefined {
  const name = resolveQName(text, place.element);
  if (name === undefined || name.local === "") {
    const span = place.attribute.span;
    place.context.sink.report(
      "xsd/undeclared-prefix",
      { name: text },
      { span },
    );
    return undefined;
  }
  const { isChameleon, targetNamespace } = place.context;
  const isAdopted = isChameleon && name.namespace === "";
  return modernName(isAdopted ? targetNamespace : name.namespace, name.local);
}

/** The components that a white-space separated attribute value refers to. */
export function readReferences(
  element: XmlElement,
  local: string,
  context: SchemaContext,
): readonly QName[] {
  const found = attribute(element, local);
  if (found === undefined) return [];
  const names: QName[] = [];
  for (const text of found.value.split(/\s+/)) {
    if (text === "") continue;
    const name = referenceOf(text, { element, attribute: found, context });
    if (name !== undefined) names.push(name);
  }
  return names;
}
