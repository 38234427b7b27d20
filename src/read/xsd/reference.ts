import { builtinType, qname, xsd, type QName } from "../../model/index.js";
import {
  attribute,
  resolveQName,
  type XmlAttribute,
  type XmlElement,
} from "../../xml/index.js";
import { WSDL_NAMESPACE } from "./adopt-unprefixed.js";
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
  if (name.namespace === WSDL_NAMESPACE && name.prefix === "")
    return nameInWsdl(name.local, place);
  const isAdopted = isChameleon && name.namespace === "";
  return modernName(isAdopted ? targetNamespace : name.namespace, name.local);
}

/** WSDL declares no types or elements: a name without prefix where it is the default namespace was meant otherwise. */
function nameInWsdl(
  local: string,
  { attribute: { span }, context }: ReferencePlace,
): QName {
  const builtin = xsd(local);
  if (builtinType(builtin) !== undefined) return builtin;
  context.sink.report("wsdl/unprefixed-reference", { name: local }, { span });
  return qname(context.targetNamespace, local);
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
