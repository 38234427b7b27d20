import type { MaxOccurs } from "../../model/index.js";
import { attribute, type XmlElement } from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";

export interface Occurs {
  readonly min: number;
  readonly max: MaxOccurs;
}

/** `minOccurs` and `maxOccurs` (part 1 §3.9.2); what is invalid is reported and replaced by the default. */
export function readOccurs(
  element: XmlElement,
  context: SchemaContext,
): Occurs {
  const min = readMin(element, context) ?? 1;
  const given = readMax(element, context);
  const max = given ?? Math.max(1, min);
  const isBackwards = max !== "unbounded" && min > max;
  if (!isBackwards) return { min, max };
  const found =
    attribute(element, "minOccurs") ?? attribute(element, "maxOccurs");
  report(element, context, {
    attribute: found?.local ?? "maxOccurs",
    value: found?.value ?? "",
    reason: `is above maxOccurs, which is ${max}`,
  });
  return { min, max: min };
}

function readMin(
  element: XmlElement,
  context: SchemaContext,
): number | undefined {
  const value = attribute(element, "minOccurs")?.value.trim();
  if (value === undefined) return undefined;
  const number = countOf(value);
  if (number !== undefined) return number;
  const reason = "is not a whole number from 0";
  return report(element, context, { attribute: "minOccurs", value, reason });
}

function readMax(
  element: XmlElement,
  context: SchemaContext,
): MaxOccurs | undefined {
  const value = attribute(element, "maxOccurs")?.value.trim();
  if (value === undefined) return undefined;
  // "*" is how the draft of 1999 wrote it.
  if (value === "unbounded" || value === "*") return "unbounded";
  const number = countOf(value);
  if (number !== undefined) {
    return Number.isSafeInteger(number) ? number : "unbounded";
  }
  const reason = 'is neither a whole number from 0 nor "unbounded"';
  return report(element, context, { attribute: "maxOccurs", value, reason });
}

function countOf(text: string): number | undefined {
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}

function report(
  element: XmlElement,
  context: SchemaContext,
  parameters: { attribute: string; value: string; reason: string },
): undefined {
  const span = attribute(element, parameters.attribute)?.span ?? element.span;
  context.sink.report("xsd/invalid-occurs", parameters, { span });
  return undefined;
}
