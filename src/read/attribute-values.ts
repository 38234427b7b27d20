import type { DiagnosticSink } from "../diagnostics/index.js";
import { attribute, isNCName, type XmlElement } from "../xml/index.js";

/** Where findings about an attribute go, and what they are called in the language it belongs to. */
export interface AttributeReading {
  readonly sink: DiagnosticSink;
  readonly codes: {
    readonly missingName: "wsdl/missing-name" | "xsd/missing-name";
    readonly invalidName: "wsdl/invalid-name" | "xsd/invalid-name";
    readonly invalidValue: "wsdl/invalid-value" | "xsd/invalid-value";
  };
}

/** The `name` of a component; undefined after reporting that it has none. */
export function readNCName(
  element: XmlElement,
  { sink, codes }: AttributeReading,
): string | undefined {
  const found = attribute(element, "name");
  const name = found?.value.trim() ?? "";
  if (found === undefined || name === "") {
    const parameters = { element: element.local };
    sink.report(codes.missingName, parameters, { span: element.span });
    return undefined;
  }
  if (!isNCName(name)) {
    sink.report(codes.invalidName, { name }, { span: found.span });
  }
  return name;
}

export interface EnumeratedAttribute<Value extends string> {
  readonly local: string;
  readonly values: readonly Value[];
}

/** An attribute with a fixed set of values; undefined when it is absent or invalid (reported). */
export function readChosenValue<const Value extends string>(
  element: XmlElement,
  { local, values }: EnumeratedAttribute<Value>,
  { sink, codes }: AttributeReading,
): Value | undefined {
  const found = attribute(element, local);
  if (found === undefined) return undefined;
  const text = found.value.trim();
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) {
    const expected = values.join(", ");
    const parameters = { attribute: local, value: text, expected };
    sink.report(codes.invalidValue, parameters, { span: found.span });
  }
  return value;
}
