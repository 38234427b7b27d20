import { attribute, isNCName, type XmlElement } from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";

/** The `name` of a component; undefined after reporting that it has none. */
export function readName(
  element: XmlElement,
  context: SchemaContext,
): string | undefined {
  const found = attribute(element, "name");
  const name = found?.value.trim() ?? "";
  if (found === undefined || name === "") {
    const parameters = { element: element.local };
    context.sink.report("xsd/missing-name", parameters, { span: element.span });
    return undefined;
  }
  if (!isNCName(name)) {
    context.sink.report("xsd/invalid-name", { name }, { span: found.span });
  }
  return name;
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

export interface EnumeratedAttribute<Value extends string> {
  readonly local: string;
  readonly values: readonly Value[];
}

/** An attribute with a fixed set of values; undefined when it is absent or invalid (reported). */
export function readEnumerated<const Value extends string>(
  element: XmlElement,
  { local, values }: EnumeratedAttribute<Value>,
  context: SchemaContext,
): Value | undefined {
  const found = attribute(element, local);
  if (found === undefined) return undefined;
  const text = found.value.trim();
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) {
    const parameters = {
      attribute: local,
      value: text,
      expected: values.join(", "),
    };
    context.sink.report("xsd/invalid-value", parameters, { span: found.span });
  }
  return value;
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
