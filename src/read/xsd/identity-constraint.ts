import {
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import { schemaLocal } from "./schema-children.js";

/** `xs:key`, `xs:unique` or `xs:keyref` in words (part 1 §3.11); undefined for other elements. */
export function readConstraint(element: XmlElement): string | undefined {
  const kind = schemaLocal(element);
  if (kind !== "key" && kind !== "unique" && kind !== "keyref")
    return undefined;
  const paths = (local: string): string =>
    childElements(element)
      .filter((child) => schemaLocal(child) === local)
      .map((child) => attributeValue(child, "xpath")?.trim() ?? "")
      .join(", ");
  const name = attributeValue(element, "name") ?? "";
  const refer = attributeValue(element, "refer");
  const target = refer === undefined ? "" : ` refers to ${refer}`;
  return `${kind} ${name}: ${paths("field")} of ${paths("selector")}${target}`;
}
