import { qname, type QName } from "../../model/index.js";
import {
  attribute,
  attributeValue,
  resolveQName,
  type XmlAttribute,
  type XmlElement,
} from "../../xml/index.js";
import { modernName } from "../xsd/schema-namespaces.js";
import {
  readChosenValue,
  readNCName,
  type EnumeratedAttribute,
} from "../attribute-values.js";
import type { WsdlContext } from "./wsdl-context.js";
import { WSDL } from "./wsdl-namespaces.js";

const codes = {
  missingName: "wsdl/missing-name",
  invalidName: "wsdl/invalid-name",
  invalidValue: "wsdl/invalid-value",
} as const;

/** The `name` of a component; undefined after reporting that it has none. */
export function readName(
  element: XmlElement,
  { sink }: WsdlContext,
): string | undefined {
  return readNCName(element, { sink, codes });
}

/** A reference to a type or element of a schema; undefined when it is absent or its prefix is not declared (reported). */
export function readSchemaReference(
  element: XmlElement,
  local: string,
  context: WsdlContext,
): QName | undefined {
  const found = attribute(element, local);
  if (found === undefined || found.value.trim() === "") return undefined;
  const name = resolve(element, found, context);
  return name === undefined
    ? undefined
    : modernName(name.namespace, name.local);
}

/** A reference to another component of WSDL; undefined after reporting that it is absent or not a name. */
export function readReference(
  element: XmlElement,
  local: string,
  context: WsdlContext,
): QName | undefined {
  const found = attribute(element, local);
  if (found === undefined || found.value.trim() === "") {
    const parameters = { element: element.local, attribute: local };
    context.sink.report("wsdl/missing-reference", parameters, {
      span: element.span,
    });
    return undefined;
  }
  const name = resolve(element, found, context);
  if (name === undefined) return undefined;
  const { targetNamespace } = context;
  const isOurs =
    name.prefix === "" &&
    name.namespace !== targetNamespace &&
    (name.namespace === WSDL || name.namespace === "");
  if (!isOurs) return qname(name.namespace, name.local);
  const parameters = { name: name.local };
  context.sink.report("wsdl/unprefixed-reference", parameters, {
    span: found.span,
  });
  return qname(targetNamespace, name.local);
}

function resolve(
  element: XmlElement,
  found: XmlAttribute,
  context: WsdlContext,
): ReturnType<typeof resolveQName> {
  const name = resolveQName(found.value, element);
  if (name === undefined) {
    const parameters = { name: found.value };
    context.sink.report("wsdl/undeclared-prefix", parameters, {
      span: found.span,
    });
  }
  return name;
}

/** An attribute with a fixed set of values; undefined when it is absent or invalid (reported). */
export function readEnumerated<const Value extends string>(
  element: XmlElement,
  attribute: EnumeratedAttribute<Value>,
  { sink }: WsdlContext,
): Value | undefined {
  return readChosenValue(element, attribute, { sink, codes });
}

/** Attributes with the names as properties, those absent left out. */
export function optionalAttribute<Property extends string>(
  element: XmlElement,
  local: Property,
): { readonly [Key in Property]?: string } {
  const value = attributeValue(element, local);
  // Cast: the one property is the one the type names.
  return (value === undefined ? {} : { [local]: value.trim() }) as {
    readonly [Key in Property]?: string;
  };
}
