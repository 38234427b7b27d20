import { elementName, type XmlElement } from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";
import { IGNORED, reportVersion11 } from "./version-1-1.js";
import { isSchemaNamespace } from "./schema-namespaces.js";

const VERSION_1_1: ReadonlySet<string> = new Set([
  "assert",
  "assertion",
  "alternative",
  "openContent",
  "defaultOpenContent",
  "explicitTimezone",
]);

/** Reports a child that means nothing at its place. Annotations are read elsewhere. */
export function reportUnknown(
  child: XmlElement,
  parent: XmlElement,
  context: SchemaContext,
): void {
  const isOfSchema = isSchemaNamespace(child.namespace);
  if (isOfSchema && child.local === "annotation") return;
  const { span } = child;
  if (isOfSchema && VERSION_1_1.has(child.local)) {
    const construct = `<${elementName(child)}>`;
    reportVersion11(construct, IGNORED, { element: child, context });
    return;
  }
  const parameters = { name: elementName(child), parent: elementName(parent) };
  context.sink.report("xsd/unknown-construct", parameters, { span });
}
