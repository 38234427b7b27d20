import type { DiagnosticSink } from "../../diagnostics/index.js";
import {
  attributeValue,
  type XmlElement,
  type XmlNode,
} from "../../xml/index.js";
import { reportVersion11 } from "./version-1-1.js";

const VERSIONING = "http://www.w3.org/2007/XMLSchema-versioning";
const VERSION = 1;

/**
 * A schema as a processor of version 1.0 sees it: without the elements that are for later ones (conditional inclusion, XML
 * Schema 1.1 part 1 §4.2.2). The schema itself where there are none.
 */
export function selectVersion(
  element: XmlElement,
  sink: DiagnosticSink,
): XmlElement {
  let changed = false;
  const children: XmlNode[] = [];
  for (const child of element.children) {
    if (child.kind !== "element") {
      children.push(child);
      continue;
    }
    const selected = isForUs(child, sink)
      ? selectVersion(child, sink)
      : undefined;
    if (selected !== child) changed = true;
    if (selected !== undefined) children.push(selected);
  }
  return changed ? { ...element, children } : element;
}

function isForUs(element: XmlElement, sink: DiagnosticSink): boolean {
  const condition = element.attributes.find(
    ({ namespace }) => namespace === VERSIONING,
  );
  if (condition === undefined) return true;
  const from = numberOf(element, "minVersion") ?? 0;
  const until = numberOf(element, "maxVersion") ?? Infinity;
  const isKept = from <= VERSION && VERSION < until;
  reportVersion11(
    `The condition ${condition.local} of <${element.local}>`,
    isKept ? "lets it in" : "leaves it out for a processor of version 1.0",
    { element, context: { sink }, span: condition.span },
  );
  return isKept;
}

function numberOf(element: XmlElement, local: string): number | undefined {
  const value = attributeValue(element, local, VERSIONING);
  return value === undefined ? undefined : Number(value);
}
