import { attribute, type XmlElement } from "../../xml/index.js";
import {
  readChosenValue,
  readNCName,
  type EnumeratedAttribute,
} from "../attribute-values.js";
import type { SchemaContext } from "./schema-context.js";

const codes = {
  missingName: "xsd/missing-name",
  invalidName: "xsd/invalid-name",
  invalidValue: "xsd/invalid-value",
} as const;

/** The `name` of a component; undefined after reporting that it has none. */
export function readName(
  element: XmlElement,
  { sink }: SchemaContext,
): string | undefined {
  return readNCName(element, { sink, codes });
}

/** An `xs:boolean` attribute; `fallback` when it is absent or invalid (reported). */
export function readBoolean(
  element: XmlElement,
  local: string,
  context: SchemaContext,
): boolean | undefined {
  const found = attribute(element, local);
  if (found === undefined) return undefined;
  const value = found.value.trim();
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  const parameters = { attribute: local, value, expected: "true, false, 1, 0" };
  context.sink.report("xsd/invalid-value", parameters, { span: found.span });
  return undefined;
}

/** An attribute with a fixed set of values; undefined when it is absent or invalid (reported). */
export function readEnumerated<const Value extends string>(
  element: XmlElement,
  attribute: EnumeratedAttribute<Value>,
  { sink }: SchemaContext,
): Value | undefined {
  return readChosenValue(element, attribute, { sink, codes });
}

const FORM = { local: "form", values: ["qualified", "unqualified"] } as const;

/** Whether a local declaration is in the target namespace on the wire (part 1 §3.3.2). */
export function isQualified(
  element: XmlElement,
  fallback: boolean,
  context: SchemaContext,
): boolean {
  const form = readEnumerated(element, FORM, context);
  return form === undefined ? fallback : form === "qualified";
}

/** The namespace that a local declaration states for itself (XML Schema 1.1). */
export function statedNamespace(element: XmlElement): string | undefined {
  return attribute(element, "targetNamespace")?.value.trim();
}

/** `default` and `fixed`, as far as given. */
export function readValueConstraint(element: XmlElement): {
  default?: string;
  fixed?: string;
} {
  const given = attribute(element, "default")?.value;
  const fixed = attribute(element, "fixed")?.value;
  return {
    ...(given === undefined ? {} : { default: given }),
    ...(fixed === undefined ? {} : { fixed }),
  };
}
